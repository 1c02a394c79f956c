import Glibc

/// All connections of a listener, with the poll set that watches them and two more descriptors.
struct ConnectionTable {
  private static let wakeSlot = 0
  private static let listenSlot = 1
  private static let firstSlot = 2

  private var poll = PollSet()
  /// The connection in slot `firstSlot + index` stands at `index`.
  private(set) var connections: [Connection] = []
  private var byID: [UInt64: Connection] = [:]
  /// What all connections hold, in bytes.
  private(set) var memory = 0

  init(wake: Int32, listening: Int32) {
    poll.add(wake, interest: Int16(POLLIN))
    poll.add(listening, interest: Int16(POLLIN))
  }

  subscript(id: UInt64) -> Connection? { byID[id] }

  var isWakeReady: Bool { poll.events(at: Self.wakeSlot) != 0 }
  var isListenReady: Bool { poll.events(at: Self.listenSlot) != 0 }

  /// Watches another listening socket, or with -1 none.
  mutating func watchListening(_ descriptor: Int32) {
    poll.replace(at: Self.listenSlot, with: descriptor, interest: Int16(POLLIN))
  }

  /// - Returns: the connections that something happened to, and what.
  mutating func wait(milliseconds: Int32) -> [(connection: Connection, events: Int16)] {
    var left = poll.wait(milliseconds: milliseconds)
    left -= (isWakeReady ? 1 : 0) + (isListenReady ? 1 : 0)
    var ready: [(Connection, Int16)] = []
    for (index, connection) in connections.enumerated() {
      guard left > 0 else { break }
      let events = poll.events(at: Self.firstSlot + index)
      guard events != 0 else { continue }
      left -= 1
      ready.append((connection, events))
    }
    return ready
  }

  mutating func add(_ connection: Connection) {
    connection.slot = poll.count
    connections.append(connection)
    byID[connection.id] = connection
    poll.add(connection.descriptor, interest: connection.interest)
  }

  /// Watches for what the connection waits for now, or forgets it if it is closed.
  mutating func update(_ connection: Connection) {
    guard byID[connection.id] === connection else { return }
    memory += connection.memory - connection.countedMemory
    connection.countedMemory = connection.memory
    guard connection.phase == .closed else {
      poll.setInterest(connection.interest, at: connection.slot)
      return
    }
    byID[connection.id] = nil
    poll.remove(at: connection.slot)
    let index = connection.slot - Self.firstSlot
    connections.swapAt(index, connections.count - 1)
    connections.removeLast()
    if index < connections.count { connections[index].slot = connection.slot }
  }

  /// The connection to have memory from when too much is held: the oldest of those that hold more
  /// than `share` bytes. Nil if those who wait for answers hold it all.
  func oldestBurden(over share: Int) -> Connection? {
    connections.filter { $0.phase != .handling && $0.countedMemory > share }
      .min { $0.began < $1.began }
  }

  /// The connection to give up when there is no room: one whose answer is delayed, the
  /// oldest unfinished head, then a lingering, an idle, and at last one in the middle of a body. Nil if all wait for answers.
  var leastWanted: Connection? {
    var found: (connection: Connection, rank: Int)?
    for connection in connections {
      guard let rank = connection.evictionRank else { continue }
      if let best = found, (best.rank, best.connection.began) <= (rank, connection.began) {
        continue
      }
      found = (connection, rank)
    }
    return found?.connection
  }
}
