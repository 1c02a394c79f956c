import Domain
import Server
import Store
import TUI

/// `carbook links`: every integration's five webhook links and the routing link, one a line; where
/// there is no integration yet, one is made. With several each has a heading that begins with "#".
enum LinksCommand {
  static func run(_ invocation: Invocation, path: String) throws {
    let store = try Store.open(path, access: .writer, actor: Actor.current)
    defer { store.close() }
    _ = try integration(in: store)
    let integrations = try store.integrations()
    let base = base(invocation, path: path)
    for integration in integrations {
      if integrations.count > 1 {
        let state = integration.isAvailable ? "" : " (off)"
        try Printer.line("# \(integration.id.rawValue) \(SafeText.clean(integration.name))\(state)")
      }
      for link in integration.links(base: base) {
        try Printer.line("\(link.occasion.rawValue) \(link.url)")
      }
      try Printer.line("route \(integration.routingLink(base: base))")
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
