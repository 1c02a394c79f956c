import Domain

/// The log's columns: Carbook's fourteen, and `client`, which stands for both numbers where there
/// is no room for two.
enum LogColumn: String, CaseIterable, Codable, Sendable {
  case order, repair, comment, date, status, type, caller, called, client, customer, wait, talk
  case connected, source, recording

  /// The most important first: what fits is a beginning of this list.
  private static let essential: [LogColumn] = [
    .date, .client, .status, .customer, .type, .talk, .recording,
  ]
  private static let further: [LogColumn] = [
    .wait, .connected, .order, .caller, .source, .repair, .comment,
  ]

  /// In the order they are drawn: compact, and as Carbook has them.
  private static let compact: [LogColumn] = [
    .order, .date, .type, .status, .client, .customer, .wait, .connected, .talk, .recording,
  ]
  private static let complete: [LogColumn] = [
    .order, .repair, .comment, .date, .status, .type, .caller, .called, .customer, .wait, .talk,
    .connected, .source, .recording,
  ]

  /// Which columns fit a list of so many columns, and how wide each is, in drawing order.
  static func fit(in room: Int, words: Words) -> [(column: LogColumn, width: Int)] {
    // A further column never makes an essential one narrower than is comfortable.
    let comfort = essential.reduce(-1) { $0 + $1.width(words).ideal + 1 }
    for count in stride(from: further.count, through: 1, by: -1) {
      // What cannot fit is not tried; `client` may yet go.
      let least = further.prefix(count).reduce(comfort) { $0 + $1.width(words).least + 1 }
      guard least - LogColumn.client.width(words).ideal <= room else { continue }
      var chosen = essential + further.prefix(count)
      if chosen.contains(.caller) {
        chosen = chosen.flatMap { $0 == .client ? [] : $0 == .caller ? [.caller, .called] : [$0] }
      }
      let widths = chosen.map { column in
        let width = column.width(words)
        return essential.contains(column)
          ? ColumnWidth(least: width.ideal, ideal: width.ideal, stretches: width.stretches) : width
      }
      if let fitted = ColumnWidth.fit(widths, in: room - chosen.count + 1) {
        return ordered(chosen, fitted)
      }
    }
    for count in stride(from: essential.count, through: 1, by: -1) {
      // The status is the last to grow: only its longest words need more.
      let kept = essential.prefix(count)
      let chosen = kept.filter { $0 != .status } + kept.filter { $0 == .status }
      let widths = chosen.map { $0.width(words) }
      if let fitted = ColumnWidth.fit(widths, in: room - count + 1) {
        return ordered(chosen, fitted)
      }
    }
    return []
  }

  /// The columns that a user has chosen, in his order: the least important go where there is no room
  /// for all.
  static func fit(
    _ choices: ColumnChoices, in room: Int, words: Words
  ) -> [(column: LogColumn, width: Int)] {
    let shown = choices.shown
    let importance = (essential + further).flatMap { $0 == .caller ? [.caller, .called] : [$0] }
    let byImportance = importance.compactMap { column in shown.first { $0.column == column } }
    for count in stride(from: byImportance.count, through: 1, by: -1) {
      let kept = byImportance.prefix(count)
      let widths = kept.map { choice in
        choice.width.map { ColumnWidth(least: min($0, room), ideal: min($0, room)) }
          ?? choice.column.width(words)
      }
      guard let fitted = ColumnWidth.fit(widths, in: room - count + 1) else { continue }
      return shown.compactMap { choice in
        kept.firstIndex(of: choice).map { (choice.column, fitted[$0]) }
      }
    }
    return []
  }

  private static func ordered(
    _ columns: [LogColumn], _ widths: [Int]
  ) -> [(column: LogColumn, width: Int)] {
    let order = columns.contains(.caller) ? complete : compact
    return order.compactMap { column in
      columns.firstIndex(of: column).map { (column, widths[$0]) }
    }
  }

