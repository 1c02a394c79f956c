import Foundation
import Testing

/// The events of one call give the same call, in whatever order and however often they arrive.
@Suite struct MergingTests {
  struct Story: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Link and form fields; the id stands in front of them.
    let events: [(link: String, fields: String)]
    /// What `carbook calls` says at last: status, raw status, type, client, wait, talk, connected
    /// with, source, recording.
    let outcome: String
  }

  /// Long ago, so that no story is still going on.
  private static let start = "date=2026-08-08+11%3A11%3A11"
  private static let recording = "recording_wav=https%3A%2F%2Fapp.ringostat.com%2Fr.wav"

  static let stories = [
    Story(
      testDescription: "answered",
      events: [
        ("before", "call_type=in&userfield=380501112201&dst=380440000009&utm_source=google"),
        ("answered", "call_type=in&userfield=380501112201&connected_with=ivanenko&waittime=12"),
        (
          "after",
          "call_type=in&userfield=380501112201&disposition=PROPER&billsec=95&duration=107"
            + "&utm_medium=cpc&utm_term=oil&has_recording=1&\(recording)"
        ),
      ],
      outcome: "answered PROPER in +380501112201 12 95 ivanenko google, cpc, oil "
        + "https://app.ringostat.com/r.wav"),
    Story(
      testDescription: "rewritten as it goes on",
      events: [
        ("after", "type=in&caller=380501112202&status=NO+ANSWER&call_duration=0"),
        ("after", "type=in&caller=380501112202&status=ANSWERED&waiting=7&dialog=20"),
        ("after", "type=in&caller=380501112202&status=REPEATED&waiting=7&dialog=425"),
      ],
      outcome: "answered REPEATED in +380501112202 7 425 - - -"),
    Story(
      testDescription: "missed",
      events: [
        ("before", "type=in&caller=0501112203&n_alias=%D0%A1%D0%B5%D1%80%D0%B2%D1%96%D1%81"),
        ("after", "type=in&caller=%2B380501112203&status=NO_ANSWER&call_duration=31&dialog=0"),
      ],
      outcome: "missed NO_ANSWER in +380501112203 31 0 - - -"),
    Story(
      testDescription: "not reached",
      events: [
        ("before-outgoing", "caller=ivanenko&dst=380501112204&outbound_number=380440000009"),
        (
          "after-outgoing", "type=out&caller=ivanenko&dst=380501112204&status=NO+ANSWER&duration=20"
        ),
      ],
      outcome: "not-reached NO ANSWER out +380501112204 20 0 - - -"),
    Story(
      testDescription: "voicemail",
      events: [
        ("before", "type=in&caller=380501112205"),
        ("after", "type=in&caller=380501112205&status=NO+ANSWER&duration=40"),
        (
          "after",
          "type=in&caller=380501112205&status=VOICEMAIL&waiting=30&dialog=10&has_recording=1"
            + "&\(recording)"
        ),
      ],
      outcome: "voicemail VOICEMAIL in +380501112205 30 10 - - https://app.ringostat.com/r.wav"),
    Story(
      testDescription: "busy",
      events: [
        ("before", "type=in&caller=380501112206&utm_source=%28direct%29&utm_medium=%28none%29"),
        ("after", "type=in&caller=380501112206&status=BUSY&has_recording=0&\(recording)"),
      ],
      outcome: "busy BUSY in +380501112206 - - - (direct), (none) -"),
    Story(
      testDescription: "one link for everything",
      events: [
        ("before", "type=in&caller=380501112207&status=NO+ANSWER"),
        ("before", "type=in&caller=380501112207&status=ANSWERED&waiting=3&dialog=8"),
      ],
      outcome: "answered ANSWERED in +380501112207 3 8 - - -"),
  ]

  /// Every order, each also with every event sent twice: once more at the end, and each at once.
  static func arrivals(_ count: Int) -> [[Int]] {
    let orders = permutations(Array(0..<count))
    return orders + orders.map { $0 + $0 } + orders.map { $0.flatMap { [$0, $0] } }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }

  @Test func `every order and repetition gives one call`() throws {
    let shop = try Shop()
    let listener = try shop.listen()
    var requests: [Curl.Request] = []
    for (number, story) in Self.stories.enumerated() {
      for (order, arrival) in Self.arrivals(story.events.count).enumerated() {
        for index in arrival {
          let event = story.events[index]
          let body = "call_id=\(number)-\(order)&\(Self.start)&\(event.fields)"
          requests.append(Curl.Request(url: try shop.link(event.link), body: body))
        }
      }
    }
    #expect(try Curl.sequence(requests, in: shop.folder).allSatisfy { $0.status == 200 })

    let calls = try shop.calls()
    #expect(calls.count == Self.stories.map { Self.arrivals($0.events.count).count }.reduce(0, +))
    for (number, story) in Self.stories.enumerated() {
      let versions = calls.filter { $0.providerId.hasPrefix("\(number)-") }
      for call in versions {
        #expect(Self.outcome(call) == story.outcome, "\(story.testDescription) \(call.providerId)")
        #expect(call.date == "2026-08-08T08:11:11Z")
      }
      // All the rest is the same too: whole lines without the ids.
      #expect(Set(versions.map(Self.withoutIDs)).count == 1, "\(story.testDescription)")
    }
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test func `a call goes from ringing to talking to answered`() throws {
    let shop = try Shop()
    let listener = try shop.listen()
    let steps = [
      ("before", "", "ringing - in +380501112233 - - - - -"),
      (
        "answered", "&connected_with=ivanenko&waittime=4",
        "talking - in +380501112233 4 - ivanenko - -"
      ),
      (
        "after", "&status=ANSWERED&waittime=4&billsec=60",
        "answered ANSWERED in +380501112233 4 60 ivanenko - -"
      ),
    ]
    for (link, fields, outcome) in steps {
      let body = "uniqueid=live-1&call_type=in&userfield=380501112233&dst=380440000009" + fields
      #expect(try shop.send(link, body, type: "application/x-www-form-urlencoded").status == 200)
      #expect(try Self.outcome(shop.call("live-1")) == outcome)
    }
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  private static func outcome(_ call: PrintedCall) -> String {
    [
      call.status, call.rawStatus, call.type, call.client, call.wait.map(String.init),
      call.talk.map(String.init), call.connectedWith, call.source, call.recording,
    ].map { $0 ?? "-" }.joined(separator: " ")
  }

  private static func withoutIDs(_ call: PrintedCall) -> String {
    [
      outcome(call), call.date, call.comment, call.caller, call.called, call.customer, call.order,
    ].map { $0 ?? "-" }.joined(separator: "|")
  }
}
