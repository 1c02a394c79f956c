import Synchronization

/// Ends a question that is being asked on another thread. One for each question: it stays raised.
public final class Interruption: Sendable {
  private let raised = Atomic(false)
  private let deadline: Int64

  /// - Parameter deadline: raises itself then, in monotonic milliseconds; nil for never.
  public init(deadline: Int64? = nil) {
    self.deadline = deadline ?? .max
  }

  /// From any thread, at any time.
  public func raise() {
    raised.store(true, ordering: .relaxed)
  }

  public var isRaised: Bool {
    raised.load(ordering: .relaxed) || (deadline != .max && FileLock.clock() >= deadline)
  }
}

extension Store {
  /// Runs questions that `interruption` may end.
  /// - Throws: `interrupted` where it did; what `body` throws.
  public func asking<Result>(
    _ interruption: Interruption, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    connection.watch(interruption)
    defer { connection.watch(nil) }
    return try body()
  }
}
