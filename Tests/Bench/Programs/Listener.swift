import Glibc

/// `carbook listen` on a store.
struct Listener {
  let program: Program
  let port: UInt16
  /// Of the link for ended calls.
  let target: String

  /// Listens while `body` runs.
  @discardableResult
  static func run<Result>(
    store: String, in place: Workplace, _ body: (Listener) throws -> Result
  ) throws -> Result {
    let carbook = try Workplace.product("carbook")
    let port = freePort()
    let target = try target(store: store, in: place)
    let program = try Program(
      [carbook, "listen", "--store", store, "--listen", "127.0.0.1:\(port)"], in: place)
    try Program.wait(10) { program.output.contains("listening on") }
    defer { program.end() }
    return try body(Listener(program: program, port: port, target: target))
  }

  static func target(store: String, in place: Workplace) throws -> String {
    let links = try Program.run(
      [Workplace.product("carbook"), "links", "--store", store], in: place)
    let link = links.split(separator: "\n").first { $0.hasPrefix("after ") } ?? ""
    // Behind "http://HOST:PORT".
    let parts = link.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
    return "/" + parts.joined(separator: "/")
  }

  static func freePort() -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(descriptor, $0, size)
        _ = getsockname(descriptor, $0, &size)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }
}
