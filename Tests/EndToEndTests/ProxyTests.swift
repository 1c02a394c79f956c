import Foundation
import Testing

/// The proxies' samples of docs/setup-ringostat.md as they stand there, with TLS on a free port.
@Suite(.serialized) struct ProxyTests {
  let shop: Shop
  private let port: UInt16

  init() throws {
    shop = try Shop()
    port = try Self.freePort()
  }

  /// One that nobody had a moment ago.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw HarnessError("no port: errno \(errno)") }
    return UInt16(bigEndian: address.sin_port)
  }

  enum Proxy: String, CaseIterable {
    case nginx, caddy
  }

  /// The text between the fences of that language.
  private func sample(_ language: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/setup-ringostat.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    let found = parts.first { $0.hasPrefix(language + "\n") }
    return try String(#require(found).dropFirst(language.count + 1))
  }

  /// What has to be of this machine, and nothing else, is put in the sample's places.
  private func start(_ proxy: Proxy, before listener: String) throws -> Program {
    let (certificate, key) = (shop.folder.path("cert.pem"), shop.folder.path("key.pem"))
    let made = try Program.run(
      [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-subj", "/CN=shop.example", "-addext",
        "subjectAltName=DNS:shop.example", "-keyout", key, "-out", certificate,
      ], in: shop.folder)
    #expect(made.exit == .status(0), "\(made.errors)")
    var text = try sample(proxy.rawValue)
    let file = shop.folder.path("\(proxy).conf")
    func put(_ new: String, for old: String) {
      #expect(text.contains(old), "\(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    put(listener, for: "127.0.0.1:8080")
    switch proxy {
    case .nginx:
      put("listen 127.0.0.1:\(port) ssl;", for: "listen 443 ssl;")
      put(certificate, for: "/etc/letsencrypt/live/shop.example/fullchain.pem")
      put(key, for: "/etc/letsencrypt/live/shop.example/privkey.pem")
      put(shop.folder.path("nginx.log"), for: "/var/log/nginx/carbook.log")
      let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
        "\($0)_temp_path \(shop.folder.path($0));"
      }
      text = """
        daemon off; master_process off; pid \(shop.folder.path("nginx.pid"));
        error_log \(shop.folder.path("nginx.log")) crit;
        events {}
        http { \(folders.joined(separator: " "))
        \(text)
        }
        """
    case .caddy:
      put(
        "https://shop.example:\(port) {\ntls \(certificate) \(key)\nbind 127.0.0.1",
        for: "shop.example {")
      text = "{\nadmin off\nauto_https disable_redirects\n}\n" + text
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let arguments =
      switch proxy {
      case .nginx: ["nginx", "-p", shop.folder.path, "-c", file]
      case .caddy: ["caddy", "run", "--adapter", "caddyfile", "--config", file]
      }
    let environment = shop.folder.environment.merging([
      "PATH": "/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin:/sbin:/bin",
      "HOME": shop.folder.path,
    ]) { $1 }
    return try Program(
      ["/usr/bin/env"] + arguments, in: shop.folder, environment: environment)
  }

  /// - Returns: the answer's status; nil while nobody accepts.
  private func send(_ path: String, _ headers: [String] = [], body: String = "") throws -> Int? {
    let arguments =
      [
        "curl", "--silent", "--noproxy", "*", "--max-time", "10", "--cacert",
        shop.folder.path("cert.pem"), "--resolve", "shop.example:\(port):127.0.0.1", "--output",
        "/dev/null", "--write-out", "%{http_code}", "--http1.1", "--data-binary", body,
      ] + headers.flatMap { ["--header", $0] } + ["https://shop.example:\(port)\(path)"]
    let (exit, output, _) = try Program.run(arguments, in: shop.folder)
    return exit == .status(0) ? Int(output) : nil
  }

  private func listen(_ options: String...) throws -> (program: Program, address: String) {
    let program = try Program(
      [Product.path(), "listen", "--store", shop.store, "--listen", "127.0.0.1:0"] + options,
      in: shop.folder)
    let output = try program.waitForOutput("listening on http://")
    let address = output.components(separatedBy: "http://")[1]
    return (program, address.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  @Test(arguments: Proxy.allCases) func `deliveries come through it`(_ proxy: Proxy) throws {
    let token = try #require(try shop.links().first).split(separator: "/")[3]
    // The sender is the one that the proxy saw, whatever the sender claims.
    let (listener, address) = try listen("--trusted-proxy", "127.0.0.1", "--allow", "127.0.0.1")
    let program = try start(proxy, before: address)
    defer {
      program.signal(SIGTERM)
      listener.signal(SIGTERM)
    }
    try wait(upTo: 20, for: "\(proxy): \(program.errors)") {
      try send("/nothing") == 404 ? true : nil
    }
    let json = ["Content-Type: application/json"]
    let body = { (id: String) in
      "{\"call_id\":\"\(id)\",\"type\":\"in\",\"caller\":\"380501112233\",\"status\":\"NO ANSWER\"}"
    }
    #expect(try send("/hook/\(token)/after", json, body: body("json")) == 200)
    let forwarded = json + ["X-Forwarded-For: 203.0.113.9"]
    #expect(try send("/hook/\(token)/after", forwarded, body: body("claimed")) == 200)
    // Parameters as header fields keep their underscores.
    let fields = ["call_id: fields", "call_type: in", "caller_number: 380501112233"]
    #expect(try send("/hook/\(token)/after", fields) == 200)
    #expect(try send("/hook/wrong/after", json, body: body("wrong")) == 404)
    #expect(try send("/health") == 404)
    let calls = try shop.calls()
    #expect(Set(calls.map(\.providerId)) == ["json", "claimed", "fields"])
    #expect(calls.allSatisfy { $0.client == "+380501112233" })
    // No log holds the token.
    let log = shop.folder.path("nginx.log")
    #expect(!(program.errors + program.output).contains(token))
    #expect(!((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").contains(token))
  }

  @Test(arguments: Proxy.allCases) func `nobody gets in by what he claims`(_ proxy: Proxy) throws {
    let token = try #require(try shop.links().first).split(separator: "/")[3]
    let (listener, address) = try listen("--trusted-proxy", "127.0.0.1", "--allow", "203.0.113.9")
    let program = try start(proxy, before: address)
    defer {
      program.signal(SIGTERM)
      listener.signal(SIGTERM)
    }
    try wait(upTo: 20, for: "\(proxy): \(program.errors)") {
      try send("/nothing") == 404 ? true : nil
    }
    let body = "{\"call_id\":\"claimed\",\"type\":\"in\",\"caller\":\"380501112233\"}"
    #expect(
      try send(
        "/hook/\(token)/after",
        ["Content-Type: application/json", "X-Forwarded-For: 203.0.113.9"], body: body) == 404)
    #expect(try shop.calls().isEmpty)
  }
}
