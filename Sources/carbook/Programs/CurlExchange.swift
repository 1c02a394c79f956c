import Glibc

/// A running curl(1): told what to do, and listened to until it ends.
struct CurlExchange {
  private let request: Curl.Request
  private let child: ChildProcess
  /// The body, unless it goes into a file.
  private let output: ProgramPipe
  /// The header fields as they come, and at the end one line of ours.
  private let report: ProgramPipe

  init(_ program: String, _ request: Curl.Request) throws(SystemError) {
    self.request = request
    let input = try ProgramPipe()
    (output, report) = (try ProgramPipe(), try ProgramPipe())
    child = try ChildProcess(
      program, ["--disable", "--config", "-"], input: input.readEnd, output: output.writeEnd,
      errors: report.writeEnd, endsWithUs: true)
    input.closeRead()
    output.closeWrite()
    report.closeWrite()
    CurlExchange.write(CurlExchange.configuration(request), to: input.writeEnd)
  }

  /// One option a line (curl(1), --config).
  private static func configuration(_ request: Curl.Request) -> String {
    var lines = [
      "silent", "globoff", "no-location", "noproxy = \"*\"", "no-keepalive",
      "url = \(quoted(request.address))", "request = \(quoted(request.method))",
      "user-agent = \"carbook/\(version)\"", "connect-timeout = 10",
      "max-time = \(request.seconds)", "max-filesize = \(request.limit)",
      "proto = \"=\(request.address.hasPrefix("https:") ? "https" : "http")\"",
      "dump-header = \"/dev/stderr\"",
      "write-out = \"%{stderr}\\n\(mark)%{http_code} %{redirect_url}\\n\"",
    ]
    lines += request.headers.map { "header = \(quoted($0))" }
    if let body = request.body { lines.append("data-raw = \(quoted(body))") }
    if let resolve = request.resolve { lines.append("resolve = \(quoted(resolve))") }
    if let output = request.output { lines.append("output = \(quoted(output))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let mark = "carbook-end "

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }

  /// Where curl(1) has ended already it says so itself.
  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, written))
    }
  }

  /// Waits for the end.
  func finish(_ goesOn: Curl.Progress) throws(Curl.Failure) -> Curl.Response {
    defer { child.end(within: 0) }
    var (body, said): ([UInt8], [UInt8]) = ([], [])
    var open = [output.readEnd, report.readEnd]
    while !open.isEmpty {
      var requests = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&requests, nfds_t(requests.count), 100)
      for request in requests where request.revents != 0 {
        let isBody = request.fd == output.readEnd
        let bytes = (isBody ? output : report).read() ?? []
        if bytes.isEmpty { open.removeAll { $0 == request.fd } }
        if isBody { body += bytes } else { said += bytes }
      }
      let received = request.output.map(CurlExchange.size) ?? body.count
      // Some servers do not say how much will come, and curl(1) does not count.
      guard received <= request.limit, said.count < 1 << 20 else { throw .tooBig }
      guard goesOn(received, CurlExchange.length(in: said)) else { throw .cancelled }
    }
    while child.wait(milliseconds: 100) == nil {
      guard goesOn(body.count, nil) else { throw .cancelled }
    }
    guard case .exited(let code) = child.ending else { throw .other(-1) }
    guard code == 0 else { throw Curl.Failure(code) }
    var response = try CurlExchange.response(said)
    response.body = body
    return response
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func lines(_ said: [UInt8]) -> [Substring] {
    String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  private static func value(_ name: String, in lines: [Substring]) -> Substring? {
    lines.last { $0.lowercased().hasPrefix(name + ":") }
      .map { $0.dropFirst(name.count + 1).drop { $0 == " " } }
  }

  private static func length(in said: [UInt8]) -> Int? {
    value("content-length", in: lines(said)).flatMap { Int($0) }
  }

  private static func response(_ said: [UInt8]) throws(Curl.Failure) -> Curl.Response {
    let lines = lines(said)
    guard let end = lines.last(where: { $0.hasPrefix(mark) })?.dropFirst(mark.count) else {
      throw .badAnswer
    }
    let parts = end.split(separator: " ", maxSplits: 1)
    guard let status = parts.first.flatMap({ Int($0) }), status >= 100 else { throw .badAnswer }
    return Curl.Response(
      status: status, mediaType: String(value("content-type", in: lines) ?? ""),
      redirect: parts.count == 2 ? String(parts[1]) : "",
      retryAfter: String(value("retry-after", in: lines) ?? ""),
      date: String(value("date", in: lines) ?? ""), length: length(in: said))
  }
}

extension Curl.Failure {
  /// Exit codes of curl(1).
  fileprivate init(_ code: Int32) {
    switch code {
    case 6: self = .unknownHost
    case 7, 52, 55, 56: self = .noConnection
    case 28: self = .timedOut
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91: self = .certificate
    case 63: self = .tooBig
    case 23: self = .disk
    case 1, 8, 16, 18, 92: self = .badAnswer
    default: self = .other(code)
    }
  }
}
