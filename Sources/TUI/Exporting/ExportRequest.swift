import Domain

/// A list that is to be written into a file, all of it, as it is filtered and sorted on the screen.
public struct ExportRequest: Equatable, Sendable {
  public enum List: Equatable, Sendable {
    case calls(CallFilter, CallSort)
    /// Empty for all.
    case contacts(search: String)
    case orders(OrderFilter)
    case callBacks
  }

  /// The raw value is how the file's name ends.
  public enum Format: String, CaseIterable, Sendable {
    case csv
    case json
  }

  public let list: List
  public let format: Format
  /// As typed: `~` is the home folder, a relative one begins at the current folder.
  public let path: String
  /// Rows in the list; nil where that is not known.
  public let total: Int?
  /// The user has said that the file that is there may go.
  public let replaces: Bool

  public init(
    list: List, format: Format, path: String, total: Int?, replaces: Bool = false
  ) {
    self.list = list
    self.format = format
    self.path = path
    self.total = total
    self.replaces = replaces
  }

  var replacing: ExportRequest {
    ExportRequest(list: list, format: format, path: path, total: total, replaces: true)
  }
}

/// Why a file was not written; nothing of it is there.
public enum ExportFailure: Error, Equatable, Sendable {
  /// A file of the user's own has that name.
  case exists
  /// Something else has that name: a folder, a link, somebody else's file.
  case occupied
  case noFolder
  case notAllowed
  case diskFull
  case cancelled
  case unwritable
}
