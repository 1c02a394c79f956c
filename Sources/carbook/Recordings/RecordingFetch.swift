import Glibc
import Server
import TUI

/// Brings a recording to this machine. Every address on the way is judged: the link, where its host's
/// name leads, and each redirect.
struct RecordingFetch {
  static let redirectLimit = 3

  let policy: RecordingPolicy
  var curl = Curl()
  /// The addresses a host's name leads to; empty where nobody knows.
  var lookUp: (String) -> [String] = RecordingFetch.addresses

  /// - Parameters:
  ///   - path: of a file that is made, readable by this user alone; gone where it throws.
  ///   - goesOn: asked several times a second with what has come; false ends it.
  /// - Throws: why there is nothing to hear.
  func fetch(
    _ link: String, to path: String, goesOn: Curl.Progress = { _, _ in true }
  ) throws(RecordingProblem) -> AudioKind {
    do throws(RecordingProblem) {
      try download(link, to: path, goesOn: goesOn)
      guard let kind = AudioKind(RecordingFetch.start(of: path)) else { throw .expired }
      return kind
    } catch {
      unlink(path)
      throw error
    }
  }

  private func download(
    _ link: String, to path: String, goesOn: Curl.Progress
  ) throws(RecordingProblem) {
    var next = link
    for _ in 0...RecordingFetch.redirectLimit {
      let address = try judge(next)
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else { throw .disk }
      close(file)
      var request = Curl.Request(
        address: address.text, limit: RecordingPolicy.sizeLimit, seconds: 600)
      request.output = path
      if !address.isTrusted { request.resolve = try pin(address) }
      let response: Curl.Response
      do throws(Curl.Failure) {
        response = try curl.perform(request, goesOn: goesOn)
      } catch {
        throw RecordingProblem(error)
      }
      switch response.status {
      case 200: return
      case 301, 302, 303, 307, 308: next = response.redirect
      case 400..<500: throw .expired
      default: throw .server
      }
    }
    throw .server
  }

  private func judge(_ link: String) throws(RecordingProblem) -> RecordingAddress {
    do throws(RecordingRefusal) {
      return try RecordingAddress(link, policy: policy)
    } catch {
      throw RecordingProblem(error)
    }
  }

  /// Looks the host up once, for us and for curl: asked twice a name may lead to two places.
  private func pin(_ address: RecordingAddress) throws(RecordingProblem) -> String {
    let found = lookUp(address.host)
    guard let first = found.first else { throw .noNetwork }
    // One that cannot be read is one of a single link, with the link's name in it.
    guard found.allSatisfy({ IPAddress(parsing: $0).map(RecordingPolicy.isPublic) ?? false })
    else { throw .privateAddress }
    let literal = first.contains(":") ? "[\(first)]" : first
    return "\(address.host):\(address.port):\(literal)"
  }

  private static func start(of path: String) -> [UInt8] {
    FileBytes.read(path, upTo: AudioKind.length) ?? []
  }

  private static func addresses(of host: String) -> [String] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [String] = []
    var next = list
    while let entry = next?.pointee {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      if getnameinfo(
        entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
      {
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        found.append(String(decoding: bytes, as: UTF8.self))
      }
      next = entry.ai_next
    }
    return found
  }
}
