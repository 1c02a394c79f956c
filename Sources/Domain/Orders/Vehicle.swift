/// What is being repaired.
public struct Vehicle: Hashable, Sendable {
  public let make: String?
  public let model: String?
  public let year: Int?
  /// The number plate as it is written.
  public let plate: String?
  public let vin: String?

  public init(
    make: String? = nil, model: String? = nil, year: Int? = nil, plate: String? = nil,
    vin: String? = nil
  ) {
    self.make = make
    self.model = model
    self.year = year
    self.plate = plate
    self.vin = vin
  }

  /// `Škoda Octavia 2019`; empty where nothing is known.
  public var title: String {
    [make, model, year.map(String.init)].compactMap { $0 }.joined(separator: " ")
  }

  /// From the first car to the models that are sold before their year begins.
  /// - Parameter year: the present one.
  public static func years(in year: Int) -> ClosedRange<Int> {
    1886...max(1886, year + 1)
  }
}
