import Domain
import Foundation
import Glibc
import Store
import TUI
import Terminal

/// One open screen over one store: polls, updates, draws. It writes nothing itself and waits for
/// nothing but `poll`, so that no key ever waits for a disk or a peer.
@MainActor
final class Console {
  /// Why the screen was left.
  enum Ending: Equatable {
    case quit
    case signal(Int32)
    /// The terminal is gone.
    case hangup
    /// Go on with the demo's store.
    case openDemo(path: String)
  }

  /// Between two looks at a store that changes all the time, in milliseconds: a flood of deliveries
  /// is drawn 40 times a second and not 500.
  private static let reloadInterval: Int64 = 25

  private let screen: TerminalScreen
  private let path: String
  private let reader: Store
  private let watch: ChangeWatch
  private let mailbox: Mailbox<Message>
  private let writer: StoreWorker
  private let queries: StoreWorker
  private let exports: Exports
  private let listening: ListenerService?
  private let provider: ProviderService?
  private let desk: ProviderDesk
  private let links: LinkSocket?
  private let recordings: RecordingDesk
  private let viewFile: ViewFile
  private let spool: Spool
  private var spoolWatch = SpoolWatch()
  private var isListening = false
  private var readings: Readings
  private let edits: Edits
  private var unwrittenDrafts = UnwrittenDrafts()

  private var state: ConsoleState
  private var events: [Event] = []
  private var ending: Ending?
  private var seenVersion: Int64 = -1
  private var reloaded: Int64 = 0
  private var mustLook = false
  private var nextTick: Int64 = 0

  init(
    screen: TerminalScreen, path: String, configuration: Configuration,
    listening: ListenerService?, provider: ProviderService?, mailbox: Mailbox<Message>,
    base: String, viewFile: ViewFile, recordings: RecordingSettings
  ) throws {
    self.screen = screen
    self.path = path
    self.mailbox = mailbox
    self.listening = listening
    self.provider = provider
    desk = ProviderDesk(path: path) { mailbox.post(.event($0)) }
    self.viewFile = viewFile
    reader = try Store.open(path, access: .reader, actor: Actor.current)
    links = LinkSocket(store: reader.path)
    watch = try ChangeWatch(store: path)
    spool = Spool(store: path)
    writer = StoreWorker(path: path, access: .writer, actor: Actor.current)
    queries = StoreWorker(path: path, access: .reader, actor: Actor.current)
    self.recordings = try RecordingDesk(store: reader.path, recordings, mailbox: mailbox)
    exports = Exports(path: path, language: configuration.language) { mailbox.post(.event($0)) }
    readings = Readings(
      zone: configuration.zone, plan: configuration.plan, base: base)
    edits = Edits(plan: configuration.plan)
    state = ConsoleState(configuration)
  }

  /// Runs until somebody or something ends it; the workers have finished by then.
  func run() -> Ending {
    events = [.resized(screen.size), .clock(Clock.now)]
    mustLook = true
    takeSpool()
    while true {
      takeTime()
      lookAtStore()
      lookAtSpool()
      handle()
      if ending != nil || unwrittenDrafts.wait(now: Clock.monotonicMilliseconds()) == 0 {
        writeDrafts()
      }
      if let ending {
        // Only who quits may have asked for it to go on.
        recordings.player.finish(playingOn: ending == .quit)
        writer.finish()
        queries.finish()
        exports.finish()
        desk.finish()
        reader.close()
        return ending
      }
      waitForSomething()
    }
  }

  // MARK: One turn

  private func waitForSomething() {
    var requests =
      (screen.descriptors + [mailbox.descriptor, watch.descriptor]
      + [links?.descriptor].compactMap { $0 }).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
    guard poll(&requests, nfds_t(requests.count), timeout) > 0 || errno == EINTR else { return }
    for input in screen.readInput() {
      switch input {
      case .key(let key): events.append(.key(key))
      case .resized(let size): events.append(.resized(size))
      case .hangup: ending = .hangup
      }
    }
    for message in mailbox.drain() { take(message) }
    if watch.drain() { mustLook = true }
    for text in links?.receive() ?? [] {
      // Whoever can write there is this user, and still all that happens is that a screen is shown.
      if let link = CarbookLink(text, plan: edits.plan) { events.append(.linkOpened(link)) }
    }
  }

