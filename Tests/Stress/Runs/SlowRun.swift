import Foundation
import Glibc

/// A thousand connections send a byte every five seconds; a client that has just come is still
/// answered at once.
struct SlowRun {
  let seconds: Double
  let connections: Int

  /// Seconds between two bytes of one connection.
  private static let interval = 5.0

  func start() throws -> Bool {
    var files = rlimit()
    getrlimit(__rlimit_resource_t(7), &files)
    files.rlim_cur = files.rlim_max
    setrlimit(__rlimit_resource_t(7), &files)
    let place = try Workplace()
    let port = try HTTPClient.freePort()
    let listening = try Listening.accepting(port: port, in: place)
    Report.line("slow: \(connections) connections, a byte each 5 s, \(seconds) s")
    let deadline = Deadline(seconds)
    let (count, seconds) = (connections, seconds)
    let crowd = Thread { SlowRun.crowd(count, port: port, deadline: Deadline(seconds)) }
    crowd.start()
    guard Deadline.wait(20, until: { listening.descriptorCount > count * 9 / 10 }) else {
      throw StressError("only \(listening.descriptorCount) descriptors are open")
    }
    var latencies = Latencies()
    var failed = 0
    var mostFiles = 0
    while !deadline.isOver {
      // Each time a new connection, which is what a flood would keep out.
      let client = HTTPClient(port: port, target: "/hook/\(place.token)/after")
      let id = "fresh-\(latencies.count)"
      let began = Deadline.now
      let status = client.post(StressDelivery(id: id, number: latencies.count).body)
      latencies.add(Deadline.now - began)
      if status != 200 { failed += 1 }
      mostFiles = max(mostFiles, listening.descriptorCount)
      Deadline.pause(0.05)
    }
    let memory = listening.kibibytes("VmHWM") / 1024
    let isKept = [
      Report.promise("\(latencies.count) fresh clients, \(failed) without their 200", failed == 0),
      Report.promise(
        latencies.line + " (p99 at most 100)", latencies.milliseconds(0.99) <= 100),
      Report.promise("memory \(memory) MiB at most (under 64)", memory < 64),
      Report.promise("\(mostFiles) descriptors at most (under 2304)", mostFiles < 2304),
    ].allSatisfy { $0 }
    place.isKept = !isKept
    return isKept
  }

  /// Keeps so many connections open, whatever the listener does about them.
  private static func crowd(_ count: Int, port: UInt16, deadline: Deadline) {
    let head = Array("POST /hook/x/after HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".utf8)
    var open: [(descriptor: Int32, sent: Int)] = Array(repeating: (-1, 0), count: count)
    defer {
      for connection in open where connection.descriptor >= 0 { close(connection.descriptor) }
    }
    while !deadline.isOver {
      let round = Deadline(interval)
      for index in open.indices {
        if open[index].descriptor < 0 {
          open[index] = (HTTPClient.connect(port: port, timeout: 5), 0)
        }
        let sent = open[index].sent
        let byte = sent < head.count ? head[sent] : UInt8(ascii: "a")
        let code = send(
          open[index].descriptor, [byte], 1, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        open[index].sent += 1
        // The deadline of its head is over: it comes again, in the next round.
        if code != 1 {
          if open[index].descriptor >= 0 { close(open[index].descriptor) }
          open[index].descriptor = -1
        }
      }
      Deadline.pause(min(round.remaining, deadline.remaining))
    }
  }
}
