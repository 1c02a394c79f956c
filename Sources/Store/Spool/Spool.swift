import Glibc

/// Deliveries that the store could not take, in a file beside it until somebody can.
///
/// Every look and change happens under an flock on the file itself, never on the store's, which may
/// be what nobody can have. It is held for moments, and waited for only shortly.
public struct Spool: Sendable {
  /// How far somebody has read. Records are only ever added at the end, so a file that still begins
  /// with the same (random) id is the same file, and what stood before `offset` still does.
  struct Position: Equatable {
    fileprivate let start: [UInt8]
    fileprivate let offset: Int64
  }

  struct Batch {
    var deliveries: [ReceivedDelivery] = []
    /// Lines that are torn or damaged.
    var unreadable: [[UInt8]] = []
    let end: Position
    /// Nothing stood behind it.
    let isLast: Bool
  }

  /// Milliseconds to wait for others: reading can be done another time, while a delivery that is not
  /// appended is refused, which is worse than late.
  private static let readPatience = 200
  static let appendPatience = 2000
  /// Long enough for the first record's id.
  private static let startLength = 64

  let files: StoreFiles
  /// Bytes read at once: what is taken in by one transaction.
  private let batchSize: Int

  /// - Parameter path: of the store, which should exist, so that links are followed to its folder.
  public init(store path: String) {
    self.init(StoreFiles(path: path))
  }

  init(_ files: StoreFiles, batchSize: Int = 1 << 17) {
    self.files = files
    self.batchSize = batchSize
  }

  public var isEmpty: Bool {
    StoreFiles.size(of: files.spool) == 0
  }

  /// Whether there is something that nobody can take in.
  public var hasAside: Bool {
    StoreFiles.size(of: files.spoolAside) > 0
  }

  /// How many deliveries wait, or have been taken in and still stand there.
  public var count: Int {
    let lines = try? locked(files.spool) { (file) throws(StoreError) in
      var (lines, offset, last) = (0, Int64(0), SpoolText.lineFeed)
      while true {
        let bytes = try file.read(at: offset, count: 1 << 16)
        guard !bytes.isEmpty else { return lines }
        for byte in bytes {
          if last == SpoolText.lineFeed, byte != SpoolText.lineFeed { lines += 1 }
          last = byte
        }
        offset += Int64(bytes.count)
      }
    }
    return lines ?? 0
  }

  /// When it returns the deliveries are on disk; when it throws none of them is in the spool.
  public func append(_ deliveries: [ReceivedDelivery]) throws(StoreError) {
    try append(deliveries.flatMap(\.spoolLine), to: files.spool)
  }

  /// The records behind `position`, as many as one transaction should take.
  func read(after position: Position?) throws(StoreError) -> Batch {
    let (bytes, end, isLast) = try locked(files.spool) { (file) throws(StoreError) in
      let size = try file.size()
      let start = try file.read(at: 0, count: Spool.startLength)
      var offset: Int64 = 0
      if let position, position.start == start, position.offset <= size {
        offset = position.offset
      }
      var length = batchSize
      var bytes = try file.read(at: offset, count: length)
      // A record may be longer than a batch.
      while offset + Int64(bytes.count) < size, bytes.lastIndex(of: SpoolText.lineFeed) ?? 0 == 0 {
        length *= 2
        bytes = try file.read(at: offset, count: length)
      }
      if offset + Int64(bytes.count) < size {
        bytes = Array(bytes[...(bytes.lastIndex(of: SpoolText.lineFeed) ?? bytes.count - 1)])
      }
      let end = Position(start: start, offset: offset + Int64(bytes.count))
      return (bytes, end, end.offset >= size)
    }
    var batch = Batch(end: end, isLast: isLast)
    for line in bytes.split(separator: SpoolText.lineFeed) {
      if let delivery = ReceivedDelivery(spoolLine: line) {
        batch.deliveries.append(delivery)
      } else {
        batch.unreadable.append(Array(line))
      }
    }
    return batch
  }

  /// Empties the file where everything in it has been read. After a crash it may be full again: the
  /// journal knows what it has.
  /// - Returns: false where more has come.
  func clear(upTo position: Position) throws(StoreError) -> Bool {
    try locked(files.spool) { (file) throws(StoreError) in
      let start = try file.read(at: 0, count: Spool.startLength)
      guard start == position.start, try file.size() == position.offset else { return false }
      try file.truncate(to: 0)
      file.reserveSpace()
      return true
    }
  }

  /// Makes the file, with room on the disk for the deliveries of a first while. Where there is none
  /// the spool works as long as there is some.
  func prepare() throws(StoreError) {
    try StoreFiles.makeFile(files.spool, mode: files.mode)
    let file = try SpoolFile(path: files.spool)
    defer { file.close() }
    file.reserveSpace()
  }

  // MARK: The file

  func append(_ bytes: [UInt8], to path: String) throws(StoreError) {
    try locked(path, patience: Spool.appendPatience) { (file) throws(StoreError) in
      let end = try file.size()
      do throws(StoreError) {
        try file.write(bytes, at: end)
        try file.sync()
        // The file may be new, and its name not on disk yet.
        if end == 0 { try syncFolder() }
      } catch {
        // A crash before this leaves a torn tail, which reading tells by its checksum.
        try? file.truncate(to: end)
        throw error
      }
    }
  }

  /// Runs `body` on the open file with its lock held; makes the file where there is none.
  /// - Throws: `locked` where somebody else held it all the time.
  func locked<Result>(
    _ path: String, patience: Int = readPatience, _ body: (SpoolFile) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try StoreFiles.makeFile(path, mode: files.mode)
    let file = try SpoolFile(path: path)
    // Ends the lock too.
    defer { file.close() }
    let isOurs = try FileLock.wait(milliseconds: patience) { () throws(StoreError) in
      try FileLock.take(file.descriptor)
    }
    guard isOurs else { throw .locked(by: nil) }
    // Somebody has deleted it meanwhile: what is written into it would be gone.
    guard try file.information().st_nlink > 0 else {
      return try locked(path, patience: patience, body)
    }
    return try body(file)
  }

  func syncFolder() throws(StoreError) {
    let folder = try SpoolFile(path: files.folder, flags: O_RDONLY | O_DIRECTORY)
    defer { folder.close() }
    try folder.sync()
  }
}
