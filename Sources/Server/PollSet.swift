import Glibc

/// The array that `poll` takes, kept between turns: changing one entry costs nothing for the
/// others. Removing one moves the last entry into its slot.
struct PollSet {
  private var entries: [pollfd] = []

  var count: Int { entries.count }

  mutating func add(_ descriptor: Int32, interest: Int16) {
    entries.append(pollfd(fd: descriptor, events: interest, revents: 0))
  }

  /// A negative descriptor is passed over by `poll`.
  mutating func replace(at slot: Int, with descriptor: Int32, interest: Int16) {
    entries[slot] = pollfd(fd: descriptor, events: interest, revents: 0)
  }

  mutating func setInterest(_ interest: Int16, at slot: Int) {
    entries[slot].events = interest
  }

  mutating func remove(at slot: Int) {
    entries.swapAt(slot, entries.count - 1)
    entries.removeLast()
  }

  /// What was reported for a slot by the last `wait`.
  func events(at slot: Int) -> Int16 { entries[slot].revents }

  /// Waits until something is ready or the time is over; -1 waits without end.
  /// - Returns: how many entries are ready; 0 also after a signal.
  mutating func wait(milliseconds: Int32) -> Int {
    let count = entries.count
    let ready = entries.withUnsafeMutableBufferPointer {
      poll($0.baseAddress, nfds_t(count), milliseconds)
    }
    if ready < 0 {
      for slot in entries.indices { entries[slot].revents = 0 }
    }
    return max(0, Int(ready))
  }
}
