import Server
import Synchronization

/// What other threads have to tell the main thread: a bounded queue with a pipe that `poll` sees.
///
/// A message that equals one still waiting is dropped: "the store changed" said a thousand times is
/// said once. So the queue holds a few messages whatever the load.
final class Mailbox<Message: Equatable & Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: WakePipe

  init() throws(SystemError) {
    guard let pipe = WakePipe() else { throw SystemError("cannot make a pipe") }
    wake = pipe
  }

  /// Readable while something waits.
  var descriptor: Int32 {
    wake.readEnd
  }

  /// From any thread; never blocks.
  /// - Parameter isOutdated: of messages that wait, and that this one makes needless.
  func post(_ message: Message, insteadOf isOutdated: (Message) -> Bool = { _ in false }) {
    waiting.withLock { messages in
      messages.removeAll(where: isOutdated)
      if !messages.contains(message) { messages.append(message) }
    }
    wake.wake()
  }

  /// Everything that waits, in the order it was posted.
  func drain() -> [Message] {
    wake.drain()
    return waiting.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }
}
