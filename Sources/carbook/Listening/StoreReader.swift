import Domain
import Store

/// The listener thread's reading connection: what it has to know of the store while the other
/// thread writes. No lock is waited for.
final class StoreReader {
  /// Of the store's content: changes with every commit, and where the store is opened anew.
  struct Stamp: Equatable {
    let opening: Int
    let version: Int64
  }

  private static let busyPatience: Int32 = 50
  /// A store that could not be opened or read is tried again after so many milliseconds.
  private static let openPause: Int64 = 100

  private let path: String
  /// Nil while it cannot be opened.
  private(set) var store: Store?
  private var opening = 0
  private var opensAgain: Int64 = 0
  private var known: (integrations: [Integration], stamp: Stamp?) = ([], nil)

  init(path: String) {
    self.path = path
  }

  /// Opens the store, which may take a moment.
  /// - Returns: whether another one stands there than before.
  func prepare() -> Bool {
    let now = Clock.monotonicMilliseconds()
    guard store == nil || store?.isReplaced == true, now >= opensAgain else { return false }
    opensAgain = now + StoreReader.openPause
    store = try? Store.open(path, access: .reader, actor: Actor.current)
    store?.waitAtMost(milliseconds: StoreReader.busyPatience)
    opening += 1
    return true
  }

  /// Gives up a connection that has failed.
  func drop() {
    store = nil
  }

  /// Nil where the store cannot be read.
  var stamp: Stamp? {
    (try? store?.dataVersion).map { Stamp(opening: opening, version: $0) }
  }

  /// As far as they are known: those of the last look where the store cannot be read.
  func integrations() -> [Integration] {
    if store == nil { _ = prepare() }
    guard let store, let stamp, stamp != known.stamp, let current = try? store.integrations()
    else { return known.integrations }
    known = (current, stamp)
    return current
  }
}
