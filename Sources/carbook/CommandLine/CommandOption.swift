/// An option: `--store FILE` or `--store=FILE`; a few take no value.
enum CommandOption: String, CaseIterable {
  case store
  case listen
  case allow
  case trustedProxy = "trusted-proxy"
  case format
  case plain
  case screenReader = "screen-reader"
  case limit
  case filter
  case sort
  case status
  case search
  case calls
  case live
  case full
  case before
  case yes
  case journal
  case keptCalls
  case like
  case includeOff = "include-off"
  case fileFormat
  case call
  case output
  case replace
  case strict
  case dryRun = "dry-run"
  // Figures.
  case period, statsFormat
  // The provider.
  case push, all, from, to
  // Integrations.
  case name, available
  case projectID = "project-id"
  case authKeyFile = "auth-key-file"
  case baseURL = "base-url"
  case zone
  case ownNumbers = "own-numbers"
  case sipLogins = "sip-logins"
  case publicURL = "public-url"
  case newNumbers = "new-numbers"
  case announce
  case contactLink = "contact-link"
  case leadLink = "lead-link"
  case dealLink = "deal-link"
  case grace
  // Employees and call routing.
  case rename, number, login
  case staffID = "staff-id"
  case crmID = "crm-id"
  case away
  // The user's own settings.
  case noColor = "no-color"
  case print, check, paths
  case integration, scheme, days, destination, reply, key, online, hours, holidays

  /// What an integration is set to.
  static let integrationFields: [CommandOption] = [
    .name, .available, .projectID, .authKeyFile, .baseURL, .zone, .ownNumbers, .sipLogins,
    .publicURL, .newNumbers, .announce, .contactLink, .leadLink, .dealLink,
  ]

  var flag: String {
    switch self {
    case .keptCalls: "--calls"
    case .fileFormat, .statsFormat: "--format"
    case .rename: "--name"
    case .destination: "--to"
    default: "--" + rawValue
    }
  }

  /// What the help shows for the value; nil for an option that takes none.
  var placeholder: String? {
    switch self {
    case .store: "FILE"
    case .listen: "HOST:PORT|off"
    case .allow, .trustedProxy: "RANGE[,...]"
    case .format: "table|json|csv|plain"
    case .limit, .calls: "N"
    case .live: "RATE"
    case .filter: "WORDS"
    case .sort: "KEY[:asc|:desc]"
    case .status: "STATUS"
    case .search: "TEXT"
    case .before: "DATE"
    case .journal: "DAYS"
    case .keptCalls: "DAYS|forever"
    case .like: "EXAMPLE"
    case .fileFormat: "csv|vcard|jsonl"
    case .period: "PERIOD"
    case .statsFormat: "text|json|csv|svg"
    case .call: "ID"
    case .output: "FILE"
    case .from, .to: "TIME"
    case .push, .all: nil
    case .name: "TEXT"
    case .available, .announce: "on|off"
    case .projectID: "DIGITS"
    case .authKeyFile: "FILE|-"
    case .baseURL, .publicURL, .contactLink, .leadLink, .dealLink: "URL"
    case .zone: "ZONE"
    case .ownNumbers: "NUMBER[,...]"
    case .sipLogins: "LOGIN[,...]"
    case .newNumbers: "ask|create"
    case .grace: "TIME"
    case .rename: "NAME"
    case .staffID, .crmID, .scheme, .key, .hours: "TEXT"
    case .number: "NUMBER"
    case .login: "LOGIN"
    case .away, .online: "on|off"
    case .integration: "INTEGRATION"
    case .days: "DAYS"
    case .destination: "WHERE"
    case .reply: "json|text|json-rpc"
    case .holidays: "DAYS"
    case .plain, .screenReader: nil
    case .replace, .full, .yes, .includeOff, .strict, .dryRun, .noColor, .print, .check, .paths:
      nil
    }
  }

