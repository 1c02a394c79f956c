import Domain
import TUI

/// What the options of `carbook integration add` and `set` say; nil where they say nothing.
struct IntegrationChanges: Equatable {
  var name: String?
  var isAvailable: Bool?
  var projectID: String?
  /// A path, or `-` for standard input; empty to take the key away.
  var authKeyFile: String?
  var baseURL: String?
  var zone: String?
  var ownNumbers: [String]?
  var sipLogins: [String]?
  var publicURL: String?
  var newNumbers: NewNumbers?
  var announcesNewNumbers: Bool?
  var contactLink: String?
  var leadLink: String?
  var dealLink: String?
  /// Seconds for which the old links of `rotate` work.
  var grace: Int64?

  mutating func set(_ option: CommandOption, to value: String) throws(UsageError) {
    switch option {
    case .name: name = value
    case .available: isAvailable = try IntegrationChanges.flag(value, of: option)
    case .projectID: projectID = value
    case .authKeyFile: authKeyFile = value
    case .baseURL: baseURL = value
    case .zone: zone = value
    case .ownNumbers: ownNumbers = IntegrationChanges.list(value)
    case .sipLogins: sipLogins = IntegrationChanges.list(value)
    case .publicURL: publicURL = value
    case .newNumbers:
      guard let named = NewNumbers(rawValue: value) else {
        throw UsageError("--new-numbers is ask or create, not \(quoted(value)).")
      }
      newNumbers = named
    case .announce: announcesNewNumbers = try IntegrationChanges.flag(value, of: option)
    case .contactLink: contactLink = value
    case .leadLink: leadLink = value
    case .grace: grace = try IntegrationChanges.grace(value)
    default: dealLink = value
    }
  }

  /// - Parameter key: what the key's file holds, where one is named.
  func apply(to draft: inout IntegrationDraft, key: Secret?) {
    if let name { draft.name = name }
    if let isAvailable { draft.isAvailable = isAvailable }
    if let projectID { draft.projectID = projectID }
    if authKeyFile != nil { draft.authKey = key }
    if let baseURL { draft.baseURL = baseURL }
    if let zone { draft.zone = zone }
    if let ownNumbers { draft.ownNumbers = ownNumbers }
    if let sipLogins { draft.sipLogins = sipLogins }
    if let publicURL { draft.publicURL = publicURL }
    if let newNumbers { draft.newNumbers = newNumbers }
    if let announcesNewNumbers { draft.announcesNewNumbers = announcesNewNumbers }
    if let contactLink { draft.contactLink = contactLink }
    if let leadLink { draft.leadLink = leadLink }
    if let dealLink { draft.dealLink = dealLink }
  }

  private static func flag(_ value: String, of option: CommandOption) throws(UsageError) -> Bool {
    switch value {
    case "on": return true
    case "off": return false
    default: throw UsageError("\(option.flag) is on or off, not \(quoted(value)).")
    }
  }

  /// Empty texts are left out: `--own-numbers ''` empties the list.
  private static func list(_ value: String) -> [String] {
    value.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
  }

  /// `0`, `45m`, `12h`, `1d`, `2w`: seconds.
  static func grace(_ value: String) throws(UsageError) -> Int64 {
    let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    let digits = value.prefix(while: \.isASCIIDigit)
    let unit = value.dropFirst(digits.count)
    if let number = Int64(digits), digits.count <= 6 {
      if number == 0, unit.isEmpty { return 0 }
      if unit.count == 1, let last = unit.last, let seconds = units[last],
        number * seconds <= longestGrace
      {
        return number * seconds
      }
    }
    throw UsageError(
      "--grace wants 0, or a time like 45m, 12h, 1d or 2w, four weeks at most, "
        + "not \(quoted(value)).")
  }

  private static let longestGrace: Int64 = 4 * 604_800
}
