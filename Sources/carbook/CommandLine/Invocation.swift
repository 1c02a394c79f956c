import Domain
import Server
import TUI

/// The command line, read and checked.
struct Invocation: Equatable {
  enum Listening: Equatable {
    case off
    case address(ListenAddress)
  }

  enum Format: String, CaseIterable {
    case table
    case json
    case csv
    case plain
  }

  enum KeptCalls: Equatable {
    case days(Int)
    case forever
  }

  enum Request: Equatable {
    case run(Command)
    case help(Command?)
    case version
  }

  var request: Request = .run(.console)
  /// What stands behind the command, for those that want something there.
  private var operands: [String] = []
  /// As typed; nil for the default store.
  var store: String?
  /// Nil where nothing was said.
  var listening: Listening?
  var rules = PeerRules()
  var format = Format.table
  /// Whether the console is to speak in lines.
  var isScreenReader = false
  var limit = 50
  /// Of calls: as typed.
  var filter = ""
  var sort = CallSort.newestFirst
  /// Of orders: as typed; nil for all.
  var status: String?
  var search = ""
  var calls = 3000
  /// Calls a minute.
  var live: Double?
  var isFull = false
  var before: CivilDate?
  /// Nil where nothing was said, both.
  var journalDays: Int?
  var keptCalls: KeptCalls?
  /// What orders' numbers are to be like, as typed; nil where nothing was said.
  var example: String?
  var includesOff = false
  /// Nobody has to be asked.
  var isSure = false
  /// Nil to find it out.
  var fileFormat: ImportFormat?
  // Figures.
  /// Nil where nothing was said.
  var period: StatisticsPeriod?
  var statsFormat = StatsCommand.Format.text
  var isStrict = false
  var isDryRun = false
  // The provider.
  var pushes = false
  var isAll = false
  /// As typed; nil where nothing was said.
  var from: String?
  var to: String?
  /// Whose recording is saved; 0 where nothing was said.
  var call = 0
  /// As typed.
  var output = ""
  var replaces = false
  var isWithoutColors = false
  /// What is wanted of the configuration; nil where nothing was said.
  var configuration: ConfigCommand.Task?
  var integration = IntegrationChanges()
  var staff = StaffOptions()
  var route = RouteOptions()

  /// - Parameter arguments: without the program's name.
  /// - Throws: `UsageError` that names the word it stumbled over.
  init(_ arguments: [String]) throws(UsageError) {
    var words = arguments[...]
    var command = Command.console
    if let word = words.first, !word.hasPrefix("-") {
      guard let named = Command(rawValue: word) else {
        throw UsageError("There is no command \(quoted(word)): see carbook --help.")
      }
      command = named
      words.removeFirst()
    }
    request = .run(command)
    while let word = words.popFirst() {
      switch word {
      case "--help", "-h":
        request = .help(command == .console ? nil : command)
        return
      case "--version":
        request = .version
        return
      // "-" is standard input.
      case _
      where (!word.hasPrefix("-") || word == "-")
        && operands.count < command.operands.count + command.optionalOperands.count:
        operands.append(word)
      default:
        try take(word, for: command, from: &words)
      }
    }
    if operands.count < command.operands.count {
      throw UsageError(
        "carbook \(command.rawValue) wants a \(command.operands.joined(separator: " and a ")).")
    }
    if command == .recording, call == 0 || output.isEmpty {
      throw UsageError("carbook recording wants to know which and where: --call ID --output FILE.")
    }
    if command == .config, configuration == nil {
      throw UsageError("carbook config wants to know what to do: --print, --check or --paths.")
    }
    if command == .purge, before == nil {
      throw UsageError("carbook purge wants to know what to keep: --before DATE.")
    }
  }

  /// Loopback: what comes from further away goes through a proxy that speaks TLS.
  private static let standardAddress = ListenAddress(loopbackPort: 8080)

  /// The first of what stands behind the command; empty where nothing does.
  var operand: String { operands.first ?? "" }

  /// What stands behind the first; empty where nothing does.
  var secondOperand: String { operands.dropFirst().first ?? "" }

  var thirdOperand: String { operands.dropFirst(2).first ?? "" }

  /// The last of it, where that is a file.
  var file: String { operands.last ?? "" }

  /// Where to listen; also where links point while nobody does.
  var address: ListenAddress {
    if case .address(let address) = listening { address } else { Invocation.standardAddress }
  }

