import Server
import Synchronization
import Testing

@testable import carbook

/// Who is turned away, how, and who never waits.
@Suite struct DoorkeeperTests {
  /// Knows one good path.
  private final class Inner: RequestHandler {
    func handle(_ exchanges: [Exchange]) -> [Answer] {
      exchanges.map { exchange in
        let isGood = exchange.request.path == "/good"
        return Answer(
          id: exchange.id, response: Response(status: isGood ? 200 : 404, text: "inner\n"))
      }
    }

    func resume(now: Int64) -> [Answer] { [] }
    var timeoutMilliseconds: Int? { nil }
    func abandoned(_ id: ExchangeID) {}
  }

  private func doorkeeper(_ rules: PeerRules = PeerRules()) -> Doorkeeper {
    Doorkeeper(rules: rules, log: { _ in }, before: Inner())
  }

  private func answer(
    _ doorkeeper: Doorkeeper, _ path: String, from peer: String = "203.0.113.9"
  ) -> Response? {
    let request = Request(method: "GET", target: path, path: path, peer: peer)
    let id = ExchangeID(connection: 1, number: 1)
    let answers = doorkeeper.handle([Exchange(id: id, request: request)])
    return answers.count == 1 && answers[0].id == id ? answers[0].response : nil
  }

  private func bytes(_ response: Response?) -> [UInt8]? {
    response.map { ResponseEncoder.encode($0, isPersistent: !$0.closes) }
  }

  @Test func whoeverIsTurnedAwayGetsTheSameBytes() throws {
    let rules = PeerRules(allowed: [try #require(AddressRange(parsing: "203.0.113.0/24"))])
    let doorkeeper = doorkeeper(rules)
    let wrong = try #require(answer(doorkeeper, "/wrong"))
    #expect(wrong.status == 404 && wrong.closes)
    for (path, peer) in [("/good", "198.51.100.1"), ("/wrong", "198.51.100.1"), ("/good", "")] {
      #expect(bytes(answer(doorkeeper, path, from: peer)) == bytes(wrong))
    }
    #expect(answer(doorkeeper, "/good")?.status == 200)
  }

  @Test func wrongTokensOfOneAddressAreSlowedAndOthersAreNot() {
    let doorkeeper = doorkeeper()
    for _ in 1...WrongTokens.limit { #expect(answer(doorkeeper, "/wrong")?.delay == 0) }
    let late = answer(doorkeeper, "/wrong")
    #expect(late?.delay == WrongTokens.delay)
    #expect(answer(doorkeeper, "/good") == Response(status: 200, text: "inner\n"))
    #expect(answer(doorkeeper, "/wrong", from: "198.51.100.1")?.delay == 0)
  }

  @Test func wrongTokensOfManyAddressesAreSlowedTogether() {
    let doorkeeper = doorkeeper()
    for number in 0..<WrongTokens.limitInAll {
      #expect(answer(doorkeeper, "/wrong", from: "10.0.0.\(number)")?.delay == 0)
    }
    #expect(answer(doorkeeper, "/wrong", from: "10.0.1.1")?.delay == WrongTokens.delay)
    #expect(answer(doorkeeper, "/good", from: "10.0.0.1")?.delay == 0)
  }

  @Test func aMinuteIsSummedUpOnce() {
    var tokens = WrongTokens()
    #expect(tokens.ends == nil && tokens.takeTotal(now: 1_000_000) == nil)
    for now in 5_000..<5_300 { _ = tokens.count(nil, now: Int64(now)) }
    #expect(tokens.count(nil, now: 64_999) == WrongTokens.delay)
    #expect(tokens.takeTotal(now: 64_999) == nil)
    #expect(tokens.takeTotal(now: 65_000) == 301)
    #expect(tokens.takeTotal(now: 65_000) == nil)
    #expect(tokens.count(nil, now: 65_001) == 0)
  }
}
