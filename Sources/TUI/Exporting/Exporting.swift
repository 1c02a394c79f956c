import Domain

/// Writing what is shown into a file: `x`, the command, and what becomes of it.
extension ConsoleState {
  /// The list of the present screen as it is filtered and sorted; nil where it has none.
  var exportList: (list: ExportRequest.List, total: Int?)? {
    switch screen {
    case .log: (.calls(log.filter, log.sort), log.list.total)
    case .contacts: (.contacts(search: contacts.search.text), contacts.list.total)
    case .orders: (.orders(orders.filter), orders.list.total)
    case .callBack: (.callBacks, callBack.list.total)
    case .statistics, .settings: nil
    }
  }

  /// Why nothing can be written now; nil where it can.
  var whyNoExport: Phrase? {
    guard layers.isEmpty, let (_, total) = exportList else { return .whyNoList }
    if export != nil { return .whyExporting }
    return total == 0 ? .whyNothingListed : nil
  }

  mutating func openExport() {
    guard let (list, total) = exportList else { return }
    layers.append(.export(ExportDialog(list, total: total, path: proposedPath(list))))
  }

  /// `~/carbook-calls-2026-11-21.csv`
  private func proposedPath(_ list: ExportRequest.List) -> String {
    let day = configuration.zone.date(at: now).iso8601
    return "\(configuration.exportFolder)/carbook-\(list.name)-\(day).csv"
  }

  /// `:export FILE`; where the name says no format it is CSV.
  mutating func export(to path: String) throws(Command.Refusal) -> [Effect] {
    if let reason = whyNoExport { throw Command.Refusal(sentence: words(reason)) }
    guard let (list, total) = exportList else { return [] }
    let request = ExportDialog(list, total: total, path: path).request
    guard let request else { throw Command.Refusal(sentence: words(.whyNoFile)) }
    return begin(request)
  }

  /// Enter in the dialog.
  mutating func startExport() -> [Effect] {
    guard case .export(let dialog) = layers.last, let request = dialog.request else { return [] }
    layers.removeLast()
    return begin(request)
  }

  /// `y`: what is there may go.
  mutating func replaceFile() -> [Effect] {
    guard case .exportQuestion(let request) = layers.last else { return [] }
    layers.removeLast()
    return begin(request.replacing)
  }

  mutating func begin(_ request: ExportRequest) -> [Effect] {
    guard export == nil else {
      message = Message(text: words(.whyExporting), role: .warning)
      return []
    }
    export = RunningExport(request: request)
    return [.export(request)]
  }

  mutating func exportProgressed(_ request: ExportRequest, rows: Int) {
    if export?.request == request { export?.rows = rows }
  }

  mutating func exported(_ request: ExportRequest, rows: Int) {
    if export?.request == request { export = nil }
    message = Message(text: words(.exported, String(rows), request.path), role: .success)
  }

  /// A name that does not do is asked for again, unless something else has the keys by now.
  /// - Returns: whether all is said.
  mutating func exportFailed(_ request: ExportRequest, _ failure: Failure) -> Bool {
    if export?.request == request { export = nil }
    guard case .export(let reason) = failure, keyContext.isScreen else { return false }
    switch reason {
    case .exists:
      layers.append(.exportQuestion(request))
      return true
    case .occupied, .noFolder, .notAllowed: layers.append(.export(ExportDialog(again: request)))
    case .diskFull, .cancelled, .unwritable: break
    }
    return false
  }

  /// `n`: what is there stays.
  mutating func nameAnotherFile() {
    guard case .exportQuestion(let request) = layers.last else { return }
    layers[layers.count - 1] = .export(ExportDialog(again: request))
  }

  mutating func updateTopExport(_ change: (inout ExportDialog) -> Void) {
    guard case .export(var dialog) = layers.last else { return }
    change(&dialog)
    layers[layers.count - 1] = .export(dialog)
  }

  /// ` Writing 12 %   Esc stops it`
  var exportSentence: Message? {
    guard let export else { return nil }
    let share = export.request.total.map { total in
      "\(min(100, export.rows * 100 / max(1, total))) %"
    }
    let progress = share ?? words(.exportedRows, String(export.rows))
    return Message(text: words(.exporting, progress), role: .dim)
  }
}

extension ExportRequest.List {
  /// As the command is called that prints it.
  fileprivate var name: String {
    switch self {
    case .calls: "calls"
    case .contacts: "contacts"
    case .orders: "orders"
    case .callBacks: "call-backs"
    }
  }
}

extension ExportFailure {
  var phrase: Phrase {
    switch self {
    case .exists: .exportExists
    case .occupied: .exportOccupied
    case .noFolder: .exportNoFolder
    case .notAllowed: .exportNotAllowed
    case .diskFull: .exportDiskFull
    case .cancelled: .exportCancelled
    case .unwritable: .exportUnwritable
    }
  }
}
