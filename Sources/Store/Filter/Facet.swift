import Domain

/// What filters ask of a call and many calls have in common. Each combination that occurs is stored
/// once, and an index lists its calls in order of start: so any of these filters together come down
/// to a few ranges of one index, and what never occurs together to none.
struct Facet: Hashable {
  /// Nil where the delivery was not understood.
  var type: CallType?
  /// Of the time when the call began, as in the call's row.
  var status: CallStatus
  var hasRecording = false
  var hasClient = false
  /// Nobody has entered the client (`Call.isFromNewClient`).
  var isNew = false
  /// Which of `SecondsClasses.talk`.
  var talk = 0
  /// Which of `SecondsClasses.wait`; -1 where not known.
  var wait = -1
  /// Row ids; 0 for none. The line is a phrase: the number's text.
  var employee: Int64 = 0
  var pool: Int64 = 0
  var line: Int64 = 0
  var source: Int64 = 0

  static let columns = """
    type, status, has_recording, has_client, is_new, talk, wait, employee_id, pool_id, line_id, \
    source_id
    """

  var values: [(any Bindable)?] {
    [
      type?.code ?? -1, status.code, hasRecording, hasClient, isNew, talk, wait, employee, pool,
      line, source,
    ]
  }
}

extension Facet {
  /// From `columns`.
  init(row: inout Row) {
    type = CallType(code: row.int())
    status = CallStatus(code: row.int())
    hasRecording = row.bool()
    hasClient = row.bool()
    isNew = row.bool()
    talk = row.int()
    wait = row.int()
    employee = row.integer()
    pool = row.integer()
    line = row.integer()
    source = row.integer()
  }
}

/// Seconds in a few classes, finer where calls are rare, so that a filter by seconds looks into the
/// calls of two classes at most.
struct SecondsClasses {
  /// The least of each class.
  private let bounds: [Int]

  static let talk = SecondsClasses(bounds: [0, 1, 10, 60, 300, 900, 3600])
  static let wait = SecondsClasses(bounds: [0, 30, 60, 120, 300])

  /// Every class' seconds, shortest first, as they are told to people.
  var ranges: [ClosedRange<Int>] {
    bounds.indices.map { max(0, range(of: $0).lowerBound)...range(of: $0).upperBound }
  }

  /// Which class; what is less than none is in the first.
  func index(of seconds: Int) -> Int {
    (bounds.lastIndex { $0 <= seconds }) ?? 0
  }

  /// What a class' calls may have.
  func range(of index: Int) -> ClosedRange<Int> {
    let first = index == 0 ? Int.min : bounds[min(index, bounds.count - 1)]
    return first...(bounds.indices.contains(index + 1) ? bounds[index + 1] - 1 : Int.max)
  }
}
