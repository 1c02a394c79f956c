import Domain

/// Vehicle identification numbers (ISO 3779; check digit and model year: 49 CFR 565.15).
enum VehicleIdentification {
  /// Seventeen characters.
  /// - Parameters:
  ///   - descriptor: positions 1 to 8: maker and model.
  ///   - serial: positions 11 to 17: plant and running number.
  static func number(descriptor: String, year: Int, serial: String) -> String {
    let yearCode = yearCodes[((year - 1980) % 30 + 30) % 30]
    let check = VIN.checkDigit("\(descriptor)0\(yearCode)\(serial)") ?? "0"
    return "\(descriptor)\(check)\(yearCode)\(serial)"
  }

  /// From 1980 on, again every thirty years.
  private static let yearCodes = Array("ABCDEFGHJKLMNPRSTVWXY123456789")
}
