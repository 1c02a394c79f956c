import Glibc

/// What nobody can take in: damaged lines, and deliveries of an integration that is not there.
extension Spool {
  /// Keeps it for a person. Appended to the spool again by hand, it is tried again.
  func setAside(_ lines: [[UInt8]]) throws(StoreError) {
    let feed = [SpoolText.lineFeed]
    try append(lines.flatMap { feed + $0 + feed }, to: files.spoolAside)
  }

  /// Deletes some of it. The rest is written anew: killed at any point, the file is the old or the
  /// new one.
  /// - Parameter isUnwanted: told nil for a line that cannot be read.
  /// - Returns: how many records are gone.
  func removeAside(
    where isUnwanted: (ReceivedDelivery?) -> Bool
  ) throws(StoreError) -> Int {
    let new = files.spoolAside + ".new"
    // Of one who was killed.
    unlink(new)
    guard StoreFiles.size(of: files.spoolAside) > 0 else { return 0 }
    return try locked(files.spoolAside, patience: Spool.appendPatience) {
      (file) throws(StoreError) in
      let lines = try file.read(at: 0, count: Int(file.size())).split(separator: SpoolText.lineFeed)
      let kept = lines.filter { !isUnwanted(ReceivedDelivery(spoolLine: $0)) }
      guard kept.count < lines.count else { return 0 }
      try StoreFiles.makeFile(new, mode: files.mode)
      do throws(StoreError) {
        let copy = try SpoolFile(path: new)
        defer { copy.close() }
        let feed = [SpoolText.lineFeed]
        try copy.write(kept.flatMap { feed + $0 + feed }, at: 0)
        try copy.sync()
        guard rename(new, files.spoolAside) == 0 else { throw StoreError(errno: errno) }
      } catch {
        unlink(new)
        throw error
      }
      try syncFolder()
      return lines.count - kept.count
    }
  }
}
