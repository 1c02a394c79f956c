/// A vehicle identification number: 17 characters, the letters I, O and Q not among them (ISO 3779).
public enum VIN {
  public enum Problem: Hashable, Sendable {
    /// So many characters, not 17.
    case length(Int)
    /// One that no such number has.
    case character(Character)
    /// Position 9 does not fit the rest: something is mistyped.
    case checkDigit
  }

  public static let length = 17

  /// As it is stored: in capitals, without blanks, look-alikes in Latin.
  public static func normalised(_ text: String) -> String {
    PlateKey(text).text
  }

  /// Nil where nothing is wrong.
  /// - Parameter text: as it is typed.
  public static func problem(of text: String) -> Problem? {
    let vin = normalised(text)
    if let bad = vin.first(where: { values[$0] == nil }) { return .character(bad) }
    guard vin.count == length else { return .length(vin.count) }
    guard hasCheckDigit(vin), vin.dropFirst(8).first != checkDigit(vin) else { return nil }
    return .checkDigit
  }

  /// Only makers in North America (49 CFR 565.15) and China (GB 16735) have to keep one; others put
  /// what they like in position 9.
  private static func hasCheckDigit(_ vin: String) -> Bool {
    vin.first.map { "12345L".contains($0) } ?? false
  }

  /// What belongs in position 9, whatever stands there; nil where the text is no such number
  /// (49 CFR 565.15, tables III to V).
  /// - Parameter text: normalised.
  public static func checkDigit(_ text: String) -> Character? {
    guard text.count == length else { return nil }
    var sum = 0
    for (character, weight) in zip(text, weights) {
      guard let value = values[character] else { return nil }
      sum += value * weight
    }
    return sum % 11 == 10 ? "X" : Character(String(sum % 11))
  }

  private static let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

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
