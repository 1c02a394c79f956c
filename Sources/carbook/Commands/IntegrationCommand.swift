import Domain
import Store
import TUI

/// `carbook integration list|add|set|rotate|test|remove`: what the settings screen does.
enum IntegrationCommand {
  enum Verb: String, CaseIterable {
    case list, add, set, rotate, test, remove
  }

  /// How long old links work where nothing is said: long enough to paste the new ones.
  static let standardGrace: Int64 = 86_400

  /// - Returns: the exit status.
  static func run(_ invocation: Invocation, path: String, now: Timestamp) throws -> Int32 {
    guard let verb = Verb(rawValue: invocation.operand) else {
      let verbs = Verb.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(
        "carbook integration wants one of \(verbs), not \(quoted(invocation.operand)).")
    }
    let named = invocation.secondOperand
    if [.list, .add].contains(verb), !named.isEmpty {
      throw UsageError("carbook integration \(verb.rawValue) wants no \(quoted(named)).")
    }
    // What is added may be the first thing in a store; nothing else makes one.
    if verb != .add { try Store.open(path, access: .reader, actor: Actor.current).close() }
    let store = try Store.open(
      path, access: verb == .list || verb == .test ? .reader : .writer, actor: Actor.current)
    defer { store.close() }
    switch verb {
    case .list: try list(store, invocation)
    case .add: try add(store, invocation, now: now)
    case .set: try set(try integration(named, in: store), store, invocation, now: now)
    case .rotate: try rotate(try integration(named, in: store), store, invocation, now: now)
    case .test:
      let result = SampleSender(path: path).send(for: try integration(named, in: store).id)
      guard result.isSuccess else { throw CommandFailure(result.sentence(in: .english)) }
      try Printer.line(result.sentence(in: .english))
    case .remove: try remove(try integration(named, in: store), store, invocation, now: now)
    }
    return 0
  }

  private static func list(_ store: Store, _ invocation: Invocation) throws {
    let integrations = try store.integrations()
    var writer = invocation.format.writer
    let lines = writer.lines(for: integrations.map(Record.init))
    if !lines.isEmpty { try Printer.line(lines.joined(separator: "\n")) }
    if integrations.isEmpty { Printer.complain("No integration yet: carbook integration add.") }
  }

  private static func add(_ store: Store, _ invocation: Invocation, now: Timestamp) throws {
    let draft = try changed(IntegrationDraft(), invocation)
    let made = try store.createIntegration(
      draft, token: Token.random(), plan: .ukraine, now: now)
    try Printer.line(
      "Integration \(made.id.rawValue) is made; carbook links prints its links.")
  }

  private static func set(
    _ integration: Integration, _ store: Store, _ invocation: Invocation, now: Timestamp
  ) throws {
    guard invocation.integration != IntegrationChanges() else {
      throw UsageError("carbook integration set wants to know what to change: see --help.")
    }
    let draft = try changed(IntegrationDraft(integration), invocation)
    let after = try store.update(
      draft, of: integration.id, version: integration.version, plan: .ukraine, now: now)
    let id = integration.id.rawValue
    try Printer.line(
      after == integration
        ? "Integration \(id) is so already; nothing was changed." : "Integration \(id) is changed.")
    if after.zone != integration.zone {
      try Printer.line("Deliveries that are kept are read again in the new zone by carbook replay.")
    }
  }

  private static func changed(
    _ draft: IntegrationDraft, _ invocation: Invocation
  ) throws -> IntegrationDraft {
    var draft = draft
    let changes = invocation.integration
    let key = try changes.authKeyFile.flatMap { (path) throws(CommandFailure) in
      try AuthKeyFile.read(path)
    }
    changes.apply(to: &draft, key: key)
    let problems = draft.problems(plan: .ukraine).map { field, problem in
      "\(CommandOption(field).flag): \(problem.sentence(in: .english))"
    }
    guard problems.isEmpty else {
      throw CommandFailure(problems.sorted().joined(separator: " "))
    }
    return draft
  }

  private static func rotate(
    _ integration: Integration, _ store: Store, _ invocation: Invocation, now: Timestamp
  ) throws {
    let grace = invocation.integration.grace ?? standardGrace
    let after = try store.rotateToken(
      of: integration.id, to: Token.random(), graceful: grace, now: now)
    let old =
      after.previousTokens.first.map { "the old ones work until \($0.until.iso8601)" }
      ?? "the old ones work no more"
    try Printer.line("Integration \(after.id.rawValue) has new links (carbook links); \(old).")
  }

  private static func remove(
    _ integration: Integration, _ store: Store, _ invocation: Invocation, now: Timestamp
  ) throws {
    try Confirmation.ask(
      "Integration \(integration.id.rawValue), \(quoted(integration.name)), is removed with its "
        + "links. Go on?", isSure: invocation.isSure)
    try store.removeIntegration(integration.id, now: now)
    try Printer.line("Integration \(integration.id.rawValue) is removed.")
  }

  /// By id or name; where there is one alone it need not be named.
  static func integration(
    _ name: String, in store: Store
  ) throws -> Integration {
    let all = try store.integrations()
    let found =
      name.isEmpty
      ? all : all.filter { String($0.id.rawValue) == name || NameKey($0.name) == NameKey(name) }
    if found.count == 1 { return found[0] }
    if all.isEmpty { throw CommandFailure("No integration yet: carbook integration add.") }
    let ids = all.map { "\($0.id.rawValue) \(quoted($0.name))" }.joined(separator: ", ")
    throw CommandFailure(
      name.isEmpty || !found.isEmpty
        ? "Say which one, by its id: \(ids)." : "There is no integration \(quoted(name)): \(ids).")
  }
}

extension CommandOption {
  /// The option that fills a field.
  fileprivate init(_ field: IntegrationDraft.Field) {
    switch field {
    case .name: self = .name
    case .projectID: self = .projectID
    case .authKey: self = .authKeyFile
    case .baseURL: self = .baseURL
    case .zone: self = .zone
    case .ownNumber: self = .ownNumbers
    case .sipLogin: self = .sipLogins
    case .publicURL: self = .publicURL
    case .contactLink: self = .contactLink
    case .leadLink: self = .leadLink
    case .dealLink: self = .dealLink
    }
  }
}
