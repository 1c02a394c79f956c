import Glibc

/// One HTTP exchange, made by curl(1): it knows TLS, proxies and every server's ways. All it is told
/// goes to its standard input, where other users of the machine do not see keys and addresses.
struct Curl {
  struct Request: Sendable {
    /// Checked by the caller: printable ASCII without quotes and backslashes.
    var address: String
    var method = "GET"
    var headers: [String] = []
    var body: String?
    /// `host:port:address`: the only one that is asked, so that the name cannot lead elsewhere than
    /// where it was looked at.
    var resolve: String?
    /// Where the body goes; nil for into the response.
    var output: String?
    /// Of the body, in bytes.
    var limit: Int
    /// Of the whole exchange.
    var seconds: Int
  }

  struct Response: Equatable, Sendable {
    var status = 0
    var mediaType = ""
    /// The absolute address that a 3xx names; it is not followed.
    var redirect = ""
    var retryAfter = ""
    /// By the server's clock.
    var date = ""
    /// What a whole body would have; nil where the server did not say.
    var length: Int?
    /// Empty where it went into a file.
    var body: [UInt8] = []
  }

  enum Failure: Error, Equatable, Sendable {
    case noProgram
    case unknownHost
    case noConnection
    case timedOut
    /// No TLS, or a certificate that nobody vouches for.
    case certificate
    case tooBig
    case disk
    /// The answer is broken off or no HTTP.
    case badAnswer
    case cancelled
    /// What curl(1) calls it.
    case other(Int32)
  }

  /// An absolute path; nil where there is none.
  var program = InstalledProgram.find("curl")

  /// How far an exchange is, in bytes of the body; the whole is nil where nobody has said it.
  typealias Progress = (_ received: Int, _ whole: Int?) -> Bool

  /// - Parameter goesOn: asked several times a second; false ends it.
  func perform(
    _ request: Request, goesOn: Progress = { _, _ in true }
  ) throws(Failure) -> Response {
    guard let program else { throw .noProgram }
    let exchange: CurlExchange
    do throws(SystemError) {
      exchange = try CurlExchange(program, request)
    } catch {
      throw .noProgram
    }
    return try exchange.finish(goesOn)
  }
}
