import Foundation

extension Curl {
  /// One request of a sequence.
  struct Request {
    let url: String
    var method: String?
    var headers: [String] = []
    var body: String?
  }

  /// What became of one request of a sequence.
  struct Outcome: Equatable {
    let status: Int
    /// Connections opened for it: 0 where the one before was used again.
    let connections: Int
  }

  /// Sends requests one after the other from one curl, over one connection where the server keeps
  /// it: hundreds take no longer than a few programs to start.
  static func sequence(_ requests: [Request], in folder: TemporaryFolder) throws -> [Outcome] {
    let common = [
      "silent", "show-error", "globoff", "noproxy = \"*\"", "max-time = 10",
      "output = \"/dev/null\"", "write-out = \"%{http_code} %{num_connects}\\n\"",
    ]
    let parts = requests.map { request in
      var lines = common + ["url = \(quoted(request.url))"]
      if let method = request.method { lines.append("request = \(quoted(method))") }
      lines += request.headers.map { "header = \(quoted($0))" }
      if let body = request.body { lines.append("data-binary = \(quoted(body))") }
      return lines.joined(separator: "\n")
    }
    let path = folder.path("curl-\(UInt64.random(in: 0 ... .max)).conf")
    try parts.joined(separator: "\nnext\n").write(toFile: path, atomically: false, encoding: .utf8)
    let (exit, output, errors) = try Program.run(["curl", "--config", path], in: folder)
    let outcomes = output.split(separator: "\n").compactMap { line -> Outcome? in
      let words = line.split(separator: " ").compactMap { Int($0) }
      return words.count == 2 ? Outcome(status: words[0], connections: words[1]) : nil
    }
    guard exit == .status(0), outcomes.count == requests.count else {
      throw HarnessError("curl: \(exit) \(errors)")
    }
    return outcomes
  }

  /// A word of curl's configuration file.
  private static func quoted(_ text: String) -> String {
    let escapes: [Character: String] = [
      "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    ]
    return "\"" + text.map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}
