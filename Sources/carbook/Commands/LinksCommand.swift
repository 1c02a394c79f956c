import Domain
import Server
import Store

/// `carbook links`: the five webhook links, one a line, and the integration they belong to where
/// there is none yet.
enum LinksCommand {
  static func run(_ invocation: Invocation, path: String) throws {
    let store = try Store.open(path, access: .writer, actor: Actor.current)
    defer { store.close() }
    for link in try integration(in: store).links(base: base(invocation, path: path)) {
      try Printer.line("\(link.occasion.rawValue) \(link.url)")
    }
  }

  /// The first integration; made with a random token where there is none.
  static func integration(in store: Store) throws(StoreError) -> Integration {
    if let first = try store.integrations().first { return first }
    return try store.createIntegration(name: "Ringostat", token: Token.random(), now: Clock.now)
  }

  /// Where the provider's deliveries go: the present listener, else where one would open.
  static func base(_ invocation: Invocation, path: String) -> String {
    "http://\(ListenerLease.holder(of: path)?.address ?? "\(invocation.address)")"
  }
}
