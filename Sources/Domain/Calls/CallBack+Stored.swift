extension CallBack {
  /// For the store: a result of the rule read back.
  public init(
    lastMiss: Call.ID, lastMissStart: Timestamp, firstMissStart: Timestamp, misses: Int,
    longestWait: Int, attempts: Int, lastAttemptBy: String?
  ) {
    self.lastMiss = lastMiss
    self.lastMissStart = lastMissStart
    self.firstMissStart = firstMissStart
    self.misses = misses
    self.longestWait = longestWait
    self.attempts = attempts
    self.lastAttemptBy = lastAttemptBy
  }
}