  private func take(_ message: Message) {
    switch message {
    case .event(let event):
      switch event {
      case .listenerChanged(let status):
        isListening = false
        if case .listening(let address) = status {
          readings = Readings(
            zone: readings.zone, plan: readings.plan, base: "http://" + address)
          isListening = true
        }
        // Before our own listener says something.
        lookAtSpool()
      case .done(.callBack), .failed: break
      case .contactSaved, .integrationSaved, .done, .undone, .redone:
        // What was saved and what follows from it are one picture.
        mustLook = true
        reloaded = 0
      default: break
      }
      events.append(event)
    case .signal(.end(let number)): ending = .signal(number)
    case .signal(.suspend): suspend()
    case .signal(.resumed): screen.resume()
    case .demoReady(let path): ending = .openDemo(path: path)
    }
  }

  /// Milliseconds until the clock or the store wants a look.
  private var timeout: Int32 {
    guard events.isEmpty else { return 0 }
    let now = Clock.monotonicMilliseconds()
    var next = nextTick - now
    if mustLook { next = min(next, reloaded + Console.reloadInterval - now) }
    if let wait = unwrittenDrafts.wait(now: now) { next = min(next, wait) }
    if let wait = spoolWatch.timeout(now: now) { next = min(next, wait) }
    if let retry = watch.nextRetryMilliseconds { next = min(next, Int64(retry)) }
    return Int32(clamping: max(0, next))
  }

  private func takeTime() {
    let now = Clock.monotonicMilliseconds()
    guard now >= nextTick else { return }
    let time = Clock.now
    events.append(.clock(time))
    // On the second, or on the minute, so that a clock and a duration change when they should.
    let step: Int64 = state.ticksEachSecond ? 1000 : 60_000
    nextTick = now + step - time.milliseconds % step
  }

  private func lookAtStore() {
    guard mustLook, Clock.monotonicMilliseconds() >= reloaded + Console.reloadInterval else {
      return
    }
    mustLook = false
    reloaded = Clock.monotonicMilliseconds()
    guard let version = try? reader.dataVersion, version != seenVersion else { return }
    seenVersion = version
    events.append(.storeChanged)
  }

  private func lookAtSpool() {
    let status = spoolWatch.look(
      isEmpty: spool.isEmpty, isOurs: isListening, now: Clock.monotonicMilliseconds())
    if let status { events.append(.spoolChanged(status)) }
  }

  private func handle() {
    var changed = false
    while !events.isEmpty, ending == nil {
      let event = events.removeFirst()
      changed = true
      let ticked = state.ticksEachSecond
      for effect in update(&state, event) { carryOut(effect) }
      if state.ticksEachSecond != ticked { nextTick = 0 }
    }
    guard changed, ending == nil else { return }
    screen.draw(render(state))
    events.append(.painted)
    for effect in update(&state, events.removeLast()) { carryOut(effect) }
  }

