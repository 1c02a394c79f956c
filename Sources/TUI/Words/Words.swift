/// What the console says, in the user's language.
struct Words: Equatable, Sendable {
  let language: Language
  /// Whose keys sentences name.
  var keymap = Keymap.standard

  /// - Parameter values: stand for the "{}" of the phrase, in their order.
  func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
    var pattern = language == .english ? phrase.english : phrase.ukrainian
    if phrase.namesKeys { pattern = naming(pattern) }
    guard !values.isEmpty else { return pattern }
    var text = ""
    var rest = values[...]
    // Byte by byte: to look for a text costs more than all else here.
    pattern.withUTF8 { bytes in
      var done = 0
      for place in bytes.indices.dropLast()
      where bytes[place] == UInt8(ascii: "{") && bytes[place + 1] == UInt8(ascii: "}") {
        text += String(decoding: bytes[done..<place], as: UTF8.self) + (rest.popFirst() ?? "")
        done = place + 2
      }
      text += String(decoding: bytes[done...], as: UTF8.self)
    }
    return text
  }

  /// With the user's keys in place of their actions' names: `{drafts}`.
  private func naming(_ pattern: String) -> String {
    var parts = pattern.split(separator: "{", omittingEmptySubsequences: false)[...]
    var text = String(parts.popFirst() ?? "")
    for part in parts {
      let name = part.prefix { $0 != "}" }
      // What is no action is text: "{id}" in a link.
      let key = keymap.key(name)
      text += (key.isEmpty ? "{\(name)}" : key) + part.dropFirst(name.count + 1)
    }
    return text
  }

  /// A number and its noun: `5 calls`, `5 дзвінків`.
  func count(_ number: Int, _ noun: Noun) -> String {
    "\(number) \(noun.form(for: number, language))"
  }

  /// The month's short name, 1...12.
  func month(_ number: Int) -> String {
    Words.months.indices.contains(number - 1) ? self(Words.months[number - 1]) : ""
  }

  private static let months: [Phrase] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october,
    .november, .december,
  ]
}

/// Nouns that are counted.
enum Noun: CaseIterable, Sendable {
  case call, day, earlierCall, contact, order, unfinishedForm, integration
  case newClient, missedCall, waitingClient

  func form(for number: Int, _ language: Language) -> String {
    switch language {
    case .english: number == 1 ? english.one : english.many
    case .ukrainian: ukrainian[Noun.ukrainianForm(number)]
    }
  }

  private var english: (one: String, many: String) {
    switch self {
    case .call: ("call", "calls")
    case .day: ("day", "days")
    case .earlierCall: ("earlier call", "earlier calls")
    case .contact: ("contact", "contacts")
    case .order: ("order", "orders")
    case .unfinishedForm: ("unfinished form", "unfinished forms")
    case .integration: ("integration", "integrations")
    case .newClient: ("new client", "new clients")
    case .missedCall: ("missed call", "missed calls")
    case .waitingClient: ("client waits for a call", "clients wait for a call")
    }
  }

  private var ukrainian: [String] {
    switch self {
    case .call: ["дзвінок", "дзвінки", "дзвінків"]
    case .day: ["день", "дні", "днів"]
    case .earlierCall: ["дзвінок раніше", "дзвінки раніше", "дзвінків раніше"]
    case .contact: ["контакт", "контакти", "контактів"]
    case .order: ["замовлення", "замовлення", "замовлень"]
    case .unfinishedForm: ["незавершена форма", "незавершені форми", "незавершених форм"]
    case .integration: ["інтеграція", "інтеграції", "інтеграцій"]
    case .newClient: ["новий клієнт", "нові клієнти", "нових клієнтів"]
    case .missedCall: ["пропущений дзвінок", "пропущені дзвінки", "пропущених дзвінків"]
    case .waitingClient:
      ["клієнт чекає на дзвінок", "клієнти чекають на дзвінок", "клієнтів чекають на дзвінок"]
    }
  }

  /// 0 for 1, 21, 31 …; 1 for 2-4, 22-24 …; 2 for all others, 11-14 among them (Unicode CLDR,
  /// plural rules for "uk").
  private static func ukrainianForm(_ number: Int) -> Int {
    let tens = number.magnitude % 100
    let ones = number.magnitude % 10
    if (11...14).contains(tens) { return 2 }
    return ones == 1 ? 0 : (2...4).contains(ones) ? 1 : 2
  }
}
