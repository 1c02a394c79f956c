import Domain
import Glibc
import Store
import TUI

/// From the command line to an exit status: 0 done, 1 could not be done, 2 not understood.
@MainActor
enum Program {
  static func run(_ arguments: [String]) -> Int32 {
    do {
      let invocation = try Invocation(arguments)
      switch invocation.request {
      case .help(let command): try Printer.line(Usage.text(command))
      case .version: try Printer.line("carbook \(version)")
      case .run(let command): return try run(command, invocation)
      }
      return 0
    } catch let error as UsageError {
      Printer.complain(error.sentence)
      return 2
    } catch let error as CommandFailure {
      Printer.complain(error.sentence)
    } catch {
      Printer.complain(String(describing: error))
    }
    return 1
  }

  private static func run(_ command: Command, _ invocation: Invocation) throws -> Int32 {
    let path = invocation.store ?? StorePath.standard()
    // Those that run on take signals by themselves.
    if ![.console, .listen, .demo, .importFile, .recording, .open].contains(command) {
      Signals.unblock()
    }
    switch command {
    case .console: return try ConsoleCommand.run(invocation, path: path)
    case .listen: return try ListenCommand.run(invocation, path: path)
    case .links: try LinksCommand.run(invocation, path: path)
    case .integration: return try IntegrationCommand.run(invocation, path: path, now: Clock.now)
    case .employee: try EmployeeCommand.run(invocation, path: path, now: Clock.now)
    case .route: try RouteCommand.run(invocation, path: path, now: Clock.now)
    case .demo: try DemoCommand.run(invocation, path: path)
    case .calls:
      try ReadCommand.calls(
        reader(path), invocation: invocation, now: Clock.now, language: .chosen)
    case .contacts: try ReadCommand.contacts(reader(path), invocation: invocation)
    case .orders: try ReadCommand.orders(reader(path), invocation: invocation)
    case .callBack:
      try ReadCommand.callBacks(reader(path), invocation: invocation, now: Clock.now)
    case .organizations: try ReadCommand.organizations(reader(path), invocation: invocation)
    case .stats:
      try StatsCommand.run(
        invocation, store: reader(path), now: Clock.now, language: .chosen)
    case .importFile: return try ImportCommand.run(invocation, path: path, now: Clock.now)
    case .doctor: return try DoctorCommand.run(invocation, path: path, now: Clock.now)
    case .purge: try PurgeCommand.run(invocation, store: writer(path), now: Clock.now)
    case .forget: try ForgetCommand.run(invocation, store: writer(path), now: Clock.now)
    case .replay: try ReplayCommand.run(invocation, store: writer(path), now: Clock.now)
    case .recording: try RecordingCommand.run(invocation, store: reader(path))
    case .retention: try RetentionCommand.run(invocation, store: writer(path), now: Clock.now)
    case .orderNumber: try OrderNumberCommand.run(invocation, store: writer(path), now: Clock.now)
    case .backup: try BackupCommand.run(reader(path), to: invocation.operand)
    case .sync: return try SyncCommand.run(invocation, store: writer(path))
    case .outbox: try OutboxCommand.run(invocation, store: writer(path))
    case .fetch: try FetchCommand.run(invocation, store: writer(path), now: Clock.now)
    case .open: return try OpenCommand.run(invocation, path: path)
    case .config: return try ConfigCommand.run(invocation, path: path)
    case .reference: try ReferenceCommand.run(invocation)
    case .restore: try RestoreCommand.run(path, from: invocation.operand, now: Clock.now)
    }
    return 0
  }

  /// Nothing that is administered is made by it.
  private static func writer(_ path: String) throws -> Store {
    _ = try reader(path)
    return try Store.open(path, access: .writer, actor: Actor.current)
  }

  private static func reader(_ path: String) throws -> Store {
    try Store.open(path, access: .reader, actor: Actor.current)
  }
}
