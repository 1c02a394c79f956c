/// What the program is asked to do; the raw value is the word on the command line.
enum Command: String, CaseIterable {
  case console
  case listen
  case links
  case integration
  case employee
  case route
  case calls
  case contacts
  case orders
  case callBack = "callback"
  case organizations
  case stats
  case importFile = "import"
  case demo
  case backup
  case restore
  case doctor
  case purge
  case forget
  case replay
  case retention
  case orderNumber = "order-number"
  case sync
  case outbox
  case fetch
  case open
  case recording
  case config
  case reference

  var summary: String {
    switch self {
    case .console: "open the console (the command may be left out)"
    case .listen: "receive webhooks without a screen, as a service does"
    case .links: "print the webhook links to paste at the provider"
    case .integration: "list, add, set, rotate, test, remove"
    case .employee: "list, add, set, remove employees"
    case .route: "where callers go: list, add, set, test, log …"
    case .calls: "print calls, newest first"
    case .contacts: "print contacts, newest first"
    case .orders: "print orders, newest first"
    case .callBack: "print who waits for a call, the longest first"
    case .organizations: "print organizations, by name"
    case .stats: "print a period's figures, or draw them"
    case .importFile: "take in contacts|orders|calls of a file (no undo)"
    case .demo: "invent a shop in an empty store, or its live calls"
    case .backup: "copy the store into a new file, calls coming in"
    case .restore: "put a backup in the store's place, keeping what was"
    case .doctor: "look at the store and say what is wrong with it"
    case .purge: "delete the calls before a day; contacts stay"
    case .forget: "delete a client's number with its calls, for good"
    case .replay: "read all kept deliveries again, as this version does"
    case .recording: "save the recording of a call into a file"
    case .retention: "say or set how long calls and deliveries are kept"
    case .orderNumber: "say the next order's number, or set what it is like"
    case .sync: "push contacts that wait to the provider, or all"
    case .outbox: "list, retry, drop what could not be pushed"
    case .fetch: "take older calls over from the provider's log"
    case .open: "show what a carbook:// link is about in the console"
    case .config: "print or check your configuration, or say where it is"
    case .reference: "print keys|man|man5|bash|zsh|fish, to be installed"
    }
  }

  /// What has to stand behind the command, as the help names it.
  var operands: [String] {
    switch self {
    case .backup, .restore: ["FILE"]
    case .forget: ["NUMBER"]
    case .importFile: ["KIND", "FILE"]
    case .outbox, .employee, .route: ["VERB"]
    case .open: ["URL"]
    case .reference: ["WHAT"]
    case .integration: ["VERB"]
    default: []
    }
  }

  /// What may stand behind that.
  var optionalOperands: [String] {
    switch self {
    case .outbox: ["ID"]
    case .integration: ["INTEGRATION"]
    case .employee: ["EMPLOYEE"]
    case .route: ["WHAT", "PLACE"]
    default: []
    }
  }

  var options: [CommandOption] {
    switch self {
    case .console: [.store, .listen, .allow, .trustedProxy, .screenReader, .noColor]
    case .listen: [.store, .listen, .allow, .trustedProxy]
    case .links: [.store, .listen]
    case .integration: [.store, .format, .plain, .grace, .yes] + CommandOption.integrationFields
    case .employee:
      [.store, .format, .plain, .rename, .number, .login, .staffID, .crmID, .away]
    case .route:
      [
        .store, .format, .plain, .limit, .integration, .scheme, .days, .destination, .reply, .key,
        .online,
        .hours,
        .holidays,
      ]
    case .calls: [.store, .format, .plain, .limit, .filter, .sort]
    case .contacts, .callBack, .organizations: [.store, .format, .plain, .limit]
    case .orders: [.store, .format, .plain, .limit, .status, .search]
    case .stats: [.store, .period, .from, .to, .statsFormat]
    case .importFile: [.store, .fileFormat, .strict, .dryRun, .push]
    case .demo: [.store, .calls, .live]
    case .backup, .restore: [.store]
    case .replay: [.store, .includeOff]
    case .retention: [.store, .journal, .keptCalls]
    case .orderNumber: [.store, .like]
    case .doctor: [.store, .format, .full]
    case .purge: [.store, .before, .yes]
    case .forget: [.store, .yes]
    case .sync: [.store, .all]
    case .outbox: [.store, .format, .plain, .limit]
    case .fetch: [.store, .from, .to]
    case .open: [.store, .listen, .allow, .trustedProxy, .noColor]
    case .config: [.store, .print, .check, .paths]
    case .recording: [.store, .call, .output, .replace]
    case .reference: []
    }
  }
}
