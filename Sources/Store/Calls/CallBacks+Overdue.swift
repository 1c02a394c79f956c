import Domain

extension Store {
  /// Who is owed a call since a time after the first and up to the second, longest waiting first.
  public func callBacks(
    firstMissedAfter after: Timestamp, upTo end: Timestamp
  ) throws(StoreError) -> [CallBackEntry] {
    try storedCallBacks(
      "first_miss_start > ? AND first_miss_start <= ? ORDER BY first_miss_start, id", [after, end]
    ).map { (client, callBack) throws(StoreError) in try entry(callBack, of: client) }
      .compactMap { $0 }
  }
}
