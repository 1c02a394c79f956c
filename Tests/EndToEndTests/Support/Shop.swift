import Foundation

/// A store in a folder of its own, as scripts and provider see it: its webhook links, what is
/// delivered to them, what the readers print, and the programs that are opened on it.
final class Shop {
  let folder: TemporaryFolder
  let store: String
  private var hook: String?

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("shop.db")
  }

  // MARK: Programs

  /// Runs a command on the store to its end.
  @discardableResult
  func run(_ command: String, _ options: String...) throws -> String {
    let arguments = [try Product.path(), command, "--store", store] + options
    let (exit, output, errors) = try Program.run(arguments, in: folder)
    guard exit == .status(0) else {
      throw HarnessError("carbook \(command): \(exit) \(errors)")
    }
    return output
  }

  /// Starts `carbook listen` without waiting for anything.
  func startListener(at address: String = "127.0.0.1:0") throws -> Program {
    try Product.start("listen", "--store", store, "--listen", address, in: folder)
  }

  /// Starts `carbook listen` and waits until it accepts.
  func listen(at address: String = "127.0.0.1:0") throws -> Program {
    let program = try startListener(at: address)
    try program.waitForOutput("listening on http://")
    listenerChanged()
    return program
  }

  /// Opens a console that listens on a free port, and waits until it does.
  func console(columns: Int = 80, rows: Int = 24) throws -> Tmux {
    let console = try openConsole(columns: columns, rows: rows)
    try console.waitFor("● :")
    listenerChanged()
    return console
  }

  /// Opens a console and waits for its first screen only.
  func openConsole(
    listening: String = "127.0.0.1:0", columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws -> Tmux {
    let console = try Tmux(
      [Product.path(), "--store", store, "--listen", listening], in: folder, columns: columns,
      rows: rows, environment: environment)
    try console.waitFor("Call Log")
    return console
  }

  // MARK: Links

  /// Somebody else listens now, perhaps at another port: links are asked for again.
  func listenerChanged() {
    hook = nil
  }

  /// `carbook links`, line by line.
  func links() throws -> [String] {
    try run("links").split(separator: "\n").map(String.init)
  }

  /// The link for an event at the present listener: `before`, `answered`, `after`,
  /// `before-outgoing`, `after-outgoing`.
  func link(_ event: String) throws -> String {
    if let hook { return hook + event }
    guard let line = try links().first, let url = line.split(separator: " ").last else {
      throw HarnessError("no links")
    }
    let base = String(url.dropLast("before".count))
    hook = base
    return base + event
  }

  // MARK: Deliveries

  /// Sends a body to a link and expects nothing of the answer.
  @discardableResult
  func send(_ event: String, _ body: String, type: String = "application/json") throws
    -> Curl.Response
  {
    try Curl.request(
      link(event), headers: ["Content-Type: \(type)"], body: body, in: folder)
  }

  /// An incoming call begins to ring; it has no date, so it starts when it is received.
  func ring(_ id: String, from number: String, source: String? = nil) throws {
    let utm = source.map { ",\"utm_source\":\"\($0)\"" } ?? ""
    let response = try send(
      "before",
      """
      {"uniqueid":"\(id)","call_type":"in","userfield":"\(number)","dst":"380440000009"\(utm)}
      """)
    guard response.status == 200 else { throw HarnessError("before: \(response.status)") }
  }

  // MARK: Readers

  /// What `carbook calls --format json` prints, line by line.
  func callLines() throws -> [String] {
    try run("calls", "--format", "json", "--limit", "5000").split(separator: "\n").map(String.init)
  }

  func calls() throws -> [PrintedCall] {
    try callLines().map { try decode($0) }
  }

  /// By the provider's id.
  func call(_ id: String) throws -> PrintedCall {
    guard let call = try calls().first(where: { $0.providerId == id }) else {
      throw HarnessError("no call \(id)")
    }
    return call
  }

  func contacts() throws -> [PrintedContact] {
    try run("contacts", "--format", "json").split(separator: "\n").map { try decode(String($0)) }
  }

  private func decode<Printed: Decodable>(_ line: String) throws -> Printed {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Printed.self, from: Data(line.utf8))
  }
}
