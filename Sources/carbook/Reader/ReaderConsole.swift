import Domain
import Glibc
import Store
import TUI

/// The console in lines of text over one store: polls, says what is new, obeys what is typed. Writes
/// go to a thread of their own, as in `Console`.
@MainActor
final class ReaderConsole {
  private let reader: Store
  private let watch: ChangeWatch
  private let mailbox: Mailbox<Message>
  private let writer: StoreWorker
  private let services: Services
  private let readings: Readings
  private let edits: Edits
  private var voice: Reader
  private var typed = LineBuffer()
  private var ending: Console.Ending?

  /// - Parameter reader: the open store.
  init(
    reader: Store, path: String, configuration: Configuration, services: Services,
    mailbox: Mailbox<Message>, base: String
  ) throws {
    self.mailbox = mailbox
    self.services = services
    self.reader = reader
    watch = try ChangeWatch(store: path)
    writer = StoreWorker(path: path, access: .writer, actor: Actor.current)
    readings = Readings(zone: configuration.zone, plan: configuration.plan, base: base)
    edits = Edits(plan: configuration.plan)
    voice = Reader(configuration)
  }

  /// - Throws: where nobody reads what is said.
  func run() throws(SystemError) -> Console.Ending {
    defer {
      writer.finish()
      reader.close()
      services.stop()
    }
    try say(voice.start())
    while true {
      if let ending { return ending }
      try waitForSomething()
    }
  }

  private func waitForSomething() throws(SystemError) {
    var requests = [STDIN_FILENO, mailbox.descriptor, watch.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let timeout = watch.nextRetryMilliseconds.map { Int32(clamping: $0) } ?? -1
    guard poll(&requests, nfds_t(requests.count), timeout) >= 0 || errno == EINTR else { return }
    try say(voice.take(.event(.clock(Clock.now))))
    for message in mailbox.drain() { try take(message) }
    if watch.drain() { try say(voice.take(.event(.storeChanged))) }
    if requests[0].revents != 0 { try readLines() }
  }

  private func readLines() throws(SystemError) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else {
      // The end of the input, as by Ctrl-D.
      if count == 0 || errno != EINTR { ending = .quit }
      return
    }
    for line in typed.lines(with: bytes.prefix(count)) { try say(voice.take(.line(line))) }
  }

  private func take(_ message: Message) throws(SystemError) {
    switch message {
    case .event(let event): try say(voice.take(.event(event)))
    case .signal(.end(let number)): ending = .signal(number)
    case .signal(.suspend):
      services.pause()
      raise(SIGSTOP)
      services.resume()
      try say(voice.take(.event(.storeChanged)))
    case .signal(.resumed), .copied, .demoReady: break
    }
  }

  private func say(_ output: Reader.Output) throws(SystemError) {
    for line in output.lines { try Printer.line(line) }
    for effect in output.effects { try carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) throws(SystemError) {
    if effect == .quit {
      ending = .quit
      return
    }
    let answered: Event?
    do throws(StoreError) {
      answered = try readings.answer(effect, from: reader, now: Clock.now)
    } catch {
      answered = .failed(effect, Failure(error))
    }
    if let answered { return try say(voice.take(.event(answered))) }
    let (edits, mailbox) = (edits, mailbox)
    writer.submit { store in
      do throws(StoreError) {
        let event = try edits.answer(effect, in: store.get(), now: Clock.now)
        if let event { mailbox.post(.event(event)) }
      } catch {
        mailbox.post(.event(.failed(effect, Failure(error))))
      }
    }
  }
}
