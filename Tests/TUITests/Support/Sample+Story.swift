import Domain

@testable import TUI

extension Sample {
  /// The missed call at 13:58: it rang, and nobody took it.
  static var missedStory: CallStory {
    var rang = CallFields()
    rang.type = .incoming
    rang.caller = number("0935554433")
    rang.called = shopLine
    rang.disposition = Disposition("IN PROGRESS")
    var ended = rang
    ended.disposition = Disposition("NO ANSWER")
    (ended.duration, ended.wait, ended.talk) = (31, 31, 0)
    ended.utmSource = "(direct)"
    ended.callCard = "https://app.example.com/card/7"
    return CallStory(
      integration: "Ringostat", firstReceived: at("13:58:01"), fields: ended,
      owners: [], isClientByHand: false, isOrderByHand: false,
      deliveries: [
        CallDelivery(
          received: at("13:58:01"), occasion: .before, outcome: .madeCall, fields: rang,
          status: .ringing, text: ["GET", "uniqueid = ua9_-7.1", "caller = +380935554433"]),
        CallDelivery(
          received: at("13:58:33"), occasion: .after, outcome: .changedCall, fields: ended,
          status: .missed,
          text: [
            "POST application/json", "{", "  \"uniqueid\": \"ua9_-7.1\",",
            "  \"disposition\": \"NO ANSWER\"", "}",
          ]),
        CallDelivery(
          received: at("13:58:40"), occasion: .after, outcome: .notUnderstood, fields: nil,
          status: .missed, text: ["POST", "\u{1B}[2Jfoo\u{202E}"]),
      ], hasEarlier: false)
  }
}

extension Sample {
  static let roster = Roster([
    Employee(id: Employee.ID(1), name: "System user", isSystem: true),
    Employee(
      id: Employee.ID(2), name: "Петро С. (101)", number: number("101"), login: "shop_petro"),
  ])
}
