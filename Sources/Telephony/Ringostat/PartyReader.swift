import Domain

/// Reads one side of a call: a bare number, `"Display name" <380501112233>`, `"login" <login>`, each
/// of them perhaps HTML-escaped or percent-encoded once too often. The display name is whatever the
/// caller's telephone says and is never believed.
struct PartyReader {
  let plan: NumberPlan

  /// Nil where the number is hidden or none stands there.
  func number(_ text: String) -> PhoneNumber? {
    // As most are written.
    let isBare = text.utf8.allSatisfy { byte in
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "+")
    }
    if isBare, text.utf8.count <= ValueReader.textLimit { return plan.number(text) }
    guard ValueReader.text(text) != nil else { return nil }
    let party = PartyReader.unescape(ValueReader.withoutLeftovers(text)).trimmed
    return PartyReader.addresses(in: party).lazy.compactMap { address in
      plan.number(ValueReader.cut(address))
    }.first
  }

  /// What may be the number, the likeliest first. The last "<" opens it: a display name may hold
  /// one of its own.
  private static func addresses(in party: String) -> [String] {
    var name = Substring(party)
    var addresses: [String] = []
    if let open = party.utf8.lastIndex(of: UInt8(ascii: "<")) {
      let behind = party.utf8[open...].dropFirst().prefix { $0 != UInt8(ascii: ">") }
      addresses.append(String(Substring(behind)))
      // Empty brackets: the name is all there is.
      guard addresses[0].trimmed.isEmpty else { return addresses }
      name = party[..<open]
    }
    guard name.utf8.first == .quote, let last = name.utf8.lastIndex(of: .quote) else {
      return addresses + [String(name)]
    }
    let behind = Substring(name.utf8[last...].dropFirst()).trimmed
    let quoted = name[..<last].dropFirst()
    return addresses + [behind.isEmpty ? String(quoted) : behind]
  }

  /// Undoes HTML's five escapes (and their numbers), twice over where "&amp;quot;" stands.
  private static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var text = text
    for (escape, character) in [
      ("&amp;", "&"), ("&quot;", "\""), ("&#34;", "\""), ("&#034;", "\""), ("&#x22;", "\""),
      ("&apos;", "'"), ("&#39;", "'"), ("&#039;", "'"), ("&#43;", "+"), ("&lt;", "<"),
      ("&#60;", "<"), ("&gt;", ">"), ("&#62;", ">"),
    ] {
      text = text.replacing(escape, with: character)
    }
    return text
  }
}
