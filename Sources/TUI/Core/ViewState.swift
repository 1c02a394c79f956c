import Domain

/// How one user has arranged his console: what he would not like to do again tomorrow. Whoever runs
/// the console keeps it between sessions, for that user alone.
///
/// `ConsoleState.view` holds it; whatever changes it need do nothing more, as `update` asks for
/// `Effect.saveView` where it differs from what it was.
public struct ViewState: Equatable, Sendable {
  /// A filter of the log under a name.
  public struct SavedFilter: Codable, Equatable, Sendable {
    public var name: String
    /// One character; nil where it is chosen by name only.
    public var key: String?
    /// In the filter language.
    public var text: String

    public init(name: String, key: String? = nil, text: String) {
      self.name = name
      self.key = key
      self.text = text
    }
  }

  /// How many lines a history keeps.
  static let historyLimit = 100

  /// The log's; nil while the room decides.
  var columns: ColumnChoices?
  /// A list that is not there is in its usual order.
  var sorts: [Screen: CallSort] = [:]
  /// Which pane stands beside or below each screen's list, and whether the list stands alone.
  var panes: [Screen: PaneView] = [:]
  /// In the order they are offered.
  var filters: [SavedFilter] = []
  /// The user's own number or SIP login, which rings first when he has somebody called; nil until he
  /// has said it.
  var ownLine: String?
  /// The Statistics screen's, by its word: only one that is told from today.
  var period: String?
  /// What was typed, the latest last.
  var filterHistory: [String] = []
  var commandHistory: [String] = []

  public init() {}

  /// What was typed last goes to the end of a history, and stands there once.
  mutating func remember(_ line: String, in history: WritableKeyPath<ViewState, [String]>) {
    guard !line.isEmpty else { return }
    self[keyPath: history].removeAll { $0 == line }
    self[keyPath: history].append(line)
    let excess = self[keyPath: history].count - ViewState.historyLimit
    if excess > 0 { self[keyPath: history].removeFirst(excess) }
  }

  /// What another console of the same user has kept meanwhile, with what has changed here: of two
  /// that change different things neither loses anything.
  /// - Parameter base: what this console knew before.
  public func merged(since base: ViewState, into present: ViewState) -> ViewState {
    var merged = present
    if columns != base.columns { merged.columns = columns }
    if sorts != base.sorts { merged.sorts = sorts }
    if panes != base.panes { merged.panes = panes }
    if filters != base.filters { merged.filters = filters }
    if ownLine != base.ownLine { merged.ownLine = ownLine }
    if period != base.period { merged.period = period }
    if filterHistory != base.filterHistory { merged.filterHistory = filterHistory }
    if commandHistory != base.commandHistory { merged.commandHistory = commandHistory }
    return merged
  }
}

extension ViewState: Codable {
  private enum CodingKeys: CodingKey {
    case columns, sorts, panes, filters, ownLine, period, filterHistory, commandHistory
  }

  /// What is missing, as in a file of an earlier version, is as it is by default.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys, _ otherwise: Value) throws -> Value {
      try values.decodeIfPresent(Value.self, forKey: key) ?? otherwise
    }
    columns = try values.decodeIfPresent(ColumnChoices.self, forKey: .columns)
    sorts = try value(.sorts, [:])
    panes = try value(.panes, [:])
    filters = try value(.filters, [])
    ownLine = try values.decodeIfPresent(String.self, forKey: .ownLine)
    period = try values.decodeIfPresent(String.self, forKey: .period)
    filterHistory = try value(.filterHistory, [])
    commandHistory = try value(.commandHistory, [])
  }
}

// By its key on the keyboard: "1" is the log.
extension Screen: Codable, CodingKeyRepresentable {}

extension ConsoleState {
  /// The panes, the log's order and the statistics' period as they were left.
  mutating func restoreView() {
    log.show(view.sorts[.log] ?? .newestFirst)
    if let panes = view.panes[.log] { log.panes = panes }
    if let panes = view.panes[.contacts] { contacts.panes = panes }
    if let panes = view.panes[.orders] { orders.panes = panes }
    if let panes = view.panes[.callBack] { callBack.panes = panes }
    if let period = view.period.flatMap(StatisticsPeriod.init) { statistics.show(period) }
  }

  /// Takes down how the log is sorted and how the present screen's panes are; where a pane hides the
  /// list for a moment is not kept.
  mutating func noteView() {
    if view.sorts[.log] ?? .newestFirst != log.sort { view.sorts[.log] = log.sort }
    guard screen != .statistics, screen != .settings else { return }
    var panes = panes
    panes.isPaneInFront = false
    let usual = screen == .orders ? OrdersScreen().panes : PaneView()
    if view.panes[screen] ?? usual != panes { view.panes[screen] = panes }
  }
}
