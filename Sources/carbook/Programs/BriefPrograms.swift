import Dispatch
import Domain
import Glibc
import Synchronization

/// A thread that runs programs which are nobody's business here: a few at a time, none for long, with
/// nothing of what they print. From any thread.
final class BriefPrograms: Sendable {
  struct Job: Sendable {
    /// An absolute path.
    let program: String
    var arguments: [String] = []
    /// Beside ours.
    var variables: [String: String] = [:]
    /// Its standard input; a pipe takes so much at once.
    var input: [UInt8] = []
    /// It is ended after so many milliseconds.
    var limit: Int64 = 10_000
    /// Whether what it has started may run on, as a clipboard's owner does.
    var leavesChildren = false
    /// Told on the thread whether it has done what it should.
    var ended: @Sendable (Bool) -> Void = { _ in }
  }

  private struct Queue {
    var jobs: [Job] = []
    var isClosed = false
  }

  private struct Running {
    let child: ChildProcess
    let deadline: Int64
    let ended: @Sendable (Bool) -> Void
  }

  /// At a time.
  static let most = 4
  /// More than these wait for nothing that is still news.
  static let mostWaiting = 16
  /// What a pipe holds is not less (pipe(7)).
  private static let inputLimit = 65_536
  /// What runs may go on for so long when the console is left, in milliseconds.
  private static let grace: Int64 = 500

  private let queue = Mutex(Queue())
  private let awake = DispatchSemaphore(value: 0)
  private let over = DispatchSemaphore(value: 0)

  init() {
    startThread { [self] in
      work()
      over.signal()
    }
  }

  /// The oldest of too many is dropped.
  func run(_ job: Job) {
    let dropped = queue.withLock { queue -> Job? in
      queue.jobs.append(job)
      return queue.jobs.count > BriefPrograms.mostWaiting ? queue.jobs.removeFirst() : nil
    }
    dropped?.ended(false)
    awake.signal()
  }

  /// Ends what runs, and waits for that: half a second at the most.
  func finish() {
    queue.withLock { queue in
      queue.jobs = []
      queue.isClosed = true
    }
    awake.signal()
    over.wait()
  }

  private func work() {
    var running: [Running] = []
    while true {
      let isClosed = queue.withLock { $0.isClosed }
      if isClosed {
        let end = Clock.monotonicMilliseconds() + BriefPrograms.grace
        for job in running {
          let rest = max(0, end - Clock.monotonicMilliseconds())
          if job.child.wait(milliseconds: rest) == nil { job.child.end(within: 0) }
        }
        return
      }
      while running.count < BriefPrograms.most, let job = next() {
        if let begun = BriefPrograms.start(job) { running.append(begun) } else { job.ended(false) }
      }
      running.removeAll(where: BriefPrograms.isOver)
      if running.isEmpty {
        awake.wait()
      } else {
        _ = awake.wait(timeout: .now() + .milliseconds(10))
      }
    }
  }

  private func next() -> Job? {
    queue.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
  }

  private static func isOver(_ running: Running) -> Bool {
    if let ending = running.child.poll() {
      running.ended(ending == .exited(0))
      return true
    }
    guard Clock.monotonicMilliseconds() >= running.deadline else { return false }
    running.child.end(within: 0)
    running.ended(false)
    return true
  }

  private static func start(_ job: Job) -> Running? {
    guard job.input.count <= inputLimit, let input = try? ProgramPipe() else { return nil }
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(nowhere) }
    let child = try? ChildProcess(
      job.program, job.arguments, input: input.readEnd, output: nowhere, errors: nowhere,
      endsWithUs: !job.leavesChildren, leavesChildren: job.leavesChildren,
      variables: job.variables)
    guard let child else { return nil }
    // An empty pipe takes all of it, whether or not anybody reads.
    _ = job.input.withUnsafeBytes { write(input.writeEnd, $0.baseAddress, $0.count) }
    return Running(
      child: child, deadline: Clock.monotonicMilliseconds() + job.limit, ended: job.ended)
  }
}
