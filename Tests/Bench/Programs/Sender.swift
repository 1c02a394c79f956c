import Glibc

/// Posts to a listener on this machine over one connection.
final class Sender {
  private let port: UInt16
  private let target: String
  private let descriptor: Int32

  init(port: UInt16, target: String) throws {
    (self.port, self.target) = (port, target)
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw BenchError("nobody listens on port \(port)") }
  }

  deinit {
    close(descriptor)
  }

  /// Does not wait for the answer, which `isAccepted` reads.
  func post(_ body: String) {
    let head =
      "POST \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    let bytes = Array((head + body).utf8)
    _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  var isAccepted: Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    return count > 12 && bytes[9..<12].elementsEqual("200".utf8)
  }
}
