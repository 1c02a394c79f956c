/// When a call began and how long its parts took, derived from all that is known of it.
public struct CallTimes: Equatable, Sendable {
  public let start: Timestamp
  /// Seconds; nil where nobody said and nothing follows.
  public let wait: Int?
  public let talk: Int?

  public init(_ record: CallRecord) {
    let fields = record.fields
    (wait, talk) = CallTimes.parts(fields)
    start =
      fields.start ?? CallTimes.start(inID: record.providerID, received: record.firstReceived)
      ?? record.firstReceived
  }

  /// duration = wait + talk, so any one of them follows from the two others; a call that nobody
  /// answered was all waiting.
  public static func parts(_ fields: CallFields) -> (wait: Int?, talk: Int?) {
    let talkIsNone = fields.disposition.map {
      ![.inProgress, .answered, .voicemail, .other].contains($0.outcome)
    }
    let knownTalk = fields.talk ?? CallTimes.difference(fields.duration, fields.wait)
    let talk = knownTalk ?? (fields.duration != nil && talkIsNone == true ? 0 : nil)
    return (fields.wait ?? CallTimes.difference(fields.duration, talk), talk)
  }

  /// The Unix seconds in an id like `ua9_-1790775458.2139025`: believed when they are within a day
  /// of the receipt.
  public static func start(inID id: String, received: Timestamp) -> Timestamp? {
    guard let seconds = secondsInID(id) else { return nil }
    let start = Timestamp(seconds: seconds)
    return abs(start.seconds(since: received)) <= 86_400 ? start : nil
  }

  /// The digits before the last "." of the id, nine to eleven of them.
  static func secondsInID(_ id: String) -> Int64? {
    guard let dot = id.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let head = id.utf8[..<dot]
    let start = head.lastIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
    let digits = head[(start.map(head.index(after:)) ?? head.startIndex)...]
    return (9...11).contains(digits.count) ? Int64(Substring(digits)) : nil
  }

  private static func difference(_ whole: Int?, _ part: Int?) -> Int? {
    guard let whole, let part, whole >= part else { return nil }
    return whole - part
  }
}