  // MARK: Effects

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .quit: ending = .quit
    case .suspend: suspend()
    case .repaint: screen.repaint()
    case .bell: screen.bell()
    case .copy(let text):
      screen.setClipboard(base64: Data(text.utf8).base64EncodedString())
      events.append(.done(effect))
    case .openDemo: fillDemo()
    case .playRecording, .stopPlayback, .togglePause, .seek, .changeSpeed:
      events += recordings.carryOut(effect, from: reader)
    case .copyRecordingLink(let call):
      events.append(
        recordings.copyLink(of: call, from: reader) { [screen] in
          screen.setClipboard(base64: Data($0.utf8).base64EncodedString())
        })
    case .export(let request): exports.start(request, at: Moment(Clock.now, in: readings.zone))
    case .cancelExport: exports.cancel()
    case .saveDraft(let draft):
      unwrittenDrafts.put(draft, draft.id, now: Clock.monotonicMilliseconds())
    case .dropDraft(let id):
      unwrittenDrafts.put(nil, id, now: Clock.monotonicMilliseconds())
    case .saveView(let view): keep(view)
    case .testIntegration(let id): test(id)
    default:
      if desk.take(effect) { return }
      if let name = Question.name(of: effect) { return ask(effect, name) }
      if case .loadLog(let request) = effect, request.isPlain {
        queries.forget(Question.log, Question.count)
      }
      do throws(StoreError) {
        if let event = try readings.answer(effect, from: reader, now: Clock.now) {
          events.append(event)
        } else {
          change(effect)
        }
      } catch {
        events.append(.failed(effect, Failure(error)))
      }
    }
  }

  /// A question that may take long: off the main thread, the newest of its kind only.
  private func ask(_ effect: Effect, _ name: String) {
    let (readings, mailbox) = (readings, mailbox)
    // A count waits for the rows, and never they for it.
    let others = name == Question.log ? [Question.count, Question.news] : []
    queries.ask(name, insteadOf: others) { store in
      do throws(StoreError) {
        if let event = try readings.answer(effect, from: store.get(), now: Clock.now) {
          mailbox.post(.event(event))
        }
      } catch .interrupted {
        // Nobody waits for it any more.
      } catch {
        mailbox.post(.event(.failed(effect, Failure(error))))
      }
    }
  }

  private func change(_ effect: Effect) {
    let (edits, mailbox) = (edits, mailbox)
    writer.submit { store in
      let event: Event? = answer(effect) { () throws(StoreError) in
        try edits.answer(effect, in: store.get(), now: Clock.now)
      }
      if let event { mailbox.post(.event(event)) }
    }
  }

  private func writeDrafts() {
    let mailbox = mailbox
    for (id, draft) in unwrittenDrafts.take() {
      writer.submit { store in
        let effect = draft.map { Effect.saveDraft($0) } ?? .dropDraft(id)
        let failed: Event? = answer(effect) { () throws(StoreError) in
          guard let draft else {
            try store.get().dropDraft(id)
            return nil
          }
          try store.get().save(draft, now: Clock.now)
          return nil
        }
        if let failed { mailbox.post(.event(failed)) }
      }
    }
  }

  /// Of several arrangements that wait to be written only the newest is.
  private func keep(_ view: ViewState) {
    let (viewFile, mailbox) = (viewFile, mailbox)
    writer.submit("view") { _ in
      do throws(SystemError) {
        try viewFile.write(view)
      } catch {
        mailbox.post(.event(.failed(.saveView(view), .other(error.description))))
      }
    }
  }

  /// What an earlier listener could not write: ours may be off, or another console's be stopped.
  private func takeSpool() {
    let intake = Intake(plan: edits.plan)
    writer.submit { store in
      // What cannot be taken in now stays where it is, and the listener says why.
      _ = try? intake.takeWholeSpool(into: store.get())
    }
  }

  /// On a thread of its own: whoever answers may take seconds.
  private func test(_ id: Integration.ID) {
    let (sender, mailbox) = (SampleSender(path: path), mailbox)
    startThread { mailbox.post(.event(.integrationTested(id, sender.send(for: id)))) }
  }

  private func fillDemo() {
    let (path, mailbox) = (StorePath.demo(beside: path), mailbox)
    writer.submit { _ in
      do {
        try DemoCommand.fillIfNew(path)
        mailbox.post(.demoReady(path: path))
      } catch {
        let failure = Failure.other(String(describing: error))
        mailbox.post(.event(.failed(.openDemo, failure)))
      }
    }
  }

  private func suspend() {
    // Nobody could stop it from the shell.
    recordings.player.hold()
    // The port last: whoever takes it over may continue this process at once.
    provider?.pause()
    listening?.pause()
    screen.suspend()
    listening?.resume()
    provider?.resume()
    recordings.player.submit(.goOn)
    mustLook = true
    nextTick = 0
  }
}

/// Runs `work`, and turns what it throws into the event that says so.
private func answer(_ effect: Effect, _ work: () throws(StoreError) -> Event?) -> Event? {
  do throws(StoreError) {
    return try work()
  } catch {
    return .failed(effect, Failure(error))
  }
}
