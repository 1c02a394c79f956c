import Domain
import Store

/// `carbook demo`: an invented shop in a store, or its live calls over HTTP.
enum DemoCommand {
  static func run(_ invocation: Invocation, path: String) throws {
    if let rate = invocation.live {
      try feed(path, rate: rate, calls: invocation.calls)
    } else {
      let shop = DemoShop(now: Clock.now, zone: .kyiv, calls: invocation.calls)
      try fill(path, with: shop)
      try Printer.line(
        "\(path): \(shop.contactCount) contacts, \(shop.orderCount) orders, \(shop.callCount) calls"
      )
    }
  }

  /// Fills the store unless it has calls already.
  static func fillIfNew(_ path: String) throws {
    let store = try Store.open(path, access: .writer, actor: Actor.current)
    let isNew = try store.callCount() == 0
    store.close()
    guard isNew else { return }
    try fill(
      path, with: DemoShop(now: Clock.now, zone: .kyiv, calls: DemoShop.defaultCallCount))
  }

  private static func fill(_ path: String, with shop: DemoShop) throws {
    guard Store.exists(path) else {
      return try Store.fill(path, actor: Actor.current, now: Clock.now) {
        try fill($0, with: shop)
      }
    }
    let store = try Store.open(path, access: .writer, actor: Actor.current)
    guard try store.callCount() == 0 && store.contactCount() == 0 else {
      throw CommandFailure("\(path) is in use: the demo fills an empty store only.")
    }
    try fill(store, with: shop)
    store.close()
  }

  private static func fill(_ store: Store, with shop: DemoShop) throws {
    let integration = try LinksCommand.integration(in: store)
    try store.setOwnNumbers(shop.ownNumbers, of: integration.id, now: Clock.now)
    var sink = StoreSink(
      store: store, integration: integration.id, own: shop.ownNumbers, plan: .ukraine)
    try DemoFiller(shop: shop).fill(&sink)
  }

  private static func feed(_ path: String, rate: Double, calls: Int) throws {
    let store = try Store.open(path, access: .reader, actor: Actor.current)
    guard let integration = try store.integrations().first else {
      throw CommandFailure("\(path) has no integration yet: carbook links makes one.")
    }
    guard let address = ListenerLease.holder(of: path)?.address else {
      throw CommandFailure(
        "Nobody listens for \(path): open the console or carbook listen on it first.")
    }
    let shop = DemoShop(now: Clock.now, zone: integration.zone, calls: calls)
    let links = integration.localLinks(base: "http://\(address)")
    try LiveFeedRunner.run(shop: shop, links: links, rate: rate) {
      Clock.now
    } print: {
      try? Printer.line($0)
    }
  }
}
