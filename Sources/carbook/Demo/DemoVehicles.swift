import Domain

/// Cars as they stand in a Kyiv repair shop.
enum DemoVehicles {
  /// - Parameter year: the present one; no car is younger.
  static func vehicle(_ random: inout SplitMix64, year: Int) -> Vehicle {
    let model = random.pick(models)
    let youngest = max(model.first, min(model.last, year))
    let built = random.within(model.first...youngest)
    let serial = "\(random.pick(plants))\(random.below(1_000_000).padded(to: 6))"
    return Vehicle(
      make: model.make, model: model.name, year: built, plate: plate(&random, year: built),
      vin: VehicleIdentification.number(descriptor: model.vin, year: built, serial: serial))
  }

  /// `AA1234BX` since 2004, `12345KA` before; only letters that Cyrillic and Latin share.
  private static func plate(_ random: inout SplitMix64, year: Int) -> String {
    if year <= 2003 && random.chance(0.5) {
      return (1 + random.below(99_999)).padded(to: 5) + "KA"
    }
    let number = (1 + random.below(9_999)).padded(to: 4)
    return "\(random.pick(regions))\(number)\(random.pick(letters))\(random.pick(letters))"
  }

  private static let letters = Array("ABCEHIKMOPTX")
  private static let plants = Array("ABDEGJKLMPRTVW")
  /// The city first and most often, then the Kyiv region, then others.
  private static let regions = [
    "AA", "AA", "AA", "AA", "KA", "KA", "AI", "AI", "KI", "BC", "BH", "AX", "AE", "AB", "CA", "CB",
  ]

  private struct Model: Sendable {
    let make: String
    let name: String
    /// Positions 1 to 8 of the vehicle identification number.
    let vin: String
    let first: Int
    let last: Int

    init(_ make: String, _ name: String, _ vin: String, _ first: Int, _ last: Int) {
      self.make = make
      self.name = name
      self.vin = vin
      self.first = first
      self.last = last
    }
  }

  private static let models: [Model] = [
    Model("Škoda", "Octavia", "TMBZZZ1Z", 2004, 2024),
    Model("Škoda", "Fabia", "TMBZZZ5J", 2001, 2022),
    Model("Škoda", "Kodiaq", "TMBZZZNS", 2017, 2026),
    Model("Volkswagen", "Passat", "WVWZZZ3C", 2005, 2023),
    Model("Volkswagen", "Golf", "WVWZZZ1K", 2004, 2024),
    Model("Volkswagen", "Tiguan", "WVGZZZ5N", 2008, 2026),
    Model("Volkswagen", "Transporter", "WV2ZZZ7H", 2003, 2022),
    Model("Toyota", "Corolla", "NMTBZ3BE", 2007, 2026),
    Model("Toyota", "RAV4", "JTMBFREV", 2006, 2026),
    Model("Toyota", "Camry", "JTNBF3HK", 2006, 2025),
    Model("Renault", "Logan", "VF1LSRAB", 2005, 2020),
    Model("Renault", "Duster", "VF1HSRC5", 2011, 2026),
    Model("Renault", "Megane", "VF1BZ0B0", 2003, 2020),
    Model("Daewoo", "Lanos", "SUPTF69Y", 2001, 2009),
    Model("ЗАЗ", "Lanos", "Y6DTF69Y", 2005, 2017),
    Model("Hyundai", "Tucson", "TMAJ381A", 2005, 2026),
    Model("Hyundai", "Accent", "KMHCT41D", 2006, 2021),
    Model("Kia", "Sportage", "U5YPB814", 2006, 2026),
    Model("Nissan", "Leaf", "JN1AZ0CP", 2011, 2023),
    Model("Nissan", "Qashqai", "SJNFAAJ1", 2007, 2025),
    Model("BMW", "X5", "WBAFE410", 2004, 2025),
    Model("BMW", "320d", "WBA8C510", 2005, 2022),
    Model("Mercedes-Benz", "Sprinter", "WDB90663", 2003, 2023),
    Model("Ford", "Focus", "WF0LXXGC", 2003, 2020),
    Model("Ford", "Transit", "WF0XXXTT", 2003, 2024),
    Model("Mazda", "CX-5", "JMZKE891", 2012, 2026),
    Model("Mitsubishi", "Outlander", "JMBXTGF3", 2007, 2023),
    Model("Opel", "Astra", "W0LBD8EL", 2002, 2021),
    Model("Tesla", "Model 3", "5YJ3E1EA", 2018, 2025),
    Model("Audi", "A6", "WAUZZZ4G", 2004, 2024),
  ]
}
