import Domain
import Store
import Synchronization
import TUI

/// Writes lists into files on a thread of its own, one after the other.
final class Exports: Sendable {
  private static let name = "export"
  /// Rows of a page.
  private static let stretch = 500
  /// Between two reports of how far it is, in milliseconds.
  private static let interval: Int64 = 100

  private let worker: StoreWorker
  private let language: Language
  private let isCancelled = Atomic<Bool>(false)
  private let report: @Sendable (Event) -> Void

  /// - Parameter language: of the system comments.
  init(path: String, language: Language, report: @escaping @Sendable (Event) -> Void) {
    worker = StoreWorker(path: path, access: .reader, actor: Actor.current)
    self.language = language
    self.report = report
  }

  func start(_ request: ExportRequest, at moment: Moment) {
    isCancelled.store(false, ordering: .relaxed)
    worker.ask(Exports.name, insteadOf: []) { [self] store in
      do {
        let rows = try write(request, from: store.get(), at: moment)
        report(.exported(request, rows: rows))
      } catch let failure as ExportFailure {
        report(.failed(.export(request), .export(failure)))
      } catch StoreError.interrupted {
        report(.failed(.export(request), .export(.cancelled)))
      } catch let error as StoreError {
        report(.failed(.export(request), Failure(error)))
      } catch {
        report(.failed(.export(request), .export(.unwritable)))
      }
    }
  }

  /// Ends it between two pages, and within one that takes long.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    worker.forget(Exports.name)
  }

  /// Leaves nothing of what is not finished.
  func finish() {
    cancel()
    worker.finish()
  }

  private func write(
    _ request: ExportRequest, from store: Store, at moment: Moment
  ) throws -> Int {
    let file = try ExportFile(request.path, replaces: request.replaces)
    let next = RecordPages.pages(of: request.list, at: moment, language: language)
    var writer: any RecordWriter = request.format == .csv ? CSVWriter() : JSONWriter()
    var rows = 0
    var reported = Clock.monotonicMilliseconds()
    while true {
      if isCancelled.load(ordering: .relaxed) { throw ExportFailure.cancelled }
      let records = try next(store, Exports.stretch)
      if records.isEmpty { break }
      try file.write(writer.lines(for: records).map { $0 + "\n" }.joined())
      rows += records.count
      if Clock.monotonicMilliseconds() - reported >= Exports.interval {
        reported = Clock.monotonicMilliseconds()
        report(.exportProgressed(request, rows: rows))
      }
    }
    try file.finish()
    return rows
  }
}

extension RecordPages {
  fileprivate static func pages(
    of list: ExportRequest.List, at moment: Moment, language: Language
  ) -> Next {
    switch list {
    case .calls(let filter, let sort): calls(filter, sort, at: moment, language: language)
    case .contacts(let search): contacts(search: search)
    case .orders(let filter): orders(filter)
    case .callBacks: callBacks(now: moment.now)
    }
  }
}
