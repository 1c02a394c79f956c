/// What the program is asked to do; the raw value is the word on the command line.
enum Command: String, CaseIterable {
  case console
  case listen
  case links
  case calls
  case contacts
  case orders
  case demo

  var summary: String {
    switch self {
    case .console: "open the console (the command may be left out)"
    case .listen: "receive webhooks without a screen, as a service does"
    case .links: "print the webhook links to paste at the provider"
    case .calls: "print calls, newest first"
    case .contacts: "print contacts, newest first"
    case .orders: "print orders, newest first"
    case .demo: "invent a shop in an empty store, or its live calls"
    }
  }

  var options: [CommandOption] {
    switch self {
    case .console, .listen: [.store, .listen, .allow, .trustedProxy]
    case .links: [.store, .listen]
    case .calls, .contacts, .orders: [.store, .format, .limit]
    case .demo: [.store, .calls, .live]
    }
  }
}
