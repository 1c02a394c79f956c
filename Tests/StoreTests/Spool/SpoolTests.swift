import Domain
import Foundation
import Testing

@testable import Store

/// The spool as a file: what it keeps through crashes, damage and company.
struct SpoolTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "carbook-\(UUID().uuidString)"
  ).path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  var path: String { folder + "/shop.db.spool" }
  var spool: Spool { Spool(store: folder + "/shop.db") }

  static func delivery(_ body: String) -> ReceivedDelivery {
    ReceivedDelivery(
      integration: Integration.ID(1), occasion: .after, origin: .delivered, received: Shop.noon,
      raw: RawDelivery(
        method: "POST", query: "", mediaType: "application/json", body: Array(body.utf8)))
  }

  func write(_ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  func readAll() throws -> [ReceivedDelivery] {
    try spool.read(after: nil).deliveries
  }

  static let deliveries = [
    ReceivedDelivery(
      integration: Integration.ID(.max), occasion: .beforeOutgoing, origin: .fetched,
      received: Timestamp(milliseconds: -1),
      raw: RawDelivery(
        method: "PUT", query: "a=1&b=Ї%20", mediaType: nil, body: Array(0...255)),
      makesCall: false),
    ReceivedDelivery(
      integration: Integration.ID(2), occasion: .before, origin: .delivered, received: Shop.noon,
      raw: RawDelivery(
        method: "", query: "", mediaType: "",
        headers: [
          .init(name: "X-Call-Id", value: "ua9_-1790000000.1"), .init(name: "", value: ""),
          .init(name: "X-Name", value: "Олена, : \n\u{0}"),
        ], body: [])),
    ReceivedDelivery(
      integration: Integration.ID(3), occasion: .answered, origin: .replayed, received: Shop.noon,
      raw: RawDelivery(
        method: "POST", query: "", mediaType: "text/plain; charset=\"utf-8\"",
        body: Array("\n\n00000000 5 hello\n".utf8))),
  ]

  @Test func aDeliveryIsReadAsItWasWritten() throws {
    #expect(spool.isEmpty && spool.count == 0)
    try spool.append([Self.deliveries[0]])
    try spool.append(Array(Self.deliveries[1...]))
    let batch = try spool.read(after: nil)
    #expect(batch.deliveries == Self.deliveries)
    #expect(batch.unreadable.isEmpty && batch.isLast)
    #expect(!spool.isEmpty && spool.count == 3)
    #expect(try spool.clear(upTo: batch.end))
    #expect(spool.isEmpty)
    #expect(try readAll().isEmpty)
  }

  @Test func deliveriesHaveIDsOfTheirOwnInOrderOfReceipt() {
    let ids = (0..<200).map { index in
      let raw = RawDelivery(method: "POST", query: "", mediaType: nil, body: [])
      return ReceivedDelivery(
        integration: Integration.ID(1), occasion: .after, origin: .delivered,
        received: Timestamp(milliseconds: Shop.noon.milliseconds + Int64(index / 2)), raw: raw
      ).id.uuidString
    }
    #expect(Set(ids).count == 200)
    let everySecond = stride(from: 0, to: 200, by: 2).map { ids[$0] }
    #expect(everySecond == everySecond.sorted())
    #expect(
      ids.allSatisfy {
        $0.dropFirst(14).first == "7" && "89AB".contains($0.dropFirst(19).first ?? " ")
      })
  }

  @Test func theChecksumIsThatOfZlib() {
    let values: [(String, UInt32)] = [("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926)]
    for (text, sum) in values { #expect(CRC32.of(Array(text.utf8)[...]) == sum) }
  }

  @Test func aTailTornAtAnyByteIsLeftOutAndNothingElse() throws {
    let first = Self.delivery("first")
    let torn = Self.delivery("torn")
    let next = Self.delivery("next")
    for length in 0..<torn.spoolLine.count {
      try write(first.spoolLine + torn.spoolLine.prefix(length))
      // All but the last line feed is a whole record.
      let whole = length == torn.spoolLine.count - 1 ? [torn] : []
      #expect(try readAll() == [first] + whole, "\(length)")
      try spool.append([next])
      let batch = try spool.read(after: nil)
      #expect(batch.deliveries == [first] + whole + [next], "\(length)")
      #expect(batch.unreadable.count == (2..<torn.spoolLine.count - 1 ~= length ? 1 : 0))
    }
  }

  @Test func aFlippedBitCostsTheRecordItIsIn() throws {
    let deliveries = ["one", "two!", "three"].map(Self.delivery)
    let owners = deliveries.indices.flatMap { owner in
      deliveries[owner].spoolLine.map { _ in owner }
    }
    let bytes = deliveries.flatMap(\.spoolLine)
    for (index, owner) in owners.enumerated() {
      var others = deliveries
      others.remove(at: owner)
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        let found = damaged.split(separator: SpoolText.lineFeed).compactMap {
          ReceivedDelivery(spoolLine: $0)
        }
        #expect(found == others, "byte \(index) bit \(bit)")
      }
    }
    try write(bytes.prefix(bytes.count / 2) + [0] + bytes.suffix(bytes.count / 2))
    let batch = try spool.read(after: nil)
    #expect(batch.deliveries == [deliveries[0], deliveries[2]])
    #expect(batch.unreadable.count == 1)
  }

  @Test func nothingInADeliveryIsTakenForARecord() throws {
    let inner = Self.delivery("inner")
    let outer = Self.delivery(String(decoding: inner.spoolLine, as: UTF8.self))
    for length in 0...outer.spoolLine.count {
      try write(outer.spoolLine.prefix(length))
      #expect(try readAll().contains(inner) == false)
    }
  }

  @Test func twoAppendersLoseNothingOfEachOther() throws {
    let threads = DispatchGroup()
    let failures = LockedList()
    for writer in 0..<2 {
      let spool = spool
      DispatchQueue(label: "appender \(writer)").async(group: threads) {
        do {
          for round in 0..<60 {
            let deliveries = (0..<3).map { Self.delivery("\(writer) \(round * 3 + $0)") }
            // Who is refused leaves nothing behind, so that trying again doubles nothing.
            _ = try FileLock.wait(milliseconds: 60_000) { () throws(StoreError) in
              do throws(StoreError) {
                try spool.append(deliveries)
                return true
              } catch .locked {
                return false
              }
            }
          }
        } catch {
          failures.append("\(error)")
        }
      }
    }
    threads.wait()
    #expect(failures.all == [])
    let bodies = try readAll().map { String(decoding: $0.raw.body, as: UTF8.self) }
    for writer in 0..<2 {
      #expect(bodies.filter { $0.hasPrefix("\(writer)") } == (0..<180).map { "\(writer) \($0)" })
    }
    #expect(spool.count == 360)
  }

  @Test func aSpoolIsReadInBatchesThatEndWithARecord() throws {
    let deliveries = (0..<40).map { Self.delivery(String(repeating: "x", count: $0 * $0)) }
    try spool.append(deliveries)
    for size in [1, 60, 500, 3000, 1 << 20] {
      let spool = Spool(StoreFiles(path: folder + "/shop.db"), batchSize: size)
      var found: [ReceivedDelivery] = []
      var position: Spool.Position?
      var batches = 0
      while true {
        let batch = try spool.read(after: position)
        #expect(batch.unreadable.isEmpty)
        found += batch.deliveries
        position = batch.end
        batches += 1
        if batch.isLast { break }
      }
      #expect(found == deliveries, "\(size)")
      #expect(size == 1 << 20 ? batches == 1 : batches > 2)
    }
  }

  @Test func aReaderKnowsThatTheFileIsAnotherOne() throws {
    try spool.append((0..<3).map { Self.delivery("\($0)") })
    let old = try spool.read(after: nil).end
    #expect(try spool.read(after: old).deliveries.isEmpty)
    let more = Self.delivery("more")
    try spool.append([more])
    #expect(try spool.clear(upTo: old) == false)
    let all = try spool.read(after: old)
    #expect(all.deliveries == [more])
    #expect(try spool.clear(upTo: all.end))
    // As long as before, and longer, but not the same.
    let next = (0..<5).map { Self.delivery("\($0)") }
    try spool.append(next)
    #expect(try spool.clear(upTo: old) == false)
    #expect(try spool.read(after: old).deliveries == next)
  }

  @Test func aStrangerHoldingTheFileIsWaitedForShortly() throws {
    try spool.append([Self.delivery("1")])
    let file = open(path, O_RDWR | O_CLOEXEC)
    defer { close(file) }
    #expect(try FileLock.take(file))
    for (patience, wait) in [
      (Int64(200), { _ = try spool.read(after: nil) }),
      (2000, { try spool.append([Self.delivery("2")]) }),
    ] {
      let began = FileLock.clock()
      #expect(throws: StoreError.locked(by: nil)) { try wait() }
      #expect((patience..<patience + 1500).contains(FileLock.clock() - began))
    }
    flock(file, LOCK_UN)
    try spool.append([Self.delivery("3")])
    #expect(spool.count == 2)
  }

  @Test func aFileThatIsDeletedIsMadeAnew() throws {
    try spool.append([Self.delivery("1")])
    #expect(unlink(path) == 0)
    #expect(spool.isEmpty && spool.count == 0)
    let next = Self.delivery("2")
    try spool.append([next])
    #expect(try readAll() == [next])
  }

  @Test func aFolderThatIsGoneIsAFailure() throws {
    let spool = spool
    try FileManager.default.removeItem(atPath: folder)
    #expect(throws: StoreError.readOnly) { try spool.append([Self.delivery("1")]) }
  }
}
