import Domain

/// What became of a row that was imported.
public enum ImportOutcome: Equatable, Sendable {
  case new
  /// The store knew less, or something else.
  case changed
  /// The store knew all of it.
  case same
  case refused(ImportRefusal)
}

/// Why a row cannot be taken as the store is.
public enum ImportRefusal: Equatable, Sendable {
  /// Several contacts have the number, and the row does not say which one is meant.
  case severalContacts
  /// An order that is new needs a customer.
  case noCustomer
  /// The shop has no repair status of that name.
  case unknownStatus
  case order(OrderDraft.Problem)
}

/// One import: many transactions, or one (`importWhole`); one line in history.
public final class ImportSession {
  /// How long one transaction takes rows, in milliseconds: deliveries wait no longer than that and
  /// the commit.
  static let patience: Int64 = 40

  let now: Timestamp
  /// Everything is done and taken back.
  public let isDryRun: Bool
  /// Whether the provider's address book is told of what is taken in.
  let pushes: Bool
  /// Everything is in one transaction, which has been begun.
  public fileprivate(set) var isWhole = false
  /// Whether history has its line.
  var isRecorded = false
  /// Made in the present transaction.
  var newContacts = 0
  private var seen: Set<Int> = []

  public init(isDryRun: Bool, pushes: Bool = false, now: Timestamp) {
    self.isDryRun = isDryRun
    self.pushes = pushes
    self.now = now
  }

  /// Whether a row that would be new has come before: a dry run writes nothing to find it in.
  func isRepeated(_ keys: @autoclosure () -> [String]) -> Bool {
    guard isDryRun else { return false }
    let known = keys().map { seen.insert($0.hashValue).inserted }
    return known.contains(false)
  }
}

extension Store {
  /// As `track(now:_:)`, and what it changes is pushed where the import is to be.
  @discardableResult
  func track<Result>(
    in session: ImportSession, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let (result, changeset) = try track(now: session.now, body)
    if session.pushes, let changeset {
      try queuePushes(of: changeset.touched, now: session.now)
    }
    return result
  }

  /// All that the body imports, or nothing, whenever it ends. Until then nobody else writes:
  /// deliveries are kept in the spool meanwhile.
  /// - Throws: what the body throws; nothing was imported.
  public func importWhole(in session: ImportSession, _ body: () throws -> Void) throws {
    var failure: (any Error)?
    do throws(StoreError) {
      try write { () throws(StoreError) in
        session.isWhole = true
        defer { session.isWhole = false }
        do {
          try body()
        } catch {
          failure = error
          throw StoreError.interrupted
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  private func transaction<Result>(
    of session: ImportSession, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    session.isWhole ? try body() : try write(body)
  }

  /// Takes in the first of the rows, in one transaction: as many as there is time for.
  /// - Returns: what became of each that was taken.
  func importRows<Row>(
    _ rows: some Collection<Row>, in session: ImportSession,
    take: (Row) throws(StoreError) -> ImportOutcome
  ) throws(StoreError) -> [ImportOutcome] {
    try transaction(of: session) { () throws(StoreError) in
      session.newContacts = 0
      if session.isDryRun { try connection.run("SAVEPOINT import") }
      var outcomes: [ImportOutcome] = []
      let end = FileLock.clock() + ImportSession.patience
      for row in rows {
        outcomes.append(try take(row))
        if FileLock.clock() >= end { break }
      }
      try addToCount("contact", session.newContacts)
      if session.isDryRun {
        try connection.run("ROLLBACK TO import")
        try connection.run("RELEASE import")
        forgetUncommitted()
      } else if !session.isRecorded, outcomes.contains(.new) || outcomes.contains(.changed) {
        // One line, however many transactions there are.
        try record(.importFile, .store, now: session.now)
        session.isRecorded = true
      }
      return outcomes
    }
  }
}
