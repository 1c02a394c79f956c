import Foundation

/// A small HTTP client that is not ours: the `curl` program.
enum Curl {
  struct Response: Equatable {
    let status: Int
    let body: String
  }

  /// Sends one request and returns the answer; curl's own refusals are thrown.
  /// - Parameters:
  ///   - url: where to; never through a proxy.
  ///   - method: GET unless there is a body, then POST.
  ///   - headers: as `"Name: value"`.
  static func request(
    _ url: String, method: String? = nil, headers: [String] = [], body: String? = nil,
    in folder: TemporaryFolder
  ) throws -> Response {
    var arguments = [
      "curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "10", "--globoff",
      "--write-out", "\n%{http_code}",
    ]
    if let method { arguments += ["--request", method] }
    for header in headers { arguments += ["--header", header] }
    if let body { arguments += ["--data-binary", body] }
    let (exit, output, errors) = try Program.run(arguments + ["--", url], in: folder)
    guard exit == .status(0), let end = output.lastIndex(of: "\n"),
      let status = Int(output[output.index(after: end)...])
    else { throw HarnessError("curl \(url): \(exit) \(errors)") }
    return Response(status: status, body: String(output[..<end]))
  }
}
