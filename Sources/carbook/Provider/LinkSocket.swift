import Domain
import FoundationEssentials
import Glibc

/// Where a running console is told of links by `carbook open`: a datagram socket of this user's
/// alone. Belongs to one thread.
final class LinkSocket {
  /// For `poll`: readable when a link has come.
  let descriptor: Int32
  private let path: String

  /// In `$XDG_RUNTIME_DIR`, else in the state folder; nil where that is not possible: a console that
  /// hears of no links still works.
  /// - Parameter store: absolute; links speak of its records.
  init?(
    store: String, environment: Environment = .own,
    pid: Int32 = getpid()
  ) {
    path = LinkSocket.folder(environment) + "/" + LinkSocket.prefix(store) + "\(pid).sock"
    StateFolder.create(holding: path)
    unlink(path)
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    // Nobody comes between the two: the folder is this user's alone.
    let isBound = LinkSocket.withAddress(path) { bind(descriptor, $0, $1) } == 0
    guard isBound, chmod(path, 0o600) == 0 else { return nil }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// What has come, whoever sent it and whatever it is.
  func receive() -> [String] {
    var texts: [String] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while texts.count < 16 {
      let count = recv(descriptor, &bytes, bytes.count, 0)
      guard count > 0 else { break }
      texts.append(String(decoding: bytes[..<count], as: UTF8.self))
    }
    return texts
  }

  /// Tells the console that was opened last on that store.
  /// - Returns: false where there is none.
  static func send(
    _ link: CarbookLink, store: String,
    environment: Environment = .own
  ) -> Bool {
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let bytes = Array(link.text.utf8)
    return sockets(store, environment).contains { path in
      let sent = withAddress(path) {
        sendto(descriptor, bytes, bytes.count, Int32(MSG_DONTWAIT), $0, $1)
      }
      // Of a console that was killed.
      if sent < 0, errno == ECONNREFUSED { unlink(path) }
      return sent == bytes.count
    }
  }

  /// The newest first.
  private static func sockets(_ store: String, _ environment: Environment) -> [String] {
    let folder = folder(environment)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(prefix(store)) && $0.hasSuffix(".sock") }
      .map { folder + "/" + $0 }
      .sorted { made($0) > made($1) }
  }

  private static func made(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0
      ? status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1_000_000 : 0
  }

  /// XDG Base Directory Specification: a relative path in the variable is to be ignored.
  private static func folder(_ environment: Environment) -> String {
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") {
      return runtime + "/carbook"
    }
    return StateFolder.path(environment)
  }

  /// Tells stores apart (FNV-1a of the path).
  private static func prefix(_ store: String) -> String {
    let hash = store.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return "console-\(String(hash, radix: 16))-"
  }

  /// - Returns: what `body` does; -1 where the path is too long for an address.
  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int
  ) -> Int {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard bytes.count < room.count else { return false }
      room.copyBytes(from: bytes)
      return true
    }
    guard fits else { return -1 }
    return withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int {
    withAddress(path) { Int(body($0, $1)) }
  }
}