  /// The words that the placeholder names, where it names some: `table|json|csv`.
  var choices: [String] {
    guard let placeholder, placeholder.allSatisfy({ $0.isLowercase || $0 == "|" }) else {
      return []
    }
    return placeholder.split(separator: "|").map(String.init)
  }

  var summary: String {
    switch self {
    case .store: "the store ($XDG_DATA_HOME/carbook/carbook.db)"
    case .listen: "where to receive webhooks (127.0.0.1:8080)"
    case .allow: "whose webhooks are taken (everybody's)"
    case .trustedProxy: "whose X-Forwarded-For is believed (nobody's)"
    case .format: "how to print (table); json is an object a line"
    case .plain: "as --format plain: for screen readers"
    case .screenReader: "say what is new in lines, without a screen"
    case .limit: "how many to print at most (50)"
    case .filter: "only such calls, as 'missed today from:067'"
    case .sort: "by date, wait, talk, customer or status"
    case .status: "only orders in this repair status, or open (all)"
    case .search: "orders with it in number, client, car or VIN"
    case .calls: "how many calls to invent (3000)"
    case .live: "send the store's listener RATE calls a minute"
    case .full: "compare every index with its table too (slower)"
    case .before: "the first day that is kept, as 2026-08-31"
    case .yes: "do it without asking"
    case .journal: "how long deliveries are kept as they came (365)"
    case .keptCalls: "how long calls are kept (forever)"
    case .like: "number orders on from it, as A-10232"
    case .includeOff: "make calls of what came while off, too"
    case .call: "the id that carbook calls prints"
    case .output: "where the recording goes"
    case .replace: "in place of a file of that name, too"
    case .fileFormat: "how the file is written (found out)"
    case .period: "today, yesterday, week, month, 2026-03, 90 …"
    case .statsFormat: "how to print the figures (text)"
    case .strict: "import nothing where one row is refused"
    case .rename: "the employee's new name"
    case .number: "his telephone or extension"
    case .login: "his SIP login"
    case .staffID: "his id at the provider"
    case .crmID: "his id in the CRM"
    case .away: "on: no call is sent to him"
    case .integration: "whose routing, where there are several"
    case .scheme: "of one scheme of the provider's (all others)"
    case .days: "how long ago he may have talked last (30)"
    case .destination: "an employee, a number, a login, or none"
    case .reply: "how the provider is answered (json)"
    case .key: "the JSON key of the answer (number_01)"
    case .online: "on: only those whose soft phone is connected"
    case .hours: "as 'mon-fri 09:00-18:00, sat 10:00-15:00'"
    case .holidays: "as '01-01, 2026-12-25'"
    case .noColor: "attributes instead of colours"
    case .print: "every key as it is in force, as a file"
    case .check: "say what is wrong with the file"
    case .paths: "where things are kept"
    case .dryRun: "say what would be done, and do nothing"
    case .push: "tell the provider's address book of it, too"
    case .all: "push the whole address book"
    case .from: "since when, as 2026-08-31 or '2026-08-31 9:00'"
    case .to: "until when (now)"
    case .name: "what the integration is called (Ringostat)"
    case .available: "off: deliveries are kept and make no calls"
    case .projectID: "the provider's project id"
    case .authKeyFile: "holds the auth key; - is standard input"
    case .baseURL: "the provider's API (https://api.ringostat.net)"
    case .zone: "the project's time zone (Europe/Kyiv)"
    case .ownNumbers: "the shop's numbers, in any spelling"
    case .sipLogins: "the employees' logins"
    case .publicURL: "where the provider reaches us (the listener)"
    case .newNumbers: "whether a new number raises a question"
    case .announce: "whether the provider's phone is told of it"
    case .contactLink: "a contact's page elsewhere, with {id}, {number}"
    case .leadLink: "a lead's"
    case .dealLink: "an order's"
    case .grace: "how long old links work: 0, 45m, 12h, 2w (1d)"
    }
  }
}
