import Domain
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

  private static let startingPause: Int32 = 100

  let screen: TerminalScreen
  let path: String
  let reader: Store
  private let watch: ChangeWatch
  let mailbox: Mailbox<Message>
  let writer: StoreWorker
  let queries: StoreWorker
  let exports: Exports
  private(set) var services: Services?
  let desk: ProviderDesk
  private let links: LinkSocket?
  let recordings: RecordingDesk
  let programs = BriefPrograms()
  let notices: NoticeDesk
  let clipboard = ClipboardProgram.chosen(.own)
  let viewFile: ViewFile
  private let spool: Spool
  private var spoolWatch = SpoolWatch()
  private var isListening = false
  var readings: Readings
  let edits: Edits
  var unwrittenDrafts = UnwrittenDrafts()

  private var state: ConsoleState
  var events: [Event] = []
  var ending: Ending?
  private var seenVersion: Int64 = -1
  /// Until nothing has happened for `startingPause` milliseconds for the first time.
  private var isStarting = true
  private var lookPace = LookPace()
  var mustLook = false
  var nextTick: Int64 = 0
  /// Whether the clock is looked at each second.
  private var ticks = false
  /// When the last picture was sent.
  private var shownTime: Int64 = 0
  private var foresight = Foresight()

  /// - Parameter reader: the open store.
  init(
    screen: TerminalScreen, reader: Store, path: String, configuration: Configuration,
    mailbox: Mailbox<Message>,
    base: String, viewFile: ViewFile, recordings: RecordingSettings
  ) throws {
    self.screen = screen
    self.path = path
    self.mailbox = mailbox
    desk = ProviderDesk(path: path) { mailbox.post(.event($0)) }
    self.viewFile = viewFile
    self.reader = reader
    links = LinkSocket(store: reader.path)
    watch = try ChangeWatch(store: path)
    spool = Spool(store: path)
    writer = StoreWorker(path: path, access: .writer, actor: Actor.current)
    queries = StoreWorker(path: path, access: .reader, actor: Actor.current)
    self.recordings = try RecordingDesk(store: reader.path, recordings, mailbox: mailbox)
    notices = NoticeDesk(configuration, programs: programs)
    exports = Exports(path: path, language: configuration.language) { mailbox.post(.event($0)) }
    readings = Readings(
      zone: configuration.zone, plan: configuration.plan, base: base)
    edits = Edits(plan: configuration.plan)
    state = ConsoleState(configuration)
    screen.setMouse(configuration.isMouseOn)
  }

  /// Runs until somebody or something ends it; the workers have finished by then.
  /// - Parameter begin: starts what runs beside the screen.
  /// - Throws: what `begin` throws.
  func run(_ begin: () throws -> Services) throws -> Ending {
    events = [.resized(screen.size), .clock(Clock.now)]
    // What was typed so far. ncurses sends the keypad's mode with the first look, which would come
    // behind the first picture.
    takeInput()
    // What is read from now on is no older than that.
    seenVersion = (try? reader.dataVersion) ?? -1
    handle()
    // Whatever else there is to do comes after the first picture.
    let services = try begin()
    self.services = services
    takeSpool()
    while true {
      takeTime()
      lookAtStore()
      lookAtSpool()
      rest()
      handle()
      notices.tell(on: screen, now: Clock.monotonicMilliseconds())
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
        programs.finish()
        reader.close()
        services.stop()
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
    let wait = isStarting ? min(timeout, Console.startingPause) : timeout
    let ready = poll(&requests, nfds_t(requests.count), wait)
    if isStarting, ready == 0 {
      isStarting = false
      ProgramCode.giveBack()
    }
    // The watch also wants to be asked when its time has come and nothing is there to be read.
    if watch.drain() {
      mustLook = true
      foresight = Foresight()
    }
    guard ready != 0 else { return }
    takeInput()
    for message in mailbox.drain() { take(message) }
    for text in links?.receive() ?? [] {
      // Whoever can write there is this user, and still all that happens is that a screen is shown.
      if let link = CarbookLink(text, plan: edits.plan) { events.append(.linkOpened(link)) }
    }
  }

  private func takeInput() {
    for input in screen.readInput() {
      switch input {
      case .key(let key): events.append(.key(key))
      case .resized(let size): events.append(.resized(size))
      case .focus(let isFocused): notices.isFocused = isFocused
      case .hangup: ending = .hangup
      }
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
        lookPace.forget()
      default: break
      }
      events.append(event)
    case .signal(.end(let number)): ending = .signal(number)
    case .signal(.suspend): suspend()
    case .signal(.resumed):
      screen.resume()
      events.append(.resized(screen.size))
    case .copied(let effect, let text, let program): copied(effect, text, by: program)
    case .demoReady(let path): ending = .openDemo(path: path)
    }
  }

  /// Milliseconds until the clock or the store wants a look.
  private var timeout: Int32 {
    guard events.isEmpty else { return 0 }
    let now = Clock.monotonicMilliseconds()
    var next = nextTick - now
    if mustLook { next = min(next, lookPace.wait(now: now)) }
    if let wait = unwrittenDrafts.wait(now: now) { next = min(next, wait) }
    if let wait = notices.wait(now: now) { next = min(next, wait) }
    if let wait = spoolWatch.timeout(now: now) { next = min(next, wait) }
    if let restTime { next = min(next, restTime - now) }
    if let retry = watch.nextRetryMilliseconds { next = min(next, Int64(retry)) }
    return Int32(clamping: max(0, next))
  }

  private func takeTime() {
    let now = Clock.monotonicMilliseconds()
    guard now >= nextTick else { return }
    let time = Clock.now
    events.append(.clock(time))
    // On the second, or on the minute, so that a clock and a duration change when they should.
    let step: Int64 = ticks ? 1000 : 60_000
    nextTick = now + step - time.milliseconds % step
  }

  private func lookAtStore() {
    let now = Clock.monotonicMilliseconds()
    guard mustLook, lookPace.wait(now: now) == 0 else { return }
    mustLook = false
    guard let version = try? reader.dataVersion, version != seenVersion else { return }
    seenVersion = version
    lookPace.found(now: now)
    events.append(.storeChanged)
  }

  private func lookAtSpool() {
    let status = spoolWatch.look(
      isEmpty: spool.isEmpty, isOurs: isListening, now: Clock.monotonicMilliseconds())
    if let status { events.append(.spoolChanged(status)) }
  }

  /// When to read ahead, or to look ahead.
  private var restTime: Int64? {
    if state.readsAhead { return shownTime + Foresight.leastPause }
    return foresight.isWanted ? shownTime + foresight.pause : nil
  }

  private func rest() {
    guard events.isEmpty, let time = restTime, Clock.monotonicMilliseconds() >= time else { return }
    if state.readsAhead { return events.append(.idle) }
    // One in a turn: a key may have come.
    foresight.tryNext(in: state) { effect in
      guard Question.name(of: effect) == nil else { return nil }
      return try? read(effect)
    }
  }

  /// Characters that came at once for a field are one event.
  private func nextEvent() -> Event {
    guard events[0].key != nil else { return events.removeFirst() }
    if state.readsFirst { return .idle }
    guard events.count > 1, state.takesText else { return events.removeFirst() }
    let typed = events.prefix { $0.character != nil }
    guard typed.count > 1 else { return events.removeFirst() }
    events.removeFirst(typed.count)
    return .typed(typed.compactMap(\.character))
  }

  private func handle() {
    guard !events.isEmpty, ending == nil else { return }
    let (wasIdle, key) = (events == [.idle], events.last?.key)
    // What the state has no more is let go behind the picture: two hundred rows take their time.
    let before = wasIdle ? nil : state
    let foreseen = foresight.outcome(of: events)
    if let foreseen {
      events = []
      state = foreseen.state
      for load in foreseen.loads { leaveOlder(than: load) }
    }
    while !events.isEmpty, ending == nil {
      let event = nextEvent()
      // What a key asks for is there before the next one.
      let later = events
      events = []
      for effect in update(&state, event) { carryOut(effect) }
      events += later
    }
    guard ending == nil else { return }
    screen.draw(foreseen?.frame ?? render(state))
    withExtendedLifetime(before) {}
    // What was read ahead changes no picture.
    if !wasIdle { shownTime = Clock.monotonicMilliseconds() }
    foresight = mustLook ? Foresight() : Foresight(after: wasIdle ? foresight.key : key, in: state)
    if state.ticksEachSecond != ticks {
      ticks.toggle()
      nextTick = 0
    }
    events.append(.painted)
    for effect in update(&state, events.removeLast()) { carryOut(effect) }
  }
}
