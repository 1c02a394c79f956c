import Domain

/// The latest question by date, which the next page of the same goes on with.
struct Finding {
  let finder: CallFinder
  /// What the store was like, and when.
  let version: [Int64]
  let moment: Moment

  /// Seconds that what is said of a live call may be late.
  private static let patience: Int64 = 60

  func answers(_ request: LogRequest, version: [Int64], at moment: Moment) -> Bool {
    guard finder.query.filter == request.filter, moment.today == self.moment.today else {
      return false
    }
    let isRecent = (0..<Finding.patience).contains(moment.now.seconds(since: self.moment.now))
    let isSame = version == self.version
    // A long search is not begun again with every call that comes in.
    return finder.isUnfinished(request) ? isSame || isRecent : isSame && isRecent
  }
}

extension Store {
  func finder(for request: LogRequest, at moment: Moment) throws(StoreError) -> CallFinder {
    let version = [try dataVersion, connection.totalChanges]
    if let finding, finding.answers(request, version: version, at: moment) {
      return finding.finder
    }
    let finder = try CallFinder(query(request.filter, at: moment), self)
    finding = Finding(finder: finder, version: version, moment: moment)
    return finder
  }
}