  func width(_ words: Words) -> ColumnWidth {
    switch self {
    case .order: ColumnWidth(least: 8, ideal: 9)
    case .repair: ColumnWidth(least: 12, ideal: 20)
    case .comment: ColumnWidth(least: 16, ideal: 24, stretches: true)
    case .date: ColumnWidth(least: 7, ideal: 12, jumps: true)
    case .status: ColumnWidth(least: 9, ideal: words.language == .english ? 14 : 11)
    case .type: ColumnWidth(least: 5, ideal: 5)
    case .caller, .called, .client: ColumnWidth(least: 13, ideal: 17, jumps: true)
    case .customer: ColumnWidth(least: 9, ideal: 16, stretches: true)
    case .wait: ColumnWidth(least: 5, ideal: 5)
    case .talk: ColumnWidth(least: 5, ideal: 5)
    case .connected: ColumnWidth(least: 14, ideal: 16)
    case .source: ColumnWidth(least: 14, ideal: 24, stretches: true)
    case .recording: ColumnWidth(least: 1, ideal: 1)
    }
  }

  private var title: Phrase {
    switch self {
    case .order: .columnOrder
    case .repair: .columnRepair
    case .comment: .columnComment
    case .date: .columnDate
    case .status: .columnStatus
    case .type: .columnType
    case .caller: .columnCaller
    case .called: .columnCalled
    case .client: .columnClient
    case .customer: .columnCustomer
    case .wait: .columnWait
    case .talk: .columnTalk
    case .connected: .columnConnected
    case .source: .columnSource
    case .recording: .columnRecording
    }
  }

  /// What the chooser calls it: the heading, but for the one that is a sign.
  var name: Phrase {
    self == .recording ? .columnRecordingName : title
  }

  /// What the list is sorted by with this column.
  var sortKey: CallSort.Key? {
    switch self {
    case .date: .date
    case .wait: .wait
    case .talk: .talk
    case .customer: .customer
    case .status: .status
    default: nil
    }
  }

  /// The heading, with the list's order beside what it is sorted by.
  private func heading(_ words: Words, width: Int, sort: CallSort?) -> String {
    if self == .recording { return "" }
    guard let sort, sort.key == sortKey else { return words(title) }
    let room = min(width - 1, DisplayWidth.of(words(title)))
    return SafeText.fitted(words(title), columns: room) + sort.mark
  }

  /// The column as the table draws it.
  /// - Parameter sort: the list's; nil for one whose order goes without saying.
  func drawn(_ wording: Wording, width: Int, sort: CallSort? = nil) -> TableColumn<Call> {
    let isTime = self == .wait || self == .talk
    return TableColumn(
      title: heading(wording.words, width: width, sort: sort), width: width,
      alignment: isTime ? .trailing : .leading
    ) { text(of: $0, wording, width) }
  }

  private func text(
    of call: Call, _ wording: Wording, _ width: Int
  ) -> (text: String, role: Role) {
    switch self {
    case .order: (call.order?.number ?? "", .plain)
    case .repair: call.order.map { wording.repair($0.status) } ?? ("", .plain)
    case .comment: (wording.comments(call), .dim)
    case .date: (wording.dateTime(call.start, columns: width), .plain)
    case .status: wording.status(call)
    case .type: (wording.type(call.type), .plain)
    case .caller: (wording.caller(call, columns: width), .plain)
    case .called:
      (call.pool ?? call.called.map { wording.number($0, columns: width) } ?? "", .plain)
    case .client: (wording.client(call, columns: width), .plain)
    case .customer: wording.customer(call)
    case .wait: (wording.wait(call, columns: width), .plain)
    case .talk: (wording.talk(call, columns: width), .plain)
    case .connected: (call.connectedWith ?? "", .plain)
    case .source: (call.source.text, .dim)
    case .recording: wording.recordingSign(call)
    }
  }
}
