import CSQLite
import Domain

/// Why the store could not do it. The sentences bear no personal data.
public enum StoreError: Error, Equatable, CustomStringConvertible {
  case notFound(path: String)
  /// Not a database, or another program's.
  case foreignFile(path: String)
  case newerSchema(found: Int, known: Int)
  /// A reader never migrates.
  case olderSchema(found: Int, known: Int)
  case networkFileSystem(path: String)
  /// Nil where the holder has left no name: a program that is not carbook.
  case locked(by: String?)
  case full
  case readOnly
  case corrupt
  /// Another program's file, or one whose first page is gone.
  case notADatabase
  /// The code is SQLite's extended result code, or errno negated.
  case io(code: Int32)
  case interrupted
  /// Nothing of that name is ever overwritten.
  case exists(path: String)
  /// The store cannot be replaced while these have it open.
  case inUse(by: [String])
  /// A copy in which SQLite finds faults.
  case damagedBackup(path: String)
  /// Somebody else has changed the contact meanwhile.
  case conflict(current: Contact)
  /// Another contact has one of the numbers; `by` gave it to him, nil where nobody is on record.
  case taken(owner: ContactReference, by: String?)
  /// Somebody else has changed the order meanwhile.
  case orderConflict(current: Order)
  /// Another order has the number.
  case numberTaken(OrderReference)
  /// Somebody else has changed the employee meanwhile.
  case employeeConflict(current: Employee)
  /// Rules send callers to the employee.
  case employeeInUse
  /// Somebody else has changed the route's settings meanwhile.
  case routeConflict(current: Route)
  /// So many orders are in the repair status, and nobody has said where they go.
  case statusInUse(orders: Int)
  /// Somebody else has changed the integration meanwhile.
  case integrationConflict(current: Integration)
  /// Calls or deliveries came by the integration.
  case integrationInUse
  /// The record is not there (any more).
  case missing
  /// Nothing of this console's can be taken back, or done again.
  case nothingToUndo
  /// Somebody has changed the same meanwhile: it cannot be taken back any more.
  case changedSince(by: String)
  /// Another one has the name already.
  case nameTaken
  /// An organization that contacts belong to.
  case hasMembers
  /// A draft that has problems, or a value already taken.
  case invalid
  /// A result that should not happen: SQLite's extended result code.
  case unexpected(code: Int32)

  /// - Parameter code: an extended result code (https://www.sqlite.org/rescode.html).
  init(code: Int32) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(by: nil)
    case SQLITE_FULL: self = .full
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .readOnly
    case SQLITE_CORRUPT: self = .corrupt
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_IOERR, SQLITE_NOMEM: self = .io(code: code)
    case SQLITE_INTERRUPT: self = .interrupted
    case SQLITE_CONSTRAINT: self = .invalid
    default: self = .unexpected(code: code)
    }
  }

  public var description: String {
    switch self {
    case .notFound(let path): "There is no store at \(path)."
    case .foreignFile(let path): "\(path) is not a Carbook store; nothing was changed."
    case .newerSchema(let found, let known):
      "The store was written by a newer carbook (version \(found), this one knows \(known)): "
        + "restart with the newer program."
    case .olderSchema(let found, let known):
      "The store is of version \(found), this program needs \(known): "
        + "open it with the console once."
    case .networkFileSystem(let path):
      "\(path) is on a network file system, where SQLite's locks cannot be relied on."
    case .locked(let holder):
      "The store is locked by \(holder ?? "another program"); try again in a moment."
    case .full: "The disk is full: nothing was written."
    case .readOnly: "The store or its folder cannot be written."
    case .corrupt: "The store is damaged: restore a backup, or run carbook doctor."
    case .notADatabase: "The file is not a database."
    case .io(let code): "The disk could not be read or written (code \(code))."
    case .interrupted: "The question was interrupted."
    case .exists(let path): "\(path) exists already; nothing was written."
    case .inUse(let holders):
      "The store is open in "
        + (holders.isEmpty ? "another process" : holders.joined(separator: ", "))
        + ": end that first."
    case .damagedBackup(let path): "\(path) is damaged; nothing was changed."
    case .conflict: "Somebody else has changed this contact meanwhile."
    case .taken: "Another contact has this number already."
    case .orderConflict: "Somebody else has changed this order meanwhile."
    case .numberTaken: "Another order has this number already."
    case .employeeConflict: "Somebody else has changed this employee meanwhile."
    case .employeeInUse: "Routing rules send callers to this employee: change them first."
    case .routeConflict: "Somebody else has changed this route meanwhile."
    case .statusInUse(let count): "\(count) orders are in this repair status."
    case .integrationConflict: "Somebody else has changed this integration meanwhile."
    case .integrationInUse:
      "Calls or deliveries came by this integration: it can be switched off, not removed."
    case .missing: "The record is not there any more."
    case .nothingToUndo: "There is nothing to take back or to do again."
    case .changedSince: "Somebody else has changed it since."
    case .nameTaken: "Another one has this name already."
    case .hasMembers: "Contacts belong to it."
    case .invalid: "The values do not fit together; nothing was written."
    case .unexpected(let code): "SQLite answered with code \(code)."
    }
  }
}