  private mutating func take(
    _ word: String, for command: Command, from words: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let flag = parts.first,
      let option = (command.options + CommandOption.allCases).first(where: { $0.flag == flag })
    else {
      if word.hasPrefix("--auth") { throw AuthKeyFile.keyInSight }
      throw UsageError("\(quoted(word)) is not an option: see carbook --help.")
    }
    guard command.options.contains(option) else {
      throw UsageError("carbook \(command.rawValue) takes no \(option.flag).")
    }
    guard let placeholder = option.placeholder else {
      guard parts.count == 1 else { throw UsageError("\(option.flag) takes no value.") }
      return try set(option, to: "")
    }
    guard let value = parts.count == 2 ? String(parts[1]) : words.popFirst() else {
      throw UsageError("\(option.flag) wants a value: \(placeholder).")
    }
    try set(option, to: value)
  }

  private mutating func set(_ option: CommandOption, to value: String) throws(UsageError) {
    switch option {
    case .store:
      guard !value.isEmpty, !value.utf8.contains(0) else {
        throw UsageError("--store wants the path of a file.")
      }
      store = value
    case .listen:
      if value == "off" {
        listening = .off
      } else {
        do {
          listening = .address(try ListenAddress(parsing: value))
        } catch {
          throw UsageError(
            "--listen wants an address of this machine and a port (127.0.0.1:8080, [::1]:8080, "
              + "localhost:0) or off, not \(quoted(value)).")
        }
      }
    case .allow: rules.allowed += try Invocation.ranges(value, of: option)
    case .trustedProxy: rules.trustedProxies += try Invocation.ranges(value, of: option)
    case .format:
      guard let named = Format(rawValue: value) else {
        throw UsageError("--format is table, json, csv or plain, not \(quoted(value)).")
      }
      format = named
    case .plain: format = .plain
    case .screenReader: isScreenReader = true
    case .limit:
      limit = try Invocation.count(value, of: option)
    case .filter: filter = value
    case .sort: sort = try Invocation.sort(value)
    case .status: status = value
    case .search: search = value
    case .calls:
      calls = try Invocation.count(value, of: option)
    case .live:
      guard let rate = Double(value), rate > 0, rate <= 6000 else {
        throw UsageError("--live wants calls a minute, more than 0 and at most 6000.")
      }
      live = rate
    case .fileFormat:
      guard let named = ImportFormat(rawValue: value) else {
        throw UsageError("--format is csv, vcard or jsonl, not \(quoted(value)).")
      }
      fileFormat = named
    case .period:
      guard let named = StatisticsPeriod(value) else {
        let words = StatisticsPeriod.words.map(\.word).joined(separator: ", ")
        throw UsageError(
          "--period is \(words), a month like 2026-03, a year or a number of days, "
            + "not \(quoted(value)).")
      }
      period = named
    case .statsFormat:
      guard let named = StatsCommand.Format(rawValue: value) else {
        throw UsageError("--format is text, json, csv or svg, not \(quoted(value)).")
      }
      statsFormat = named
    case .call: call = try Invocation.count(value, of: option)
    case .output:
      guard !value.isEmpty, !value.utf8.contains(0) else {
        throw UsageError("--output wants the path of a file.")
      }
      output = value
    case .replace: replaces = true
    case .name, .available, .projectID, .authKeyFile, .baseURL, .zone, .ownNumbers, .sipLogins,
      .publicURL, .newNumbers, .announce, .contactLink, .leadLink, .dealLink, .grace:
      try integration.set(option, to: value)
    case .rename, .number, .login, .staffID, .crmID, .away: try staff.set(option, to: value)
    case .integration, .scheme, .days, .destination, .reply, .key, .online, .hours, .holidays:
      try route.set(option, to: value)
    case .noColor: isWithoutColors = true
    case .print: configuration = .print
    case .check: configuration = .check
    case .paths: configuration = .paths
    case .strict: isStrict = true
    case .dryRun: isDryRun = true
    case .push: pushes = true
    case .all: isAll = true
    case .from: from = value
    case .to: to = value
    case .full: isFull = true
    case .yes: isSure = true
    case .like:
      guard value.isEmpty || OrderNumber.isExample(value) else {
        throw UsageError(
          "--like wants an example with a digit in at most \(OrderDraft.numberLimit) characters, "
            + "as A-10232, not \(quoted(value)).")
      }
      example = value
    case .includeOff: includesOff = true
    case .journal: journalDays = try Invocation.days(value, of: option)
    case .keptCalls:
      keptCalls = value == "forever" ? .forever : .days(try Invocation.days(value, of: option))
    case .before:
      guard let date = Invocation.date(value) else {
        throw UsageError("--before wants a day like 2026-08-31, not \(quoted(value)).")
      }
      before = date
    }
  }
}
