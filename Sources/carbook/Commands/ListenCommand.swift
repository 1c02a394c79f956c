import Domain
import Glibc
import Server
import Store

/// `carbook listen`: the listener without a screen.
enum ListenCommand {
  static func run(_ invocation: Invocation, path: String) throws -> Int32 {
    guard invocation.listening != .off else {
      throw UsageError(
        "carbook listen without an address has nothing to do: leave out --listen off.")
    }
    let address = invocation.address
    // Makes the store where there is none, and says at once where it cannot be written.
    try Store.open(path, access: .writer, actor: Actor.current).close()
    let mailbox = try Mailbox<Message>()
    Signals.watch(grace: 8) {
      mailbox.post(.signal($0))
    } force: { _ in
      _exit(1)
    }
    let provider = try ProviderService(path: path, plan: .ukraine) { Printer.complain($0) }
    let service = try ListenerService(
      path: path, address: address, plan: .ukraine, rules: invocation.rules
    ) {
      Printer.complain($0)
    } report: { status in
      mailbox.post(.event(.listenerChanged(status)))
      if case .listening = status { provider.fetchNow() }
    } reportSpool: { _ in
      // The log says it.
    }
    let (config, fault) = ConfigFile(path: ConfigFile.standardPath()).settled()
    if let fault { Printer.complain(fault.notice) }
    Upkeep.start(path: path, recordings: config.recordings) { Printer.complain($0) }
    while true {
      var request = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&request, 1, -1)
      for message in mailbox.drain() {
        switch message {
        case .event(.listenerChanged(let status)):
          if let line = status.line { try Printer.line(line) }
          ProgramCode.giveBack()
        case .signal(.end):
          service.stop()
          provider.stop()
          return 0
        case .signal(.suspend):
          // The port last: whoever takes it over may continue this process at once.
          provider.pause()
          service.pause()
          raise(SIGSTOP)
          service.resume()
          provider.resume()
        default: break
        }
      }
    }
  }
}
