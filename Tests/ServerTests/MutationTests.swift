import Testing

@testable import Server

/// The corpus with bytes changed, doubled, cut and put in: nothing traps, and the verdict never
/// depends on how the bytes were split.
@Suite struct MutationTests {
  @Test func mutatedRequestsAreReadAlikeHoweverTheyAreSplit() throws {
    var random = SplitMix(state: 20_261_121)
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
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int(random.next() % 4) { random.mutate(&bytes) }
      for limits in [Limits(), narrow] {
        let whole = Reading(bytes, limits: limits)
        let single = Reading(bytes.indices.map { bytes[$0...$0] }, limits: limits)
        #expect(single.agrees(with: whole), "\(bytes)")
        let point = Int(random.next() % UInt64(bytes.count + 1))
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

/// SplitMix64: the same numbers on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let morsels = [
    "\r\n", "\n", "\r", " ", "\t", ":", ",", ";", "0\r\n\r\n", "HTTP/1.1", "Host: h\r\n",
    "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n",
    "Expect: 100-continue\r\n", "99999999999999999999", "-1", "+1", "0x1", "%", "#", "?", "\u{0}",
    "é",
  ].map { Array($0.utf8) }

  mutating func mutate(_ bytes: inout [UInt8]) {
    let position = Int.random(in: 0...bytes.count, using: &self)
    let end = min(bytes.count, position + Int.random(in: 0...12, using: &self))
    switch Int.random(in: 0..<4, using: &self) {
    case 0: bytes.removeSubrange(position..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
    case 2:
      let morsel = SplitMix.morsels[Int.random(in: 0..<SplitMix.morsels.count, using: &self)]
      bytes.insert(contentsOf: morsel, at: position)
    default: if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &self) }
    }
  }
}
