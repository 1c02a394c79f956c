import Domain

/// What a parameter can say. The provider's customer names each parameter himself, so every meaning
/// has many names (provider facts, "Names seen for the same thing").
enum Meaning: Int, CaseIterable {
  case id, start, type
  /// The side that dialled, the client's side, and the side that was dialled.
  case caller, client, called
  case outbound, pool, connectedWith, staffID, department
  case result, duration, durationInMilliseconds, wait, talk
  case recording, hasRecording, callCard
  case utmSource, utmMedium, utmCampaign, utmContent, utmTerm, googleClientID

  /// In lower case with underscores; the first one that says something is believed.
  var names: [String] {
    switch self {
    case .id: ["uniqueid", "call_id", "cdr_id", "record"]
    // Microseconds first: they need no zone and know the repeated hour.
    case .start: ["calldate_timestamp_micros", "calldate", "call_date", "date"]
    case .type: ["call_type", "type"]
    case .caller: ["caller", "caller_number"]
    case .client: ["userfield", "e164"]
    case .called: ["callee", "dst", "destination", "call_destination"]
    case .outbound: ["outbound_number"]
    case .pool: ["pool_name", "n_alias"]
    // A person's name, then a login, then a number.
    case .connectedWith:
      [
        "employee_fio", "employee", "connected_with", "employee_number", "internal_number",
        "extension_number", "additional_number", "manager_id",
      ]
    case .staffID: ["staffid"]
    case .department: ["department"]
    case .result: ["disposition", "status", "call_status"]
    case .duration: ["duration", "call_duration"]
    case .durationInMilliseconds: ["duration_ms"]
    case .wait: ["waittime", "waiting"]
    case .talk: ["billsec", "dialog"]
    // `record` is an id in some projects and a link in others: only its look tells.
    case .recording: ["recording_wav", "recording", "record_link", "record"]
    case .hasRecording: ["has_recording"]
    case .callCard: ["call_card"]
    case .utmSource: ["utm_source"]
    case .utmMedium: ["utm_medium"]
    case .utmCampaign: ["utm_campaign"]
    case .utmContent: ["utm_content"]
    case .utmTerm: ["utm_term"]
    case .googleClientID: ["client_id", "google_id"]
    }
  }

  /// Every name that says something of a call, and the place of its value among all of them.
  static let places: [String: Int] = {
    let names = Set(allCases.flatMap(\.names) + CallRemark.allCases.flatMap(\.names))
    return Dictionary(uniqueKeysWithValues: names.sorted().enumerated().map { ($1, $0) })
  }()

  /// Of `names`, in their order.
  var places: [Int] { Meaning.ownPlaces[rawValue] }

  /// Made once: every delivery asks for all of them.
  private static let ownPlaces = allCases.map { $0.names.compactMap { places[$0] } }

  /// Of the names of the call's id, in bytes.
  static let idLengths = Set(Meaning.id.names.map(\.utf8.count))

  /// As header fields these are HTTP's own, or too common to be trusted.
  static let placesNeverInHeaders = ["date", "destination", "status", "type"].map { places[$0] }
}

extension CallRemark {
  /// As `Meaning.names`.
  var names: [String] {
    switch self {
    case .landing: ["landing"]
    // Both as the provider spells it and as it is spelt.
    case .referrer: ["refferrer", "referrer"]
    case .address: ["remote_ip"]
    case .isProper: ["proper_flag"]
    case .isRepeated: ["repeated_flag"]
    case .count: ["call_counter"]
    case .categoryNumber: ["category_number"]
    case .categoryMark: ["category_mark"]
    case .employeeMark: ["employee_mark"]
    case .scheme: ["scheme_name"]
    case .step: ["step_forward"]
    case .project: ["project_id"]
    }
  }
}
