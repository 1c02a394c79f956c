import Foundation
import Testing

/// `carbook replay` and `retention`.
@Suite struct ReplayCommandTests {
  let folder: TemporaryFolder
  let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("shop.db")
  }

  @Test func `every dialect's delivery is read again as it was`() throws {
    let links = try Product.run("links", "--store", store, in: folder)
    let token = links.output.split(separator: "/hook/").dropFirst().first?
      .split(separator: "/").first
    let listener = try Product.start(
      "listen", "--store", store, "--listen", "127.0.0.1:0", in: folder)
    let line = try listener.waitForOutput("\n")
    let base = line.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) } ?? ""
    let now = Int(Date().timeIntervalSince1970)
    let deliveries = [
      (
        "before",
        "call_id=ua1_-\(now).1&type=in&caller=%22Support%22+%3C380501112233%3E&callee=380440000009"
      ),
      (
        "after",
        "{\"call_id\":\"ua1_-\(now).1\",\"status\":\"ANSWERED\",\"dialog\":23,\"waiting\":4}"
      ),
      ("after", "{\"uniqueid\":\"2\",\"additional_call_data\":{\"userfield\":\"380501112233\"}}"),
      ("after", "type=in&caller=0501112233&callee=380440000009&status=NO+ANSWER"),
      (
        "after-outgoing",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"params\":{\"call_id\":\"3\",\"dst\":\"0671112233\"}}"
      ),
      ("after", "nothing to be understood"),
    ]
    for (occasion, body) in deliveries {
      let answer = try Curl.request(
        "\(base)/hook/\(token ?? "")/\(occasion)", body: body, in: folder)
      #expect(answer.status == 200)
    }
    let query = "\(base)/hook/\(token ?? "")/after?call_id=4&caller=0931112233&status=BUSY"
    #expect(try Curl.request(query, in: folder).status == 200)
    let inHeaders = try Curl.request(
      "\(base)/hook/\(token ?? "")/after",
      headers: [
        "call_id: 5", "Caller: 0631112233", "Disposition: NO ANSWER", "Authorization: Bearer x",
        "Cookie: call_id=6", "Type: out",
      ], body: "", in: folder)
    #expect(inHeaders.status == 200)
    let kept = try Program.run(
      ["sqlite3", "-readonly", store, "SELECT headers FROM event WHERE headers NOTNULL"],
      in: folder
    ).output
    #expect(kept == "call_id: 5\nCaller: 0631112233\nDisposition: NO ANSWER\n")
    let before = try Product.run("calls", "--store", store, "--format", "json", in: folder)
    let replay = try Product.run("replay", "--store", store, in: folder)
    #expect(replay.exit == .status(0))
    #expect(replay.output == "7 calls read again, 0 changed.\n")
    let after = try Product.run("calls", "--store", store, "--format", "json", in: folder)
    #expect(after.output == before.output)
    #expect(after.output.split(separator: "\n").count == 7)
  }

  @Test func `what came while the integration was off is left out until asked for`() throws {
    let shop = try Shop()
    let listener = try shop.listen()
    defer { listener.signal(SIGKILL) }
    try shop.ring("on", from: "0501112233")
    func turn(_ switched: Int) throws {
      let change = "UPDATE integration SET is_available = \(switched)"
      let (exit, _, errors) = try Program.run(["sqlite3", shop.store, change], in: shop.folder)
      #expect(exit == .status(0), "\(errors)")
    }
    try turn(0)
    try shop.ring("off", from: "0671112233")
    try turn(1)
    #expect(try shop.calls().map(\.providerId) == ["on"])
    #expect(
      try shop.run("replay") == """
        1 calls read again, 0 changed.
        1 deliveries came while the integration was off and make no calls: --include-off takes them in.

        """)
    #expect(
      try shop.run("replay", "--include-off") == """
        2 calls read again, 0 changed.
        1 deliveries from while the integration was off are in the log.

        """)
    #expect(Set(try shop.calls().map(\.providerId)) == ["on", "off"])
  }

  @Test func `how long things are kept is said and set`() throws {
    let missing = try Product.run("retention", "--store", store, in: folder)
    #expect(missing.exit == .status(1))
    #expect(missing.errors == "carbook: There is no store at \(store).\n")
    _ = try Product.run("links", "--store", store, in: folder)
    let standard = """
      Deliveries as they came are kept for 365 days.
      Calls are kept for ever.

      """
    #expect(try Product.run("retention", "--store", store, in: folder).output == standard)
    let set = try Product.run(
      "retention", "--journal", "30", "--calls", "400", "--store", store, in: folder)
    let expected = """
      Deliveries as they came are kept for 30 days.
      Calls are kept for 400 days; whoever listens deletes older ones once a day.

      """
    #expect(set.output == expected)
    #expect(try Product.run("retention", "--store", store, in: folder).output == expected)
    let back = try Product.run(
      "retention", "--journal", "365", "--calls=forever", "--store", store, in: folder)
    #expect(back.output == standard)
  }
}
