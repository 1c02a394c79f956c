import Glibc
import Store

/// What became of the rows of a file.
struct ImportTally: Equatable {
  var new = 0
  var changed = 0
  /// The store knew all of it.
  var skipped = 0
  var refused = 0

  var total: Int { new + changed + skipped + refused }

  mutating func count(_ outcome: ImportOutcome) {
    switch outcome {
    case .new: new += 1
    case .changed: changed += 1
    case .same: skipped += 1
    case .refused: refused += 1
    }
  }

  var sentence: String {
    "\(new) new, \(changed) changed, \(skipped) skipped, \(refused) refused."
  }
}

/// One pass over a file: rows are read by the hundred and written as fast as the store takes them.
struct ImportPass {
  /// Rows held at a time.
  private static let stretch = 500
  /// Between two transactions, in milliseconds: longer than between two looks of a listener that
  /// has deliveries to write.
  private static let gap: Int32 = 8

  let file: ImportFile
  let signals: EndingSignals
  /// Whether there is one transaction only.
  let isWhole: Bool
  private(set) var tally = ImportTally()
  /// Columns that nobody understood.
  private(set) var unknownNames: [String] = []
  private var progress = ImportProgress()

  init(_ file: ImportFile, signals: EndingSignals, isWhole: Bool = false) {
    self.file = file
    self.signals = signals
    self.isWhole = isWhole
  }

  /// - Parameters:
  ///   - write: takes in the first of the rows, and answers what became of them.
  /// - Throws: `Interrupted` between two transactions.
  mutating func run<Content, Item>(
    _ rows: any RowSource<Content>, read: (Content) throws(Refusal) -> Item,
    write: (ArraySlice<Item>) throws -> [ImportOutcome]
  ) throws {
    var rows = rows
    defer { progress.clear() }
    var isAtEnd = false
    while !isAtEnd {
      var batch: [ImportRow<Item>] = []
      while batch.count < ImportPass.stretch {
        guard let row = try rows.next() else {
          isAtEnd = true
          break
        }
        batch.append(row.map(read))
      }
      try take(batch, write)
    }
    unknownNames = rows.unknownNames
  }

  private mutating func take<Item>(
    _ batch: [ImportRow<Item>], _ write: (ArraySlice<Item>) throws -> [ImportOutcome]
  ) throws {
    var items = batch.compactMap { try? $0.content.get() }[...]
    var reported = batch[...]
    repeat {
      try signals.check()
      if !isWhole { poll(nil, 0, ImportPass.gap) }
      var outcomes = items.isEmpty ? [] : try write(items)[...]
      items = items.dropFirst(outcomes.count)
      // In the order of the file, whoever refused.
      while let row = reported.first {
        if case .failure(let refusal) = row.content {
          refuse(row.line, refusal)
          tally.refused += 1
        } else if let outcome = outcomes.popFirst() {
          if case .refused(let why) = outcome { refuse(row.line, why.refusal) }
          tally.count(outcome)
        } else {
          break
        }
        reported = reported.dropFirst()
      }
      progress.show(rows: tally.total, position: file.position, size: file.size)
    } while !items.isEmpty
  }

  private mutating func refuse(_ line: Int, _ refusal: Refusal) {
    progress.clear()
    Printer.complain("line \(line): \(refusal.sentence)")
  }
}
