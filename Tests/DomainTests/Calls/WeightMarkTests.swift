import Testing

@testable import Domain

@Suite struct WeightMarkTests {
  /// Stored bytes never change their meaning.
  @Test(
    arguments: [
      (Weight(phase: .before, talk: 0), CallField.type, [0, 0, 1]),
      (Weight(phase: .answered, talk: 127), .talk, [1, 127, 0x80, 0x01]),
      (Weight(phase: .after, talk: 300), .googleClientID, [2, 0xAC, 0x02, 0x80, 0x80, 0x80, 0x01]),
      (
        Weight(phase: .after, talk: .max), .caller,
        [2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 2]
      ),
    ] as [(Weight, CallField, [UInt8])])
  func bytes(_ weight: Weight, _ field: CallField, _ bytes: [UInt8]) {
    #expect(WeightMark.encode([WeightMark(weight: weight, field: field)]) == bytes)
    let decoded = WeightMark.decode(bytes)
    #expect(decoded.map(\.weight) == [weight])
    #expect(CallField.allCases.filter { decoded[0].contains($0) } == [field])
  }

  @Test(
    arguments: [
      [], [0], [0, 0], [3, 0, 1], [0, 0x80], [0, 0, 0x80], [255, 255, 255],
      [2] + Array(repeating: 0xFF, count: 40), [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
    ] as [[UInt8]])
  func aDamagedTailIsLeftOut(_ tail: [UInt8]) {
    #expect(WeightMark.decode(tail).isEmpty)
    #expect(WeightMark.decode([1, 5, 1] + tail).count == 1)
  }

  @Test func aCallThatOneEventToldNeedsNone() {
    let event = CallEvent(
      providerID: "1", occasion: .after, received: Timestamp(seconds: 1),
      fields: fields { $0.talk = 5 })
    #expect(CallRecord(event).marks.isEmpty)
  }
}
