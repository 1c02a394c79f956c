import Domain

/// A client of the demo shop.
struct DemoContact: Equatable, Sendable {
  let draft: ContactDraft
  let created: Timestamp
}

extension DemoShop {
  /// The client with that index, 0..<`contactCount`; a greater index came later. Numbers depend
  /// on the seed and the index alone, so a live feed meets the clients of an older demo.
  func contact(_ index: Int) -> DemoContact {
    var random = SplitMix64(seed: seed, stream: .contact, index: index)
    let person: DemoNames.Person? =
      switch random.below(100) {
      case 0..<2: nil
      case 2..<7: DemoNames.english(&random)
      case 7..<10: DemoNames.polish(&random)
      default: DemoNames.ukrainian(&random)
      }
    var draft = ContactDraft(name: person?.name ?? "")
    draft.numbers = slots(ofContact: index).map {
      ContactDraft.Number(text: numbers.number($0).text)
    }
    if let person, random.chance(0.45) {
      let digits = random.chance(0.5) ? String(random.within(70...99)) : ""
      let host = random.chance(0.7) ? "example.com" : "example.net"
      draft.emails = ["\(person.login)\(digits)@\(host)"]
    }
    if random.chance(0.12) { draft.organizations = [DemoNames.company(&random)] }
    if random.chance(0.5) { draft.responsible = random.pick(staff).name }
    if random.chance(0.16) { draft.note = random.pick(DemoShop.notes) }
    return DemoContact(draft: draft, created: timeline.workingTime(timeline.instant(share(index))))
  }

  /// The slots of that client's one or two numbers, the main one first.
  func slots(ofContact index: Int) -> ClosedRange<Int> {
    var random = SplitMix64(seed: seed, stream: .number, index: -1 - index)
    return 2 * index...2 * index + (random.chance(0.25) ? 1 : 0)
  }

  /// When in the year that client came. Nearly half came in the three years before it.
  private func share(_ index: Int) -> Double {
    var random = SplitMix64(seed: seed, stream: .moment, index: -1 - index)
    let place = (Double(index) + random.fraction()) / Double(contactCount)
    return place < DemoShop.oldClients
      ? (place - DemoShop.oldClients) / DemoShop.oldClients * 3
      : (place - DemoShop.oldClients) / (1 - DemoShop.oldClients)
  }

  /// How many clients the shop had at that instant of the year: those with the indices below.
  func contacts(at instant: Timestamp) -> Int {
    let yesterday = timeline.share(at: instant.advanced(bySeconds: -86_400))
    let place = DemoShop.oldClients + max(0, yesterday) * (1 - DemoShop.oldClients)
    return min(contactCount, max(1, Int(place * Double(contactCount))))
  }

  private static let oldClients = 0.45

  private static let notes = [
    "Телефонувати після 18:00.", "Постійний клієнт, знижка 5 %.", "Друге авто — дружини.",
    "Просить оригінальні запчастини.", "Prefers English.", "Рахунок на компанію, без ПДВ.",
    "Писати у Viber, слухавку бере рідко.", "Leaves the key at the reception desk.",
    "Забирає авто тільки в суботу.", "Потрібен евакуатор — пояснити заздалегідь.",
  ]
}
