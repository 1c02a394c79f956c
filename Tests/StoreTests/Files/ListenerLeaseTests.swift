import Domain
import Foundation
import Testing

@testable import Store

struct ListenerLeaseTests {
  @Test func oneHasItAndTheOthersSayWho() throws {
    let shop = try Shop()
    #expect(ListenerLease.holder(of: shop.path) == nil)
    let ours = try ListenerLease(store: shop.path, user: "olena k")
    let theirs = try ListenerLease(store: shop.path, user: "petro")
    #expect(ours.tryAcquire())
    #expect(!theirs.tryAcquire())
    let waiting = ListenerLease.holder(of: shop.path)
    #expect(waiting?.pid == getpid() && waiting?.user == "olena_k" && waiting?.address == nil)
    ours.publish(address: "127.0.0.1:8080")
    #expect(ListenerLease.holder(of: shop.path)?.address == "127.0.0.1:8080")
    ours.release()
    #expect(ListenerLease.holder(of: shop.path) == nil)
    #expect(theirs.tryAcquire())
    #expect(ListenerLease.holder(of: shop.path)?.user == "petro")
    #expect(ListenerLease.holder(of: shop.path)?.address == nil)
  }

  @Test func whoWaitsTakesOver() throws {
    let shop = try Shop()
    let ours = try ListenerLease(store: shop.path, user: "olena")
    let theirs = try ListenerLease(store: shop.path, user: "petro")
    #expect(ours.tryAcquire())
    let ended = DispatchSemaphore(value: 0)
    let results = LockedList()
    Thread {
      results.append("\(theirs.waitUntilAcquired())")
      ended.signal()
    }.start()
    #expect(ended.wait(timeout: .now() + 0.05) == .timedOut)
    ours.release()
    #expect(ended.wait(timeout: .now() + 2) == .success)
    #expect(results.all == ["true"])
    #expect(ListenerLease.holder(of: shop.path)?.user == "petro")
  }

  @Test func aWaitCanBeCancelledAtAnyMoment() throws {
    let shop = try Shop()
    let ours = try ListenerLease(store: shop.path, user: "olena")
    #expect(ours.tryAcquire())
    for _ in 0..<50 {
      let theirs = try ListenerLease(store: shop.path, user: "petro")
      let ended = DispatchSemaphore(value: 0)
      let results = LockedList()
      Thread {
        results.append("\(theirs.waitUntilAcquired())")
        ended.signal()
      }.start()
      theirs.cancel()
      #expect(ended.wait(timeout: .now() + 5) == .success)
      #expect(results.all == ["false"])
    }
  }
}
