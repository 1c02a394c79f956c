import Domain

/// The provider's own log of calls (`GET /calls/list`): what it is asked, and what it answers.
public enum CallsList {
  /// The most calls that one request is answered with: so many may be all or not.
  public static let limit = 6500

  /// What is asked of each call.
  public enum Fields: Sendable {
    /// All that means something to us.
    case all
    /// What a call cannot do without, where the project does not know one of the others.
    case core

    var names: [String] {
      let core = [
        "uniqueid", "calldate", "call_type", "caller", "dst", "disposition", "duration", "billsec",
      ]
      guard self == .all else { return core }
      return core + [
        "userfield", "waittime", "pool_name", "n_alias", "connected_with", "employee_fio",
        "department", "has_recording", "recording", "recording_wav", "call_card", "utm_source",
        "utm_medium", "utm_campaign", "utm_content", "utm_term", "client_id",
      ]
    }
  }

  /// - Parameters:
  ///   - from: the first second.
  ///   - to: the last one.
  ///   - zone: the project's, in which the provider reads the two.
  public static func request(
    from: Timestamp, to: Timestamp, zone: Zone, fields: Fields = .all
  ) -> ProviderRequest {
    let query = [
      ("export_type", "json"), ("from", wallClock(from, zone)), ("to", wallClock(to, zone)),
      ("fields", fields.names.joined(separator: ",")), ("order", "calldate desc"),
    ].map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    return ProviderRequest(.get, "/calls/list?\(query)")
  }

  /// Each call of an answer as a delivery for the journal. An empty body says that there were none.
  /// - Throws: `incorrectField`, which comes as plain text and sometimes with status 200;
  ///   `brokenOff` where the end is missing; `notUnderstood` where it is no list of calls.
  public static func deliveries(
    in body: [UInt8]
  ) throws(ProviderProblem) -> [RawDelivery] {
    guard let first = body.first(where: { $0 > 0x20 && $0 < 0x80 }) else { return [] }
    guard first == .openBracket else {
      try refuseFields(body)
      throw ProviderProblem(.notUnderstood)
    }
    guard let elements = JSONReader.elements(body) else {
      throw ProviderProblem(body.last { $0 > 0x20 } == .closeBracket ? .notUnderstood : .brokenOff)
    }
    guard elements.allSatisfy({ $0.first == .openBrace }) else {
      throw ProviderProblem(.notUnderstood)
    }
    return elements.map {
      RawDelivery(
        method: RawDelivery.fetching, query: "", mediaType: "application/json", body: Array($0))
    }
  }

  private static func refuseFields(_ body: [UInt8]) throws(ProviderProblem) {
    let text = TextDecoder.text(body.prefix(2000))
    guard text.lowercased().contains("incorrect field") else { return }
    throw ProviderProblem(.incorrectField, words: text)
  }

  /// `2026-08-08 11:11:11`
  private static func wallClock(_ instant: Timestamp, _ zone: Zone) -> String {
    zone.civilTime(at: instant).iso8601.replacing("T", with: " ")
  }

  /// RFC 3986, section 2.1: everything but unreserved characters and commas.
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-_.,".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}
