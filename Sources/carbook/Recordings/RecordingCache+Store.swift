import Domain
import Store

extension RecordingCache {
  /// Deletes what the store has no call for any more.
  func prune(by store: Store) throws(StoreError) {
    try prune { (call) throws(StoreError) in try store.call(call)?.recording }
  }
}
