import Domain

@testable import TUI

extension Effect {
  /// That the client of `Sample.ringing` is new.
  static let newClientTold = newClientTold(Sample.ringing)

  static func newClientTold(_ call: Call, count: Int = 1) -> Effect {
    .announce(Notice(.newClient, number: call.client, at: call.start, count: count))
  }
}
