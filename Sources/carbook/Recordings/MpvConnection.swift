import FoundationEssentials
import Glibc

/// Talks to a running mpv over its JSON IPC socket (mpv(1), "JSON IPC"): a line of JSON each way.
/// Belongs to one thread and never waits.
final class MpvConnection {
  private let descriptor: Int32
  private var unread: [UInt8] = []
  /// Seconds; nil until mpv has said it.
  private(set) var position: Double?
  private(set) var duration: Double?

  private enum Property: Int, CaseIterable {
    case position = 1
    case duration

    var name: String { self == .position ? "time-pos" : "duration" }
  }

  /// Nil while nobody listens at `socket`.
  init?(socket path: String) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
      close(descriptor)
      return nil
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let isConnected = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isConnected else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Asks where it is, and takes in what it has answered since the last time.
  func refresh() {
    for property in Property.allCases {
      send([.text("get_property"), .text(property.name)], id: property.rawValue)
    }
    read()
  }

  func setPaused(_ isPaused: Bool) {
    send([.text("set_property"), .text("pause"), .flag(isPaused)], id: 0)
  }

  func seek(by seconds: Int) {
    send([.text("seek"), .count(seconds), .text("relative")], id: 0)
  }

  /// - Parameter hundredths: 100 as it was spoken.
  func setSpeed(_ hundredths: Int) {
    send([.text("set_property"), .text("speed"), .number(Double(hundredths) / 100)], id: 0)
  }

  private func send(_ command: [JSONValue], id: Int) {
    let request = JSONValue.object(["command": .list(command), "request_id": .count(id)])
    guard let data = try? JSONEncoder().encode(request) else { return }
    // A player that does not read its socket is not waited for.
    let line = Array(data) + [UInt8(ascii: "\n")]
    _ = Glibc.send(descriptor, line, line.count, Int32(MSG_NOSIGNAL))
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      unread += buffer.prefix(count)
      // No answer of ours is so long.
      if unread.count > 1 << 20 { unread = [] }
    }
    while let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
      take(unread[..<end])
      unread.removeFirst(end + 1)
    }
  }

  private func take(_ line: ArraySlice<UInt8>) {
    guard let answer = JSONValue(json: line)?.members,
      let property = answer["request_id"]?.count.flatMap(Property.init),
      let value = answer["data"]?.number
    else { return }
    switch property {
    case .position: position = value
    case .duration: duration = value
    }
  }
}
