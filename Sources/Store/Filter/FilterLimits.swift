/// How much filters read before they go about it in another way; tests choose less.
struct FilterLimits {
  /// More rows than this are not read, nor four times as many listed: calls of so many are met soon on
  /// a walk through the log.
  var rows = 8_000
  /// Of so few calls each is looked at, whatever the filter is.
  var short = 1_000
  /// So few ranges are merged at once; with more of them there are so many calls that a short walk
  /// through the whole log is likely to meet enough.
  var streams = 200
  /// To open a range takes as long as to look at so many calls of the log.
  var opening = 2.0
  /// Calls looked at on such a walk.
  var walk = 10_000
  /// So many of the newest calls are kept in memory with what they are found by, 1.5 MiB, and so
  /// many are read for one answer.
  var recent = 4_096
  var recentStep = 256
  /// Rows of one statement: no reading transaction may last.
  var stretch = 5_000
  /// So many calls are looked at whatever time it takes; what is not found by then is answered later
  /// where it takes longer than `pause`.
  var least = 1_000
  /// Milliseconds.
  var pause: Int64 = 50
  /// So many sorted calls are in memory, and never more than twice as many.
  var ranked = 100_000
  /// Calls looked at between two answers while sorting, whatever time it takes; where there are more
  /// it goes on for four times `pause`.
  var patience = 5_000
}
