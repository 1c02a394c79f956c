/// A number plate, a VIN or an order's number as it is compared: in capitals, letters and digits
/// only, and Cyrillic letters that look Latin are Latin ones. Plates bear only letters that both
/// alphabets have, and people type them in either.
public struct PlateKey: Hashable, Sendable {
  /// `AA1234BX`
  public let text: String

  public init(_ text: String) {
    var key = ""
    for scalar in text.uppercased().unicodeScalars {
      if let latin = PlateKey.lookAlikes[scalar] {
        key.unicodeScalars.append(latin)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.unicodeScalars.append(scalar)
      }
    }
    self.text = key
  }

  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip("АВЕІКМНОРСТХ".unicodeScalars, "ABEIKMHOPCTX".unicodeScalars))
}
