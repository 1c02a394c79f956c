/// The latest answer as it was encoded: of those that are sent together nearly all are alike.
struct ResponseMemo {
  /// All that an answer's bytes depend on.
  struct Key: Equatable {
    let response: Response
    let version: Request.Version
    let isHEAD: Bool
    let isPersistent: Bool
    let date: String
  }

  private var latest: (key: Key, bytes: [UInt8])?

  mutating func bytes(of key: Key) -> [UInt8] {
    if let latest, latest.key == key { return latest.bytes }
    let bytes = ResponseEncoder.encode(
      key.response, version: key.version, isHEAD: key.isHEAD, isPersistent: key.isPersistent,
      date: key.date)
    latest = (key, bytes)
    return bytes
  }
}
