import Foundation
import Testing

/// Guessing the token in a link.
@Suite(.serialized) struct WrongTokenTests {
  private static let wrong = "/hook/0000000000000000000000000000000000000000/after"

  /// Behind a proxy all come from one address: a good one is served at once all the same.
  @Test func `a good token is served among ten thousand wrong ones`() throws {
    Socket.allow(4096)
    let listening = try Listening()
    let request = Listening.delivery("wrong", to: Self.wrong)
    var open: [Socket] = []
    var latencies = Latencies()
    for number in 0..<10_000 {
      let client = try Socket(port: listening.port)
      try client.send(request)
      open.append(client)
      if open.count == 1500 { open.removeFirst(500) }
      if number % 100 == 0 {
        #expect(
          try latencies.measure { try listening.deliver("good-\(number)") }.status == 200)
      }
    }
    print(
      "among 10,000 wrong tokens: p50 \(latencies.percentile(50)) p99 \(latencies.percentile(99))")
    #expect(latencies.percentile(50) < .milliseconds(100))
    #expect(latencies.percentile(100) < .seconds(1))
    #expect(try listening.storedIDs().count == 100)
    // Nothing of it is written, but for what may be said of the room.
    #expect(listening.program.errors.split(separator: "\n").count <= 3)
  }

  @Test func `every wrong one gets the same bytes and is slowed in time`() throws {
    let listening = try Listening()
    var heads: Set<String> = []
    for number in 1...20 {
      let paths = [Self.wrong, "/", "/hook", "/hook//after", listening.hook, "/hook/a/b/c"]
      let client = try Socket(port: listening.port)
      let answer = try client.ask(Listening.delivery("x", to: paths[number % paths.count]))
      heads.insert(
        answer.head.split(separator: "\r\n").filter { !$0.hasPrefix("Date: ") }
          .joined(separator: "\n") + "\n\n" + answer.body)
      #expect(try client.isClosed())
    }
    #expect(
      heads == [
        """
        HTTP/1.1 404 Not Found
        Content-Type: text/plain; charset=utf-8
        Content-Length: 10
        Connection: close

        not found

        """
      ])
    var latencies = Latencies()
    let late = try latencies.measure {
      try Socket(port: listening.port).ask(Listening.delivery("x", to: Self.wrong))
    }
    #expect(late.status == 404)
    #expect(latencies.percentile(100) >= .seconds(1))
  }
}
