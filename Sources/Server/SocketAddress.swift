import Glibc

/// An IPv4 or IPv6 address in the form in which system calls take and give it.
struct SocketAddress {
  private var storage = sockaddr_storage()
  private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

  /// Nil where the host is neither a literal nor `localhost`.
  init?(_ address: ListenAddress) {
    let host = address.host == "localhost" ? "127.0.0.1" : address.host
    guard !host.utf8.contains(0) else { return nil }
    var four = sockaddr_in()
    var six = sockaddr_in6()
    if inet_pton(AF_INET, host, &four.sin_addr) == 1 {
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = address.port.bigEndian
      store(four)
    } else if inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
      six.sin6_family = sa_family_t(AF_INET6)
      six.sin6_port = address.port.bigEndian
      store(six)
    } else {
      return nil
    }
  }

  /// An address that a system call fills in.
  private init() {}

  var family: Int32 { Int32(storage.ss_family) }

  /// The literal; an IPv4 client of an IPv6 socket is shown as what he is.
  var host: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    if family == AF_INET6 {
      var address = load(sockaddr_in6.self).sin6_addr
      inet_ntop(AF_INET6, &address, &text, socklen_t(text.count))
    } else {
      var address = load(sockaddr_in.self).sin_addr
      inet_ntop(AF_INET, &address, &text, socklen_t(text.count))
    }
    let host = ASCII.text(text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }[...])
    return host.hasPrefix("::ffff:") && host.contains(".") ? String(host.dropFirst(7)) : host
  }

  /// The port stands at the same place in both kinds.
  var port: UInt16 { UInt16(bigEndian: load(sockaddr_in.self).sin_port) }

  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  /// The address that `call` (`getsockname`, `accept`) fills in, beside what it returned.
  static func filled(
    by call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> (result: Int32, address: SocketAddress) {
    var address = SocketAddress()
    var length = address.length
    let result = withUnsafeMutablePointer(to: &address.storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &length) }
    }
    address.length = length
    return (result, address)
  }

  private mutating func store<Address>(_ address: Address) {
    withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: address, as: Address.self) }
    length = socklen_t(MemoryLayout<Address>.size)
  }

  private func load<Address>(_ type: Address.Type) -> Address {
    withUnsafeBytes(of: storage) { $0.load(as: type) }
  }
}
