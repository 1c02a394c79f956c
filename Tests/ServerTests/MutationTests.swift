import TestSupport
import Testing

@testable import Server

/// The corpus with bytes changed, doubled, cut and put in: nothing traps, and the verdict never
/// depends on how the bytes were split.
@Suite struct MutationTests {
  private static let morsels = [
    "\r\n", "\n", "\r", " ", "\t", ":", ",", ";", "0\r\n\r\n", "HTTP/1.1", "Host: h\r\n",
    "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n",
    "Expect: 100-continue\r\n", "99999999999999999999", "-1", "+1", "0x1", "%", "#", "?", "\u{0}",
    "é",
  ]

  @Test func mutatedRequestsAreReadAlikeHoweverTheyAreSplit() throws {
    var mutator = Mutator(seed: 20_261_121, morsels: MutationTests.morsels)
    // Long ones are about limits, which have tests of their own.
    let seeds = (CorpusTests.valid + CorpusTests.invalid).map(\.bytes).filter { $0.count < 2000 }
    try #require(seeds.count > 100)
    var narrow = Limits()
    narrow.line = 60
    narrow.head = 300
    narrow.fields = 6
    narrow.body = 40
    var taken = 0
    var refused = 0
    for round in 0..<2000 {
      let bytes = mutator.mutated(seeds[round % seeds.count], limit: 4)
      for limits in [Limits(), narrow] {
        let whole = Reading(bytes, limits: limits)
        let single = Reading(bytes.indices.map { bytes[$0...$0] }, limits: limits)
        #expect(single.agrees(with: whole), "\(bytes)")
        let point = Int.random(in: 0...bytes.count, using: &mutator.random)
        let split = Reading([bytes[..<point], bytes[point...]], limits: limits)
        #expect(split.agrees(with: whole), "\(bytes) at \(point)")
        taken += whole.requests.isEmpty ? 0 : 1
        refused += whole.refusal == nil ? 0 : 1
      }
    }
    // Or the test would say nothing.
    #expect(taken > 100 && refused > 500)
  }
}
