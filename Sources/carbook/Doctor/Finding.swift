/// What the doctor has to say of one thing, in one sentence without personal data.
struct Finding: Equatable {
  enum Verdict: String, Comparable {
    case ok
    case warn
    case fail

    static func < (left: Verdict, right: Verdict) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .ok: 0
      case .warn: 1
      case .fail: 2
      }
    }
  }

  /// The thing, in one word: scripts depend on it.
  let subject: String
  let verdict: Verdict
  let sentence: String

  init(_ subject: String, _ verdict: Verdict, _ sentence: String) {
    self.subject = subject
    self.verdict = verdict
    self.sentence = sentence
  }

  /// SQLite has met a page that is not as it was written.
  static func damaged(_ subject: String) -> Finding {
    Finding(subject, .fail, "The store is damaged here: restore a backup.")
  }

  var record: Record {
    var record = Record()
    record.add("check", .text(subject), inTable: true)
    record.add("state", .text(verdict.rawValue), inTable: true)
    record.add("message", .text(sentence), inTable: true)
    return record
  }

  /// For a person: a sentence is never cut.
  var line: String {
    [(verdict.rawValue, 4), (subject, 11), (sentence, 0)].map { text, width in
      text + String(repeating: " ", count: max(0, width - text.count))
    }.joined(separator: "  ")
  }
}
