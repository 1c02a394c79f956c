import Domain
import Glibc
import Store

/// `carbook import contacts|orders|calls FILE`.
struct ImportCommand {
  private let kind: ImportKind
  private let format: ImportFormat?
  private let store: Store
  private let integration: Integration
  private let file: ImportFile
  private let now: Timestamp
  private let pushes: Bool
  private let signals = EndingSignals()

  /// - Returns: 1 where a row was refused, else 0.
  static func run(_ invocation: Invocation, path: String, now: Timestamp) throws -> Int32 {
    guard let kind = ImportKind(rawValue: invocation.operand) else {
      throw UsageError(
        "carbook import wants contacts, orders or calls, not \(quoted(invocation.operand)).")
    }
    // What is only tried makes no store.
    if invocation.isDryRun {
      try Store.open(path, access: .reader, actor: Actor.current).close()
    }
    if !invocation.isDryRun, isatty(STDERR_FILENO) == 1 {
      Printer.complain(
        "An import cannot be taken back: carbook backup FILE first keeps a way back.")
    }
    let command = try ImportCommand(invocation, kind: kind, path: path, now: now)
    defer { command.store.close() }
    return try command.run(isStrict: invocation.isStrict, isDryRun: invocation.isDryRun)
  }

  private init(_ invocation: Invocation, kind: ImportKind, path: String, now: Timestamp) throws {
    self.kind = kind
    self.now = now
    format = invocation.fileFormat
    pushes = invocation.pushes
    let file = try ImportFile(invocation.file, signals: signals)
    self.file = invocation.isStrict ? try file.rewindable() : file
    store = try Store.open(path, access: .writer, actor: Actor.current)
    integration = try LinksCommand.integration(in: store)
  }

  private func run(isStrict: Bool, isDryRun: Bool) throws -> Int32 {
    do {
      guard isStrict else { return try finish(pass(trying: isDryRun), isDryRun: isDryRun) }
      let trial = try pass(trying: true)
      try refuseAny(trial)
      guard !isDryRun else { return try finish(trial, isDryRun: true) }
      try file.rewind()
      return try finish(whole(), isDryRun: false)
    } catch let interrupted as Interrupted {
      Printer.complain("Interrupted; nothing was imported.")
      store.close()
      Signals.die(of: interrupted.signal)
    }
  }

  /// All rows, or none.
  private func whole() throws -> ImportPass {
    let session = ImportSession(isDryRun: false, pushes: pushes, now: now)
    var result = ImportPass(file, signals: signals)
    try store.importWhole(in: session) {
      result = try pass(session)
      // Somebody may have changed the store since the trial.
      try refuseAny(result)
    }
    return result
  }

  private func refuseAny(_ pass: ImportPass) throws {
    guard pass.tally.refused == 0 else {
      throw CommandFailure(
        "Nothing was imported, as \(pass.tally.refused) of the rows are refused.")
    }
  }

  private func pass(trying isDryRun: Bool) throws -> ImportPass {
    try pass(ImportSession(isDryRun: isDryRun, pushes: pushes, now: now))
  }

  private func finish(_ pass: ImportPass, isDryRun: Bool) throws -> Int32 {
    if !pass.unknownNames.isEmpty {
      let names = pass.unknownNames.prefix(20).map(quoted).joined(separator: ", ")
      Printer.complain("These columns are not understood and were left out: \(names).")
    }
    try Printer.line(pass.tally.sentence + (isDryRun ? " Nothing was written." : ""))
    return pass.tally.refused > 0 ? 1 : 0
  }

  private func pass(_ session: ImportSession) throws -> ImportPass {
    let contacts = ContactReader(
      plan: .ukraine, dates: ImportDate(zone: integration.zone, now: now))
    var pass = ImportPass(file, signals: signals, isWhole: session.isWhole)
    do {
      let text = try ImportText(file, format: format)
      switch kind {
      case .contacts:
        let rows: any RowSource<FieldValues<ContactField>> =
          text.format == .vcard
          ? VCardRows(text.lines, encoding: text.encoding) : try text.rows()
        try pass.run(rows, read: contacts.contact) {
          try store.importContacts($0, in: session)
        }
      case .orders:
        try pass.run(text.rows(), read: OrderReader(contacts: contacts).order) {
          try store.importOrders($0, in: session)
        }
      case .calls:
        try pass.run(text.rows(), read: CallReader(contacts: contacts, now: now).call) {
          try store.importCalls($0, of: integration, in: session)
        }
      }
    } catch let interrupted as Interrupted where !session.isDryRun && !session.isWhole {
      Printer.complain("Interrupted; what was taken in stays: \(pass.tally.sentence)")
      store.close()
      Signals.die(of: interrupted.signal)
    }
    return pass
  }
}

extension ImportText {
  fileprivate func rows<Field: ImportedField>() throws -> any RowSource<FieldValues<Field>> {
    switch format {
    case .csv: try CSVRows(lines, encoding: encoding)
    case .jsonl: JSONRows(lines)
    case .vcard: throw CommandFailure("A vCard file can be imported as contacts only.")
    }
  }
}
