import Domain
import Telephony

/// Asks a provider's API, one request at a time; the calling thread waits.
///
/// The auth key travels in curl(1)'s standard input and in one header field: to the address that is
/// set and to no other, over TLS unless that is this machine.
struct ProviderConnection: Sendable {
  struct Answer: Equatable, Sendable {
    var body: [UInt8] = []
    /// By the provider's clock; nil where it did not say.
    var date: Timestamp?
  }

  /// The largest answer that is read, in bytes: 6,500 calls have some 5 MB.
  static let limit = 32 << 20
  /// Of a whole exchange.
  static let seconds = 30

  let project: ProviderProject
  var curl = Curl()

  /// - Parameter goesOn: asked several times a second; false ends it with `brokenOff`.
  func ask(
    _ request: ProviderRequest, goesOn: @Sendable () -> Bool = { true }
  ) throws(ProviderProblem) -> Answer {
    guard let id = project.id else { throw ProviderProblem(.noProject) }
    // A line end in it would be another header field.
    guard let key = project.authKey?.revealed,
      key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw ProviderProblem(.noKey) }
    guard let address = WebAddress(project.baseURL), address.isEncrypted || address.isLoopback
    else { throw ProviderProblem(.insecureAddress) }
    var exchange = Curl.Request(
      address: address.text + request.path, method: request.method.rawValue,
      headers: ["auth-key: \(key)", "x-project-id: \(id)", "Accept: application/json"],
      body: request.body, limit: ProviderConnection.limit, seconds: ProviderConnection.seconds)
    if request.body != nil { exchange.headers.append("Content-Type: application/json") }
    let response: Curl.Response
    do throws(Curl.Failure) {
      response = try curl.perform(exchange) { _, _ in goesOn() }
    } catch {
      throw ProviderProblem(error)
    }
    try ProviderConnection.check(response)
    return Answer(body: response.body, date: HTTPDate.read(response.date))
  }

  private static func check(_ response: Curl.Response) throws(ProviderProblem) {
    let status = response.status
    let cause: ProviderProblem.Cause
    switch status {
    case 200...299: return
    case 300...399: cause = .redirected
    case 401, 403: cause = .keyRefused
    case 408: cause = .timedOut
    case 425, 429: cause = .tooMany
    case 400...499: cause = .refused
    default: cause = .serverError
    }
    let words = ProviderWords.text(response.body)
    // Of a field that calls/list does not know the provider says so under any status.
    let isField = cause == .refused && words?.lowercased().contains("incorrect field") == true
    throw ProviderProblem(
      isField ? .incorrectField : cause, code: status, words: words,
      retryAfter: HTTPDate.seconds(ofRetryAfter: response.retryAfter, now: Clock.now))
  }
}

extension ProviderProblem {
  fileprivate init(_ failure: Curl.Failure) {
    let cause: Cause =
      switch failure {
      case .noProgram: .noProgram
      case .unknownHost: .unknownHost
      case .noConnection, .other: .noConnection
      case .timedOut: .timedOut
      case .certificate: .noCertificate
      case .tooBig: .tooBig
      case .badAnswer, .cancelled, .disk: .brokenOff
      }
    self.init(cause, code: nil)
  }
}
