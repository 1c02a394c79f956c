import Foundation
import Synchronization
import Testing

/// The harness itself, proved with plain programs.
@Suite struct HarnessTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `a program in a terminal is typed at, seen and outlived`() throws {
    let script =
      "printf '\\033[31mname?\\033[0m '; read name; echo \"got <$name>\"; stty size; exit 3"
    let tmux = try Tmux(["sh", "-c", script], in: folder, columns: 60, rows: 10)
    try tmux.waitFor("name?")
    #expect(try tmux.captureWithColours()[0].hasPrefix("\u{1B}[31mname?"))
    #expect(try tmux.exit() == nil)
    #expect(try tmux.cursor().map { [$0.column, $0.row] } == [6, 0])
    try tmux.resize(columns: 70, rows: 12)
    try tmux.typeText("Олена; $HOME")
    try tmux.sendKeys("Enter")
    let screen = try tmux.waitFor("12 70")
    #expect(
      screen == ["name? Олена; $HOME", "got <Олена; $HOME>", "12 70"]
        + Array(repeating: "", count: 9))
    #expect(try tmux.waitForExit() == .status(3))
  }

  @Test func `a paste is bracketed where the program asks for it`() throws {
    let tmux = try Tmux(["sh", "-c", "stty -echo; printf '\\033[?2004hready'; cat -v"], in: folder)
    try tmux.waitFor("ready")
    try tmux.paste("one")
    try tmux.sendKeys("Enter")
    try tmux.waitFor("^[[200~one^[[201~")
    try tmux.sendKeys("C-c")
    #expect(try tmux.waitForExit() == .signal(SIGINT))
  }

  @Test func `what does not come is told with the screen`() throws {
    let tmux = try Tmux(["cat"], in: folder)
    try tmux.typeText("here")
    try tmux.waitFor("here")
    #expect {
      try tmux.waitFor("there", upTo: 0.05)
    } throws: {
      "\($0)".contains("\"there\" in\nhere")
    }
  }

  @Test func `a tmux server ends with its object`() throws {
    let pid: pid_t
    do {
      let tmux = try Tmux(["cat"], in: folder)
      pid = try tmux.pid()
      #expect(kill(pid, 0) == 0)
    }
    try wait(upTo: 10, for: "the end of \(pid)") {
      // Nobody may be there to reap it: a zombie has ended too.
      let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
      return state == nil || state?.contains(") Z ") == true ? true : nil
    }
  }

  @Test func `a program beside the test`() throws {
    let script =
      "echo started; echo oops >&2; trap 'echo bye; exit 4' TERM; while :; do sleep 0.01; done"
    let program = try Program(["sh", "-c", script], in: folder)
    try program.waitForOutput("started")
    program.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(4))
    #expect(program.output == "started\nbye\n")
    #expect(program.errors == "oops\n")
    let (exit, output, _) = try Program.run(["sh", "-c", "echo $HOME; kill -9 $$"], in: folder)
    #expect(exit == .signal(SIGKILL))
    #expect(output == folder.path + "\n")
    #expect(throws: HarnessError.self) {
      try Program(["/no/such/program"], in: folder)
    }
  }

  @Test func `curl brings status and body`() throws {
    let server = try OneAnswerServer("HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno\n")
    let response = try Curl.request(
      "http://127.0.0.1:\(server.port)/x?y=[1]", headers: ["X-Test: 1"], body: "a=1", in: folder)
    #expect(response == Curl.Response(status: 404, body: "no\n"))
    let request = server.request()
    #expect(request.hasPrefix("POST /x?y=[1] HTTP/1.1\r\n"))
    #expect(request.contains("X-Test: 1\r\n") && request.hasSuffix("\r\n\r\na=1"))
    #expect(throws: HarnessError.self) {
      try Curl.request("http://127.0.0.1:\(server.port)/", in: folder)
    }
  }

  @Test func `the product stands beside the tests`() throws {
    #expect(FileManager.default.isExecutableFile(atPath: try Product.path()))
  }

  @Test func `a temporary folder goes with its object`() throws {
    let path: String
    do {
      let folder = try TemporaryFolder()
      path = folder.path
      #expect(FileManager.default.createFile(atPath: folder.path("file"), contents: nil))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

/// Listens on a free port of the loopback, gives one fixed answer to one connection and ends.
private final class OneAnswerServer: Sendable {
  let port: UInt16
  private let received = Mutex("")
  private let done = DispatchSemaphore(value: 0)

  init(_ answer: String) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 1) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isListening else { throw HarnessError("no port: errno \(errno)") }
    port = UInt16(bigEndian: address.sin_port)
    Thread { self.serve(listener, answer) }.start()
  }

  /// What the client sent, once it has its answer.
  func request() -> String {
    done.wait()
    return received.withLock { $0 }
  }

  private func serve(_ listener: Int32, _ answer: String) {
    let client = accept(listener, nil, nil)
    close(listener)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var request = ""
    while !request.hasSuffix("a=1") {
      let count = read(client, &buffer, buffer.count)
      guard count > 0 else { break }
      request += String(decoding: buffer[..<count], as: UTF8.self)
    }
    received.withLock { $0 = request }
    _ = answer.withCString { write(client, $0, strlen($0)) }
    close(client)
    done.signal()
  }
}
