import Domain

/// "Write what is shown into a file": where to, and how.
struct ExportDialog: Equatable, Sendable {
  let list: ExportRequest.List
  let total: Int?
  private(set) var format: ExportRequest.Format
  private(set) var path: TextField

  /// - Parameter path: proposed; its end says the format.
  init(_ list: ExportRequest.List, total: Int?, path: String) {
    self.list = list
    self.total = total
    self.path = TextField(path)
    format = ExportDialog.format(of: path) ?? .csv
  }

  /// With what was typed before.
  init(again request: ExportRequest) {
    list = request.list
    total = request.total
    path = TextField(request.path)
    format = request.format
  }

  /// Nil where nothing is typed.
  var request: ExportRequest? {
    let text = path.text.trimmed
    return text.isEmpty
      ? nil : ExportRequest(list: list, format: format, path: text, total: total)
  }

  mutating func edit(_ key: Key) {
    guard path.edit(key) else { return }
    format = ExportDialog.format(of: path.text) ?? format
  }

  /// The other format, and the end of the name with it.
  mutating func turnFormat() {
    let other: ExportRequest.Format = format == .csv ? .json : .csv
    let end = "." + format.rawValue
    if path.text.hasSuffix(end) {
      path = TextField(path.text.dropLast(end.count) + "." + other.rawValue)
    }
    format = other
  }

  /// What the name's end says.
  static func format(of path: String) -> ExportRequest.Format? {
    ExportRequest.Format.allCases.first { path.lowercased().hasSuffix("." + $0.rawValue) }
  }
}

/// An export on its way.
struct RunningExport: Equatable, Sendable {
  let request: ExportRequest
  /// Rows written so far.
  var rows = 0
}
