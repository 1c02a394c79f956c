import Domain
import Foundation
import Store
import Synchronization
import TUI
import Testing

@testable import carbook

@Suite("Lists that are exported")
struct ExportsTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("shop.db")
    let store = try Store.open(path, access: .writer, actor: "olena")
    defer { store.close() }
    var rows: [ContactImport] = []
    for index in 0..<1200 {
      var row = ContactImport()
      row.name = "Клієнт \(index)"
      row.externalID = "C-\(index)"
      rows.append(row)
    }
    let session = ImportSession(isDryRun: false, now: Timestamp(seconds: 1_790_000_000))
    var taken = 0
    while taken < rows.count {
      taken += try store.importContacts(rows[taken...], in: session).count
    }
  }

  /// Starts an export and waits for the event that ends it.
  private func events(
    _ request: ExportRequest, meanwhile: @Sendable @escaping (Exports) -> Void = { _ in }
  ) -> [Event] {
    let heard = Mutex<[Event]>([])
    let ended = DispatchSemaphore(value: 0)
    let exports = Exports(path: path, language: .english) { event in
      heard.withLock { $0.append(event) }
      if case .exportProgressed = event { return }
      ended.signal()
    }
    meanwhile(exports)
    exports.start(request, at: Moment(Timestamp(seconds: 1_790_000_000), in: .kyiv))
    ended.wait()
    exports.finish()
    return heard.withLock { $0 }
  }

  private func contacts(_ name: String, _ format: ExportRequest.Format, search: String = "")
    -> ExportRequest
  {
    ExportRequest(
      list: .contacts(search: search), format: format, path: folder.path(name), total: nil)
  }

  @Test("are whole, page after page, in the list's order")
  func whole() throws {
    let request = contacts("a.json", .json)
    #expect(events(request).last == .exported(request, rows: 1200))
    let lines = try String(contentsOfFile: folder.path("a.json"), encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.count == 1200)
    #expect(lines.first?.contains("\"name\":\"Клієнт 0\"") == true)
    #expect(lines.last?.contains("\"name\":\"Клієнт 999\"") == true)
  }

  @Test("are those that are searched for")
  func searched() throws {
    let request = contacts("a.csv", .csv, search: "клієнт 77")
    #expect(events(request).last == .exported(request, rows: 21))
    let lines = try String(contentsOfFile: folder.path("a.csv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.count == 22)
    let header = """
      id,name,numbers,emails,organizations,responsible,created,note,labels,external_id,\
      google_client_id
      """
    #expect(lines.first.map(String.init) == header)
  }

  @Test("say why they are not written")
  func refused() throws {
    try "there".write(toFile: folder.path("a.csv"), atomically: false, encoding: .utf8)
    let request = contacts("a.csv", .csv)
    #expect(events(request) == [.failed(.export(request), .export(.exists))])
  }
}
