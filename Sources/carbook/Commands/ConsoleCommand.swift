import Domain
import Glibc
import Server
import Store
import TUI
import Terminal

/// `carbook`: the console on a terminal.
@MainActor
enum ConsoleCommand {
  /// - Parameter link: what is shown first; nil for the log.
  static func run(
    _ invocation: Invocation, path: String, link: CarbookLink? = nil
  ) throws -> Int32 {
    // Before the terminal changes: a store that cannot be opened is said in the shell.
    let reader = try reader(of: path)
    let log = LogFile(path: LogFile.standardPath())
    let (config, fault) = ConfigFile(path: ConfigFile.standardPath()).settled()
    if let fault { log?.write(fault.notice) }
    if invocation.isScreenReader || config.terminal.isScreenReader {
      return try speak(reader, path, invocation, config, fault, log: log)
    }
    guard let log else {
      return try show(reader, path, invocation, link, config, fault, log: nil)
    }
    return try log.takingStandardError {
      try show(reader, path, invocation, link, config, fault, log: log)
    }
  }

  /// The console in lines of text, for screen readers.
  private static func speak(
    _ reader: Store, _ path: String, _ invocation: Invocation, _ config: Config,
    _ fault: ConfigFile.Fault?, log: LogFile?
  ) throws -> Int32 {
    let mailbox = try Mailbox<Message>()
    Signals.watch(grace: 3) {
      mailbox.post(.signal($0))
    } force: {
      Signals.die(of: $0)
    }
    let configuration = Configuration(
      size: Size(columns: 80, rows: 24), now: Clock.now,
      language: config.view.language ?? .current(),
      storeName: PathName(path).name, version: version,
      notice: fault?.notice)
    Upkeep.start(path: path, recordings: config.recordings) { log?.write($0) }
    let console = try ReaderConsole(
      reader: reader, path: path, configuration: configuration,
      services: services(path, invocation, mailbox: mailbox, log: log), mailbox: mailbox,
      base: LinksCommand.base(invocation, path: path))
    switch try console.run() {
    case .quit, .openDemo: return 0
    case .hangup: Signals.die(of: SIGHUP)
    case .signal(let number): Signals.die(of: number)
    }
  }

  /// Most stores are there and need nothing done to them before they are shown.
  private static func reader(of path: String) throws(StoreError) -> Store {
    if let reader = try? Store.open(path, access: .reader, actor: Actor.current),
      reader.isReadyToWrite
    {
      return reader
    }
    try Store.open(path, access: .writer, actor: Actor.current).close()
    return try Store.open(path, access: .reader, actor: Actor.current)
  }

  private static func show(
    _ first: Store, _ path: String, _ invocation: Invocation, _ link: CarbookLink?,
    _ config: Config, _ fault: ConfigFile.Fault?, log: LogFile?
  ) throws -> Int32 {
    let mailbox = try Mailbox<Message>()
    let screen = try TerminalScreen(
      theme: .current(config.view.theme, withoutColors: invocation.isWithoutColors))
    defer { screen.close() }
    Signals.watch(grace: 3) {
      mailbox.post(.signal($0))
    } force: {
      TerminalScreen.restoreNow()
      Signals.die(of: $0)
    }
    if let link { mailbox.post(.event(.linkOpened(link))) }
    var (reader, path) = (first, path)
    while true {
      switch try open(
        reader, path, invocation, config, fault, screen: screen, mailbox: mailbox, log: log)
      {
      case .quit: return 0
      case .openDemo(let demo): (reader, path) = (try self.reader(of: demo), demo)
      case .hangup:
        screen.close()
        Signals.die(of: SIGHUP)
      case .signal(let number):
        screen.close()
        Signals.die(of: number)
      }
    }
  }

  /// One console over one store, from opening to ending.
  private static func open(
    _ reader: Store, _ path: String, _ invocation: Invocation, _ config: Config,
    _ fault: ConfigFile.Fault?, screen: TerminalScreen, mailbox: Mailbox<Message>, log: LogFile?
  ) throws -> Console.Ending {
    let viewFile = ViewFile(path: ViewFile.standardPath())
    let configuration = Configuration(
      size: screen.size, now: Clock.now, language: config.view.language ?? .current(),
      keymap: config.keys.keymap,
      storeName: PathName(path).name,
      linksCommand: ShellLine("links", store: invocation.store).description,
      exportFolder: ExportFile.proposedFolder,
      version: version,
      view: viewFile.read(), notices: config.notices,
      isMouseOn: config.terminal.isMouseOn, notice: fault?.shortNotice)
    screen.hasLinks = config.terminal.hyperlinks.areOn(
      .own, isKnown: screen.hasLinks)
    let console = try Console(
      screen: screen, reader: reader, path: path, configuration: configuration,
      mailbox: mailbox, base: LinksCommand.base(invocation, path: path), viewFile: viewFile,
      recordings: config.recordings)
    return try console.run {
      Upkeep.start(path: path, recordings: config.recordings) { log?.write($0) }
      return try services(path, invocation, mailbox: mailbox, log: log)
    }
  }

  private static func services(
    _ path: String, _ invocation: Invocation, mailbox: Mailbox<Message>, log: LogFile?
  ) throws -> Services {
    let provider = try ProviderService(path: path, plan: .ukraine) { log?.write($0) }
    guard invocation.listening != .off else { return Services(provider: provider, listening: nil) }
    let listening = try ListenerService(
      path: path, address: invocation.address, plan: .ukraine, rules: invocation.rules
    ) {
      log?.write($0)
    } report: { [isOpen = !invocation.address.isLoopback] status in
      mailbox.post(.event(.listenerChanged(status)))
      if case .listening = status { provider.fetchNow() }
      if isOpen, case .listening(let address) = status {
        mailbox.post(.event(.openedToOthers(address: address)))
      }
    } reportSpool: {
      mailbox.post(.event(.spoolChanged($0)))
    }
    return Services(provider: provider, listening: listening)
  }
}
