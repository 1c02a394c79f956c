import Domain

/// What `carbook route` is told.
struct RouteOptions: Equatable {
  var integration: String?
  var scheme: String?
  var days: Int?
  var destination: String?
  var form: RouteReply.Form?
  var key: String?
  var onlineOnly: Bool?
  var hours: String?
  var holidays: String?

  mutating func set(_ option: CommandOption, to value: String) throws(UsageError) {
    switch option {
    case .integration: integration = value
    case .scheme: scheme = value.trimmed
    case .days:
      guard value.allSatisfy(\.isASCIIDigit), let days = Int(value),
        (1...RoutingRule.daysLimit).contains(days)
      else { throw UsageError("--days wants a number from 1 to \(RoutingRule.daysLimit).") }
      self.days = days
    case .destination: destination = value
    case .reply:
      guard let form = RouteReply.Form(rawValue: value) else {
        throw UsageError("--reply is json, text or json-rpc, not \(quoted(value)).")
      }
      self.form = form
    case .key: key = value
    case .online: onlineOnly = try Invocation.isOn(value, of: option)
    case .hours: hours = value
    default: holidays = value
    }
  }
}
