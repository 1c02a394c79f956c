import Glibc
import Testing

@testable import carbook

@Suite("The mailbox between threads")
struct MailboxTests {
  @Test("gives messages in their order, once")
  func order() throws {
    let mailbox = try Mailbox<Int>()
    for number in [3, 1, 2] { mailbox.post(number) }
    #expect(mailbox.drain() == [3, 1, 2])
    #expect(mailbox.drain() == [])
  }

  @Test("drops what is waiting already, so that it never grows")
  func coalescing() throws {
    let mailbox = try Mailbox<Int>()
    for _ in 0..<100_000 { mailbox.post(7) }
    #expect(mailbox.drain() == [7])
    mailbox.post(7)
    #expect(mailbox.drain() == [7])
  }

  @Test("has the latest of what replaces one another, in its place at the end")
  func replacing() throws {
    let mailbox = try Mailbox<Int>()
    for number in [1, 20, 2, 30, 3] { mailbox.post(number, insteadOf: { $0 < 10 && number < 10 }) }
    #expect(mailbox.drain() == [20, 30, 3])
  }

  @Test("is readable for poll exactly while something waits")
  func wakes() throws {
    let mailbox = try Mailbox<Int>()
    #expect(!isReadable(mailbox.descriptor))
    mailbox.post(1)
    #expect(isReadable(mailbox.descriptor))
    _ = mailbox.drain()
    #expect(!isReadable(mailbox.descriptor))
  }

  @Test("loses nothing that eight threads post")
  func threads() throws {
    let mailbox = try Mailbox<Int>()
    for thread in 0..<8 {
      startThread {
        for number in 0..<100 { mailbox.post(thread * 100 + number) }
      }
    }
    var seen: Set<Int> = []
    while seen.count < 800 {
      var request = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&request, 1, 10_000) == 1)
      seen.formUnion(mailbox.drain())
    }
    #expect(seen == Set(0..<800))
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1
  }
}
