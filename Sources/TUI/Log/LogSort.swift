import Domain

extension ConsoleState {
  /// The order of the log.
  var logSort: CallSort { log.sort }

  /// Where a call stands in the log as it is sorted now.
  func logPosition(of call: Call) -> LogPosition {
    LogPosition(
      start: call.start, id: call.id, sort: logSort, value: logSort.value(of: call, at: now))
  }

  /// Sorts the log by something else, or the other way round. The newest call, the longest wait or
  /// talk comes first, names and statuses in their order.
  mutating func sortLog(by key: CallSort.Key) {
    let isAscending = key == .customer || key == .status
    let isSame = key == logSort.key
    log.show(CallSort(key, ascending: isSame ? !logSort.isAscending : isAscending))
  }
}

extension CallSort {
  /// Beside the heading of what a list is sorted by.
  var mark: String { isAscending ? "▲" : "▼" }
}

extension CallSort: Codable {
  private enum CodingKeys: CodingKey {
    case key, isAscending
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try values.decode(Key.self, forKey: .key),
      ascending: try values.decode(Bool.self, forKey: .isAscending))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(key, forKey: .key)
    try values.encode(isAscending, forKey: .isAscending)
  }
}

extension CallSort.Key: Codable {}
