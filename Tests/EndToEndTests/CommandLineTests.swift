import Foundation
import Testing

/// What scripts depend on.
@Suite(.serialized) struct CommandLineTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  // MARK: Links

  @Test func `links come in a fixed order, and the integration is made once`() throws {
    let first = try shop.links()
    let token = try #require(first.first).split(separator: "/")[3]
    #expect(token.count >= 32)
    let base = "http://127.0.0.1:8080/hook/\(token)"
    #expect(
      first == [
        "before \(base)/before", "answered \(base)/answered", "after \(base)/after",
        "before-outgoing \(base)/before-outgoing", "after-outgoing \(base)/after-outgoing",
        "route http://127.0.0.1:8080/route/\(token)",
      ])
    #expect(try shop.links() == first)
    let file = try FileManager.default.attributesOfItem(atPath: shop.store)
    #expect(file[.posixPermissions] as? Int == 0o600)
  }

  @Test func `links lead to the present listener, else to the given address`() throws {
    let given = try shop.run("links", "--listen", "127.0.0.1:9191")
    #expect(given.hasPrefix("before http://127.0.0.1:9191/hook/"))
    let listener = try shop.listen()
    let address = try TakeoverTests.address(listener)
    for options in [[], ["--listen", "127.0.0.1:9191"]] {
      let arguments = [try Product.path(), "links", "--store", shop.store] + options
      let (_, output, _) = try Program.run(arguments, in: shop.folder)
      #expect(output.hasPrefix("before http://\(address)/hook/"))
    }
    listener.signal(SIGKILL)
    try listener.waitForExit()
    #expect(try shop.links()[0].hasPrefix("before http://127.0.0.1:8080/hook/"))
  }

  @Test func `without --store it is the XDG data folder`() throws {
    let folder = try TemporaryFolder()
    #expect(try Product.run("links", in: folder).exit == .status(0))
    #expect(FileManager.default.fileExists(atPath: folder.path("data/carbook/carbook.db")))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("data/carbook"))
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  // MARK: What cannot be

  @Test(arguments: ["calls", "contacts", "orders"])
  func `a reader makes no store`(_ command: String) throws {
    let (exit, output, errors) = try Product.run(command, "--store", shop.store, in: shop.folder)
    #expect(exit == .status(1) && output.isEmpty)
    #expect(errors.hasPrefix("carbook: ") && errors.split(separator: "\n").count == 1)
    let files = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path)
    #expect(files.filter { $0.hasPrefix("shop") }.isEmpty)
  }

  static let refusals: [[String]] = [
    ["--bogus"], ["calls", "--bogus"], ["calls", "--listen", "off"], ["calls", "--limit", "0"],
    ["calls", "--limit", "-1"], ["calls", "--limit", "+5"], ["calls", "--limit", "many"],
    ["calls", "--limit", "99999999999999999999"], ["calls", "--limit"],
    ["calls", "--format", "xml"],
    ["calls", "--format"], ["calls", "extra"], ["calls", "--sort", "colour"],
    ["calls", "--sort", "talk:up"], ["contacts", "--filter", "missed"], ["nonsense"], ["--store"],
    ["--store", ""],
    ["listen", "--listen", "off"], ["listen", "--listen", "127.0.0.1"],
    ["listen", "--listen", "127.0.0.1:99999"], ["listen", "--listen", "no such host:1"],
    ["--listen", "127.0.0.1:-1"], ["demo", "--live", "0"], ["demo", "--live", "often"],
    ["demo", "--calls", "none"], ["links", "--format", "json"],
  ]

  @Test(arguments: refusals) func `not understood is one sentence and status 2`(
    _ arguments: [String]
  ) throws {
    let (exit, output, errors) = try Program.run([Product.path()] + arguments, in: shop.folder)
    #expect(exit == .status(2) && output.isEmpty)
    #expect(errors.hasPrefix("carbook: ") && errors.hasSuffix(".\n"))
    #expect(errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: shop.folder.path("data")))
  }

  @Test(arguments: ["\u{1B}[31m--x", "--\u{202E}evil", "a\nb"])
  func `what was typed is never sent to the terminal as it is`(_ argument: String) throws {
    let (exit, _, errors) = try Product.run(argument, in: shop.folder)
    #expect(exit == .status(2))
    let line = errors.dropLast()
    #expect(!line.unicodeScalars.contains { $0.value < 32 || $0 == "\u{202E}" })
  }

  @Test(arguments: [
    (["--help"], "carbook [COMMAND] [OPTION ...]"), (["-h"], "--store FILE"),
    (["calls", "--help"], "--format table|json|csv|plain"),
    (["listen", "--help"], "--listen HOST:PORT"),
    (["demo", "--help"], "--live RATE"), (["--version"], "carbook 0."),
  ]) func `help and version`(_ arguments: [String], _ text: String) throws {
    let (exit, output, errors) = try Program.run([Product.path()] + arguments, in: shop.folder)
    #expect(exit == .status(0) && errors.isEmpty)
    #expect(output.contains(text) && output.hasSuffix("\n"))
  }

  @Test func `a console without a terminal says so`() throws {
    let (exit, output, errors) = try Product.run(
      "--store", shop.store, "--listen", "off", in: shop.folder)
    #expect(exit == .status(1) && output.isEmpty)
    #expect(errors.hasPrefix("carbook: ") && errors.split(separator: "\n").count == 1)
  }

  @Test func `a file that is no store is left alone`() throws {
    let text = "Not a database, but somebody's letter.\n"
    try text.write(toFile: shop.store, atomically: false, encoding: .utf8)
    for command in ["calls", "links", "listen", "demo"] {
      let (exit, _, errors) = try Product.run(command, "--store", shop.store, in: shop.folder)
      #expect(exit == .status(1), "\(command)")
      #expect(errors.hasPrefix("carbook: ") && errors.split(separator: "\n").count == 1)
    }
    #expect(try String(contentsOfFile: shop.store, encoding: .utf8) == text)
  }

  // MARK: Readers

  @Test func `newest first, fifty unless told, a table unless told`() throws {
    let listener = try shop.listen()
    let requests = try (0..<60).map { minute in
      let time = "10:" + (minute < 10 ? "0" : "") + "\(minute):00"
      return Curl.Request(
        url: try shop.link("after"),
        body: "uniqueid=n-\(minute)&caller=0501112233&status=BUSY&date=2026-08-08 \(time)")
    }
    #expect(try Curl.sequence(requests, in: shop.folder).allSatisfy { $0.status == 200 })
    let table = try shop.run("calls").split(separator: "\n")
    #expect(table.count == 51)
    #expect(
      table[0].split(separator: " ") == [
        "ID", "ORDER", "DATE", "STATUS", "TYPE", "CALLER", "CALLED", "CUSTOMER", "WAIT", "TALK",
        "CONNECTED_WITH", "SOURCE",
      ])
    #expect(try shop.run("calls", "--limit", "3").split(separator: "\n").count == 4)
    #expect(try shop.calls().map(\.providerId) == (0..<60).reversed().map { "n-\($0)" })
    let csv = try shop.run("calls", "--format", "csv", "--limit", "1")
    #expect(
      csv == """
        id,provider_id,order,repair_status,comment,date,status,raw_status,type,caller,called,\
        client,customer,contact_id,wait,talk,connected_with,source,utm_source,utm_medium,\
        utm_campaign,utm_content,utm_term,recording,note,call_from,call_to,phone_number,\
        direction,regarding,employee_id
        60,n-59,,,New client,2026-08-08T07:59:00Z,busy,BUSY,in,+380501112233,,+380501112233\
        ,,,,,,,,,,,,,,+380501112233,System user,,incoming,,1

        """)
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test func `the demo fills an empty store with everything`() throws {
    let output = try shop.run("demo", "--calls", "200")
    #expect(output.hasPrefix(shop.store + ": ") && output.contains(" contacts, "))
    #expect(try shop.calls().count == 200)
    let keys: (String) throws -> [String] = { command in
      let line = try shop.run(command, "--format", "json", "--limit", "1")
      return line.matches(of: /[{,]"([a-z_]+)":/).map { String($0.output.1) }
    }
    #expect(
      try keys("contacts") == [
        "id", "name", "numbers", "emails", "organizations", "responsible", "created", "note",
        "labels", "external_id", "google_client_id",
      ])
    #expect(
      try keys("orders") == [
        "id", "number", "contact_id", "customer", "make", "model", "year", "plate", "vin", "status",
        "comment", "opened", "closed", "note", "customer_number", "responsible",
      ])
    let again = try Product.run("demo", "--store", shop.store, in: shop.folder)
    #expect(again.exit == .status(1))
    #expect(try shop.calls().count == 200)
  }

  @Test func `calls are filtered and sorted`() throws {
    _ = try shop.run("demo", "--calls", "400")
    func ids(_ options: String...) throws -> [Substring] {
      let arguments = ["calls", "--store", shop.store, "--format", "csv", "--limit", "400"]
      let (exit, output, _) = try Program.run(
        [Product.path()] + arguments + options, in: shop.folder)
      #expect(exit == .status(0))
      return Array(output.split(separator: "\n").dropFirst())
    }
    let all = try ids()
    let missed = all.filter { $0.contains(",missed,") }
    #expect(try ids("--filter", "missed") == missed && !missed.isEmpty)
    #expect(try ids("--filter", "пропущені type:out").isEmpty)
    #expect(try ids("--sort", "date:asc") == all.reversed())
    let talks = try shop.run("calls", "--format", "json", "--sort", "talk", "--filter", "talk>=60")
      .matches(of: /"talk":(\d+)/).compactMap { Int($0.output.1) }
    #expect(talks == talks.sorted(by: >) && talks.allSatisfy { $0 >= 60 } && talks.count > 1)
    let (exit, output, errors) = try Product.run(
      "calls", "--store", shop.store, "--filter", "frm:067", in: shop.folder)
    #expect(exit == .status(2) && output.isEmpty && errors.contains("from"))
  }

  @Test func `readers read while a listener writes`() throws {
    let listener = try shop.listen()
    let link = try shop.link("before")
    let script = """
      for i in $(seq 1 60); do
        curl -s --noproxy '*' -o /dev/null -w '%{http_code}\\n' -d "uniqueid=w-$i&caller=0501112233" \
      '\(link)'
      done
      """
    let writer = try Program(["sh", "-c", script], in: shop.folder)
    var seen = 0
    try wait(for: "all sixty calls") {
      let count = try shop.calls().count
      #expect(count >= seen)
      seen = count
      return count == 60 ? true : nil
    }
    #expect(try writer.waitForExit() == .status(0))
    #expect(writer.output == String(repeating: "200\n", count: 60))
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }
}
