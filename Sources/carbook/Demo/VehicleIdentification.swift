/// Vehicle identification numbers (ISO 3779; check digit and model year: 49 CFR 565.15).
enum VehicleIdentification {
  /// Seventeen characters.
  /// - Parameters:
  ///   - descriptor: positions 1 to 8: maker and model.
  ///   - serial: positions 11 to 17: plant and running number.
  static func number(descriptor: String, year: Int, serial: String) -> String {
    let yearCode = yearCodes[((year - 1980) % 30 + 30) % 30]
    let check = checkDigit("\(descriptor)0\(yearCode)\(serial)") ?? "0"
    return "\(descriptor)\(check)\(yearCode)\(serial)"
  }

  /// What belongs in position 9, whatever stands there; nil where the text is no such number.
  static func checkDigit(_ text: String) -> Character? {
    guard text.count == weights.count else { return nil }
    var sum = 0
    for (character, weight) in zip(text, weights) {
      guard let value = values[character] else { return nil }
      sum += value * weight
    }
    return sum % 11 == 10 ? "X" : Character(String(sum % 11))
  }

  private static let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

  /// From 1980 on, again every thirty years.
  private static let yearCodes = Array("ABCDEFGHJKLMNPRSTVWXY123456789")

  /// I, O and Q are not used.
  private static let values: [Character: Int] = {
    var values: [Character: Int] = [:]
    for row in ["0123456789", "_ABCDEFGH", "_JKLMN_P_R", "__STUVWXYZ"] {
      for (value, character) in row.enumerated() where character != "_" {
        values[character] = value
      }
    }
    return values
  }()
}
