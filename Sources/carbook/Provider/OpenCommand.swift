import Domain
import Glibc
import Store
import TUI

/// `carbook open URL`: shows what a link of the provider's phone is about, in this user's running
/// console or in a new one. A link comes from anywhere: all it can do is show a screen.
@MainActor
enum OpenCommand {
  static func run(_ invocation: Invocation, path: String) throws -> Int32 {
    guard let link = CarbookLink(invocation.operand, plan: .ukraine) else {
      throw CommandFailure(
        "\(quoted(invocation.operand)) is no link to a screen: carbook://contact/ID, "
          + "carbook://order/NUMBER, carbook://new?number=NUMBER.")
    }
    let store = try Store.open(path, access: .reader, actor: Actor.current)
    let file = store.path
    store.close()
    if LinkSocket.send(link, store: file) { return 0 }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(
        "No console is open on \(quoted(file)), and there is no terminal to open one on.")
    }
    return try ConsoleCommand.run(invocation, path: path, link: link)
  }
}
