import Foundation
import Glibc
import Synchronization
import Testing

@testable import Store

@Suite struct FileLockTests {
  private final class Other: Sendable {
    private let progress = Mutex((isWaiting: false, hasIt: false))

    var isWaiting: Bool { progress.withLock { $0.isWaiting } }
    var hasIt: Bool { progress.withLock { $0.hasIt } }

    func wait(for path: String) {
      guard let lock = try? FileLock(path: path, name: "other") else { return }
      progress.withLock { $0.isWaiting = true }
      guard (try? lock.lockInTurn(milliseconds: 10_000)) == true else { return }
      progress.withLock { $0.hasIt = true }
      lock.unlock()
    }
  }

  /// He who lets go of the lock and wants it again at once has the better chances by far.
  @Test func aBusyHolderLetsTheOthersHaveTheirTurn() throws {
    let shop = try Shop()
    let path = shop.folder.appendingPathComponent("turn").path
    let busy = try FileLock(path: path, name: "busy")
    #expect(try busy.tryLock())
    let other = Other()
    Thread { other.wait(for: path) }.start()
    var rounds = 0
    while !other.hasIt, rounds < 40 {
      if other.isWaiting { rounds += 1 }
      poll(nil, 0, 5)
      busy.unlock()
      #expect(try busy.lockInTurn(milliseconds: 10_000))
    }
    #expect(rounds < 40)
    busy.unlock()
  }

  /// Somebody who was stopped in the queue costs time, not the lock.
  @Test func aQueueThatDoesNotMoveIsPassed() throws {
    let shop = try Shop()
    let path = shop.folder.appendingPathComponent("turn").path
    let stopped = try FileLock(path: path, name: "stopped")
    let late = try FileLock(path: path, name: "late")
    #expect(stopped.set(F_WRLCK, at: 0))
    #expect(!late.set(F_WRLCK, at: 0))
    #expect(try late.lockInTurn(milliseconds: 400))
    late.unlock()
  }

  @Test func aLockThatIsNotFreeIsWaitedForSoLongAndNoLonger() throws {
    let shop = try Shop()
    let path = shop.folder.appendingPathComponent("turn").path
    let holder = try FileLock(path: path, name: "olena")
    let late = try FileLock(path: path, name: "late")
    #expect(try holder.tryLock())
    let start = ContinuousClock.now
    #expect(try !late.lockInTurn(milliseconds: 100))
    let took = ContinuousClock.now - start
    #expect(took >= .milliseconds(100) && took < .seconds(5))
    #expect(late.holder == "\(getpid()) olena")
  }
}
