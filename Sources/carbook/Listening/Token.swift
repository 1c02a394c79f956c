/// The secret in a webhook link.
enum Token {
  /// 160 random bits as hex digits: safe in a URL's path, beyond guessing.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<20).map { _ in
      let digits = String(UInt8.random(in: .min ... .max, using: &generator), radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Compares without telling by its time how much of a guess was right.
  static func matches(_ guess: String, _ secret: String) -> Bool {
    let guess = Array(guess.utf8)
    var difference = guess.count ^ secret.utf8.count
    for (index, byte) in secret.utf8.enumerated() {
      difference |= Int(byte ^ (index < guess.count ? guess[index] : 0))
    }
    return difference == 0
  }
}
