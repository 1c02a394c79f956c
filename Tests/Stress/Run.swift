import Store

/// What the command line asks for.
enum Run {
  case wal(seconds: Double, rule: WALRule)
  case kill(rounds: Int)
  case readers(seconds: Double)
  case soak(seconds: Double, rate: Int)
  case slow(seconds: Double, connections: Int)
  case backup(seconds: Double, rate: Int)
  case migration(rounds: Int)
  /// One of the processes that a run starts.
  case child(Role, store: String, name: String, seconds: Double, rule: WALRule)

  static let usage = """
    usage: stress wal [--seconds 60] [--library-rule]
           stress kill [--rounds 1000]
           stress readers [--seconds 60]
           stress soak [--seconds 60] [--rate 500]
           stress slow [--seconds 120] [--connections 1000]
           stress backup [--seconds 60] [--rate 500]
           stress migration [--rounds 200]
    """

  /// Nil where the words make no sense.
  init?(arguments: [String]) {
    var options: [String: String] = [:]
    var rule = WALRule.current
    var words = arguments.dropFirst()
    while let word = words.popFirst() {
      if word == "--library-rule" {
        rule = .library
      } else if word.hasPrefix("--"), let value = words.popFirst() {
        options[word] = value
      } else {
        return nil
      }
    }
    func number<Number: LosslessStringConvertible>(_ name: String, or standard: Number) -> Number {
      options["--" + name].flatMap(Number.init) ?? standard
    }
    switch arguments.first {
    case "wal": self = .wal(seconds: number("seconds", or: 60), rule: rule)
    case "kill": self = .kill(rounds: number("rounds", or: 1000))
    case "readers": self = .readers(seconds: number("seconds", or: 60))
    case "soak": self = .soak(seconds: number("seconds", or: 60), rate: number("rate", or: 500))
    case "slow":
      self = .slow(
        seconds: number("seconds", or: 120), connections: number("connections", or: 1000))
    case "backup":
      self = .backup(seconds: number("seconds", or: 60), rate: number("rate", or: 500))
    case "migration": self = .migration(rounds: number("rounds", or: 200))
    case "child":
      guard let role = options["--role"].flatMap(Role.init), let store = options["--store"],
        let name = options["--name"]
      else { return nil }
      self = .child(
        role, store: store, name: name, seconds: number("seconds", or: 60), rule: rule)
    default: return nil
    }
  }

  /// Whether every promise was kept.
  func start() throws -> Bool {
    switch self {
    case .wal(let seconds, let rule): return try WALRun(seconds: seconds, rule: rule).start()
    case .kill(let rounds):
      // Each round looks at the whole store, so now and then a new one is begun.
      for done in stride(from: 0, to: rounds, by: 250) {
        guard try KillRun(rounds: min(250, rounds - done)).start() else { return false }
      }
      return true
    case .readers(let seconds): return try ReadersRun(seconds: seconds).start()
    case .soak(let seconds, let rate): return try SoakRun(seconds: seconds, rate: rate).start()
    case .slow(let seconds, let connections):
      return try SlowRun(seconds: seconds, connections: connections).start()
    case .backup(let seconds, let rate):
      return try BackupRun(seconds: seconds, rate: rate).start()
    case .migration(let rounds): return try MigrationRun(rounds: rounds).start()
    case .child(let role, let store, let name, let seconds, let rule):
      try role.play(store: store, name: name, seconds: seconds, rule: rule)
      return true
    }
  }
}
