import Domain

/// A repair at the demo shop.
struct DemoOrder: Equatable, Sendable {
  /// `A-10001`
  let number: String
  /// The client's index.
  let contact: Int
  let vehicle: Vehicle
  let status: RepairStatus
  let comment: String?
  let opened: Timestamp
  /// Nil while the order is open.
  let closed: Timestamp?
}

extension DemoShop {
  /// The order with that index, 0..<`orderCount`, in the order in which they were opened.
  func order(_ index: Int) -> DemoOrder {
    var random = SplitMix64(seed: seed, stream: .order, index: index)
    let nominal = nominalOpening(index)
    let contact = client(&random, at: nominal)
    let opened = timeline.workingTime(nominal)
    let days = min(60, random.logNormal(median: 4, spread: 0.8))
    let end = timeline.workingTime(
      opened.advanced(bySeconds: 3600 + Int64(days * 86_400)))
    // The last dozen are still open, so that every stage of a repair is there to be seen.
    let fromLast = orderCount - 1 - index
    let isOpen = fromLast < 12 || end >= timeline.now.advanced(bySeconds: -300)
    let stage = isOpen && fromLast < 12 ? fromLast / 2 : random.below(DemoShop.stages.count)
    let isCancelled = random.chance(0.05)
    return DemoOrder(
      number: "A-\(10_001 + index)", contact: contact, vehicle: vehicle(&random, of: contact),
      status: isOpen ? DemoShop.stages[stage] : isCancelled ? .cancelled : .closed,
      comment: random.chance(0.88) ? random.pick(DemoShop.works) : nil,
      opened: opened, closed: isOpen ? nil : max(end, opened.advanced(bySeconds: 1800)))
  }

  var orderCount: Int {
    contactCount * 3 / 2
  }

  /// The client of an order that was opened in the ten days before that instant; nil in the first
  /// days.
  func clientInRepair(_ random: inout SplitMix64, at instant: Timestamp) -> Int? {
    let count = Double(orderCount)
    let last = Int(timeline.share(at: instant) * count) - 1
    let index = last - random.below(Int(count * 10 / 365) + 1)
    guard (0..<orderCount).contains(index) else { return nil }
    var own = SplitMix64(seed: seed, stream: .order, index: index)
    return client(&own, at: nominalOpening(index))
  }

  /// When that order was opened, but for the shop's hours.
  private func nominalOpening(_ index: Int) -> Timestamp {
    var random = SplitMix64(seed: seed, stream: .moment, index: index)
    return timeline.instant((Double(index) + random.fraction()) / Double(orderCount))
  }

  /// Somebody who was a client then, newer ones rather than older.
  func client(_ random: inout SplitMix64, at instant: Timestamp) -> Int {
    let known = contacts(at: instant)
    let place = random.fraction()
    return known - 1 - Int(Double(known) * place * place)
  }

  /// One client in eight has a second car.
  private func vehicle(_ random: inout SplitMix64, of contact: Int) -> Vehicle {
    var own = SplitMix64(seed: seed, stream: .vehicle, index: contact)
    let year = timeline.zone.date(at: timeline.now).year
    let first = DemoVehicles.vehicle(&own, year: year)
    return own.chance(0.125) && random.chance(0.4) ? DemoVehicles.vehicle(&own, year: year) : first
  }

  private static let stages: [RepairStatus] = [
    .new, .diagnostics, .waitingForApproval, .waitingForParts, .inRepair, .ready,
  ]

  private static let works = [
    "Заміна оливи та фільтрів", "Планове ТО 60 000 км", "Заміна гальмівних колодок і дисків",
    "Стукіт у передній підвісці", "Діагностика ходової", "Не заводиться, перевірити акумулятор",
    "Заміна ременя ГРМ з помпою", "Сезонна заміна шин, балансування", "Розвал-сходження",
    "Горить Check Engine, помилка P0420", "Тече антифриз, опресування системи",
    "Заправка кондиціонера", "Заміна зчеплення", "Ремонт рейки, люфт керма",
    "Фарбування заднього бампера", "Заміна лобового скла", "Шум підшипника маточини",
    "Oil and filter change", "Front brake pads, discs measured", "Battery test before winter",
    "Gearbox oil leak, customer waits for the quote", "Parking sensors do not work",
    "Pre-purchase inspection", "Заміна амортизаторів, клієнт привіз свої",
  ]
}
