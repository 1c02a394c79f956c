import Domain
import Store
import TUI

/// `carbook route list|add|set|remove|move|default|test|log`: where callers are connected.
enum RouteCommand {
  enum Verb: String, CaseIterable {
    case list, add, set, remove, move, `default`, test, log
  }

  static func run(_ invocation: Invocation, path: String, now: Timestamp) throws {
    guard let verb = Verb(rawValue: invocation.operand) else {
      let verbs = Verb.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("carbook route wants one of \(verbs), not \(quoted(invocation.operand)).")
    }
    let reads = [.list, .test, .log].contains(verb)
    let store = try Store.open(path, access: reads ? .reader : .writer, actor: Actor.current)
    defer { store.close() }
    let desk = try RouteCommandDesk(store, invocation)
    switch verb {
    case .list: try desk.list()
    case .add: try desk.add(now: now)
    case .set: try desk.set(now: now)
    case .remove: try desk.remove(now: now)
    case .move: try desk.move(now: now)
    case .default: try desk.setDefault(now: now)
    case .test: try desk.test(now: now)
    case .log: try desk.log()
    }
  }
}
