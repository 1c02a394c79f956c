import Glibc

/// A bound socket that accepts clients.
struct ListeningSocket: Sendable {
  enum Accepted {
    case client(Int32, peer: String)
    /// Nobody waits.
    case none
    /// The system has no descriptors or memory for another one.
    case exhausted
  }

  let descriptor: Int32
  /// The address with the port that was picked where 0 was asked for.
  let address: ListenAddress

  init(_ wanted: ListenAddress) throws(ListenError) {
    guard let name = SocketAddress(wanted) else { throw .badAddress(wanted.description) }
    let descriptor = socket(name.family, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Self.error(errno, wanted) }
    Descriptor.prepare(descriptor)
    // Lets a restart have the port while old connections fade. Never SO_REUSEPORT: two consoles
    // would share the deliveries.
    Descriptor.setOption(descriptor, level: SOL_SOCKET, name: SO_REUSEADDR, to: 1)
    if name.family == AF_INET6 {
      Descriptor.setOption(descriptor, level: Int32(IPPROTO_IPV6), name: IPV6_V6ONLY, to: 0)
    }
    let bound = name.withPointer { bind(descriptor, $0, $1) }
    guard bound == 0, listen(descriptor, 4_096) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.error(code, wanted)
    }
    self.descriptor = descriptor
    let (result, own) = SocketAddress.filled { getsockname(descriptor, $0, $1) }
    address = ListenAddress(checkedHost: wanted.host, port: result == 0 ? own.port : wanted.port)
  }

  func accept() -> Accepted {
    while true {
      let (client, name) = SocketAddress.filled { Glibc.accept(descriptor, $0, $1) }
      if client >= 0 {
        Descriptor.prepare(client)
        Descriptor.setOption(client, level: Int32(IPPROTO_TCP), name: TCP_NODELAY, to: 1)
        return .client(client, peer: name.host)
      }
      switch errno {
      case EAGAIN: return .none
      // The client is gone again, or a pending network error is handed over (accept(2)).
      case EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH,
        EOPNOTSUPP, ENETUNREACH:
        continue
      default: return .exhausted
      }
    }
  }

  /// Closes it; it is not to be used after.
  func discard() {
    close(descriptor)
  }

  private static func error(_ code: Int32, _ address: ListenAddress) -> ListenError {
    switch code {
    case EADDRINUSE: .addressInUse(address)
    case EACCES, EPERM: .notPermitted(address)
    case EADDRNOTAVAIL: .addressNotAvailable(address)
    default: .failed(address, reason: String(cString: strerror(code)))
    }
  }
}
