import Domain
import Foundation
import Testing

@testable import Store

/// An older backup does not bring back what was forgotten since.
struct RestoreForgottenTests {
  private let folder: String
  private let path: String
  private let backup: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "carbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    path = folder + "/shop.db"
    backup = folder + "/copy.db"
  }

  private static let integration = Integration.ID(1)

  private func call(
    _ id: String, from number: String, at seconds: Int64 = 0,
    origin: PromptRule.Origin = .delivered
  ) -> IngestItem {
    var event = CallEvent(
      providerID: id, occasion: .after, received: Shop.noon.advanced(bySeconds: seconds))
    event.fields.type = .incoming
    event.fields.caller = Shop.number(number)
    event.fields.start = event.received
    return IngestItem(
      integration: RestoreForgottenTests.integration, occasion: .after, origin: origin, raw: nil,
      content: .event(event), own: OwnNumbers())
  }

  /// Opens the store only while `body` runs.
  private func use<Result>(_ body: (Store) throws -> Result) throws -> Result {
    let store = try Store.open(path, access: .writer, actor: "olena")
    defer { store.close() }
    return try body(store)
  }

  /// A store with a few calls and a contact, and a backup of it.
  private func prepare() throws {
    try use { (store) throws in
      _ = try store.createIntegration(name: "a", token: "t", now: Shop.noon)
      _ = try store.ingest(
        [
          call("1", from: "0501112233"), call("2", from: "0501112233"),
          call("3", from: "0671112233"),
        ], now: Shop.noon)
      _ = try store.createContact(
        ContactDraft(name: "Olena", numbers: ["0931112233"], organizations: []), from: nil,
        besideOwners: true, plan: .ukraine, now: Shop.noon)
      try store.backUp(to: backup)
    }
  }

  private func forget(_ number: String, at seconds: Int64 = 10) throws {
    try use { (store) throws in
      _ = try store.forget(
        try #require(Shop.number(number)), plan: .ukraine,
        now: Shop.noon.advanced(bySeconds: seconds))
    }
  }

  private func restore(warn: (RestoreWarning) -> Void = { _ in }) throws -> Restoration {
    try Store.restore(
      path, from: backup, actor: "petro", plan: .ukraine,
      now: Shop.noon.advanced(bySeconds: 100), warn: warn)
  }

  private func calls() throws -> [String] {
    try use { try $0.calls(LogRequest(anchor: .first, limit: 99)).rows.map(\.providerID).sorted() }
  }

  @Test func whatWasForgottenSinceIsForgottenAgainToTheByte() throws {
    try prepare()
    try forget("0501112233")
    try forget("0931112233")
    #expect(try restore().forgottenAgain == 2)
    #expect(try calls() == ["3"])
    try use { (store) throws in
      #expect(try store.contactCount() == 0)
      #expect(try store.callCount() == 1)
      #expect(try store.integrity() == "ok")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!names.contains { $0.hasPrefix(".carbook") })
    for name in names where name != "copy.db" {
      let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
      for trace in ["501112233", "931112233", "Olena"] {
        #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(name): \(trace)")
      }
    }
    try use { (store) throws in
      // Fetched calls from before it was forgotten stay out, later ones come in.
      let fetched = try store.ingest(
        [
          call("1", from: "0671112233"), call("8", from: "0501112233", at: 9, origin: .fetched),
          call("9", from: "0501112233", at: 11, origin: .fetched),
        ], now: Shop.noon)
      #expect(fetched.map(\.isNew) == [false, false, true])
    }
  }

  @Test func aNumberThatHasCalledAgainLosesWhatWasBefore() throws {
    try prepare()
    try forget("0501112233")
    try use { _ = try $0.ingest([call("4", from: "0501112233", at: 20)], now: Shop.noon) }
    #expect(try restore().forgottenAgain == 1)
    #expect(try calls() == ["3"])
  }

  @Test func whoSharesTheHashOfAForgottenNumberIsLeftAlone() throws {
    try prepare()
    try forget("0501112233")
    try use { (store) throws in
      let salt = try #require(try store.setting(.forgettingSalt))
      let hash = ForgottenKind.number.hash(of: "+380671112233", salt: salt)
      try store.connection.run(
        "INSERT INTO forgotten (hash, kind, at) VALUES (?, ?, ?)", hash,
        ForgottenKind.number.rawValue, Shop.noon)
    }
    #expect(try restore().forgottenAgain == 1)
    #expect(try calls() == ["3"])
  }

  @Test func whatTheBackupHasForgottenItselfIsNotForgottenTwice() throws {
    try prepare()
    try forget("0501112233")
    unlink(backup)
    try use { (store) throws in
      _ = try store.ingest([call("4", from: "0501112233", at: 20)], now: Shop.noon)
      try store.backUp(to: backup)
    }
    #expect(try restore().forgottenAgain == 0)
    #expect(try calls() == ["3", "4"])
  }

  @Test func aBackupOfAnotherStoreLosesThemAndItIsSaidThatTheyMayBeFetched() throws {
    try prepare()
    try forget("0671112233")
    rename(backup, backup + ".first")
    try use { try $0.backUp(to: backup) }
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    rename(backup + ".first", path)
    try forget("0501112233")
    // The same shop, whose first forgetting was of another number, with another salt.
    var warnings: [RestoreWarning] = []
    let result = try restore { warnings.append($0) }
    #expect(result.forgottenAgain == 1)
    #expect(warnings == [.forgottenMayBeFetched])
    #expect(try calls() == [])
  }

  @Test func aStoreThatCannotBeReadIsReplacedAndSaidSo() throws {
    try prepare()
    try forget("0501112233")
    let length: Int64 = 20_000
    #expect(
      FileManager.default.createFile(
        atPath: path, contents: Data([UInt8](repeating: 0x55, count: Int(length)))))
    var warnings: [RestoreWarning] = []
    let result = try restore {
      warnings.append($0)
      // Said before anything is done.
      #expect(StoreFiles.size(of: path) == length)
    }
    #expect(result.kept != nil && result.forgottenAgain == 0)
    #expect(warnings == [.forgottenIsUnknown])
    #expect(try calls() == ["1", "2", "3"])
  }
}
