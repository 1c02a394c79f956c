/// Received bytes that are not yet understood, cut into lines or counts without copying them and
/// without looking at any byte twice, however the bytes were split.
struct InputBuffer: Sendable {
  enum Line {
    case complete(ArraySlice<UInt8>)
    case incomplete
    case tooLong
    /// A line feed without the carriage return before it.
    case bare
  }

  private var bytes: [UInt8] = []
  private var start = 0
  /// No line feed stands in `start..<scanned`.
  private var scanned = 0

  var count: Int { bytes.count - start }
  var isEmpty: Bool { count == 0 }
  /// The bytes of memory it holds, whatever it uses of them.
  var capacity: Int { bytes.capacity }
  var first: UInt8? { isEmpty ? nil : bytes[start] }

  mutating func append(_ new: some Collection<UInt8>) {
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: true)
      start = 0
      scanned = 0
    } else if start > bytes.count / 2 {
      bytes.removeSubrange(..<start)
      scanned -= start
      start = 0
    }
    bytes.append(contentsOf: new)
  }

  mutating func removeAll() {
    bytes = []
    start = 0
    scanned = 0
  }

  /// Gives back the memory of a large request, which an idle connection would keep.
  mutating func releaseIfEmpty() {
    if isEmpty, bytes.capacity > 4 * 1024 { removeAll() }
  }

  /// Takes the next line, without its CR LF, if it has at most `limit` bytes. "Too long" is said
  /// at the first byte that proves it, so the answer is the same for every split.
  mutating func takeLine(limit: Int) -> Line {
    guard limit >= 0 else { return isEmpty ? .incomplete : .tooLong }
    let bound = min(bytes.count, start + limit + 2)
    guard let feed = bytes[scanned..<max(scanned, bound)].firstIndex(of: ASCII.lineFeed) else {
      scanned = max(scanned, bound)
      let excess = count - limit
      if excess > 1 || (excess == 1 && bytes.last != ASCII.carriageReturn) { return .tooLong }
      return .incomplete
    }
    let hasReturn = feed > start && bytes[feed - 1] == ASCII.carriageReturn
    guard hasReturn else { return feed - start > limit ? .tooLong : .bare }
    let line = bytes[start..<feed - 1]
    start = feed + 1
    scanned = start
    return .complete(line)
  }

  /// Takes at most `limit` bytes.
  mutating func take(atMost limit: Int) -> ArraySlice<UInt8> {
    let taken = bytes[start..<start + min(limit, count)]
    start = taken.endIndex
    scanned = max(scanned, start)
    return taken
  }
}
