import Domain

/// How far the jobs have come, kept in the store: another process goes on where this one ends, and
/// is no less patient.
extension Store {
  /// Why a job rests, and until when; nil where it may be done now.
  ///
  /// What only another key can mend rests until the integration is another version. A time that is
  /// further off than any pause was written by a clock that was wrong.
  public func trouble(
    of job: ProviderJob, with integration: Integration, now: Timestamp
  ) throws(StoreError) -> ProviderStatus.Trouble? {
    let found = try connection.first(
      """
      SELECT not_before, version, cause, code, words FROM provider_state
      WHERE integration_id = ? AND job = ?
      """, integration.id, job.rawValue
    ) {
      (notBefore: $0.optionalTime(), version: $0.optionalInt(), problem: Store.problem(row: &$0))
    }
    guard let found, let problem = found.problem else { return nil }
    if problem.remedy == .settings {
      return found.version == integration.version
        ? ProviderStatus.Trouble(job: job, problem: problem, notBefore: nil) : nil
    }
    guard let notBefore = found.notBefore,
      notBefore <= now.advanced(bySeconds: RetryPause.limit + 60), notBefore > now
    else { return nil }
    return ProviderStatus.Trouble(job: job, problem: problem, notBefore: notBefore)
  }

  /// Writes down that a job could not be done.
  /// - Parameter chance: 0...1, for the pause.
  /// - Returns: how it rests now.
  @discardableResult
  public func rest(
    _ job: ProviderJob, with integration: Integration, because problem: ProviderProblem,
    chance: Double, now: Timestamp
  ) throws(StoreError) -> ProviderStatus.Trouble {
    try write { () throws(StoreError) in
      let failures =
        try connection.first(
          "SELECT failures FROM provider_state WHERE integration_id = ? AND job = ?",
          integration.id, job.rawValue, read: { $0.int() }) ?? 0
      let pause = RetryPause.milliseconds(
        failures: failures + 1, retryAfter: problem.retryAfter, chance: chance)
      let notBefore = Timestamp(milliseconds: now.milliseconds + pause)
      try connection.run(
        """
        INSERT INTO provider_state
          (integration_id, job, failures, not_before, version, cause, code, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (integration_id, job) DO UPDATE SET failures = excluded.failures,
          not_before = excluded.not_before, version = excluded.version, cause = excluded.cause,
          code = excluded.code, words = excluded.words
        """, integration.id, job.rawValue, failures + 1, notBefore, integration.version,
        problem.cause.rawValue, problem.code, problem.words)
      return ProviderStatus.Trouble(
        job: job, problem: problem, notBefore: problem.remedy == .settings ? nil : notBefore)
    }
  }

  /// Writes down that a job was done, where the last word was another.
  public func succeed(_ job: ProviderJob, with integration: Integration.ID) throws(StoreError) {
    let failures =
      try connection.first(
        "SELECT failures FROM provider_state WHERE integration_id = ? AND job = ?", integration,
        job.rawValue, read: { $0.int() }) ?? 0
    guard failures > 0 else { return }
    try write { () throws(StoreError) in
      try connection.run(
        """
        UPDATE provider_state SET failures = 0, not_before = NULL, cause = NULL, code = NULL,
          words = NULL WHERE integration_id = ? AND job = ?
        """, integration, job.rawValue)
    }
  }

  /// What all consoles show of it.
  public func providerStatus(now: Timestamp) throws(StoreError) -> [ProviderStatus] {
    try integrations().map { (integration) throws(StoreError) in
      var troubles: [ProviderStatus.Trouble] = []
      for job in ProviderJob.allCases {
        if let trouble = try trouble(of: job, with: integration, now: now) {
          troubles.append(trouble)
        }
      }
      let counts = try connection.first(
        """
        SELECT count(*) - count(cause), count(cause) FROM outbox WHERE integration_id = ?
        """, integration.id
      ) { (waiting: $0.int(), refused: $0.int()) }
      return ProviderStatus(
        integration: integration.id, name: integration.name,
        isReady: integration.isAvailable && integration.project.isComplete,
        waiting: counts?.waiting ?? 0, refused: counts?.refused ?? 0, troubles: troubles,
        complete: try completelyFetched(integration.id), skew: try skew(of: integration.id))
    }
  }

  // MARK: What the provider reports

  private func skew(of integration: Integration.ID) throws(StoreError) -> Int64 {
    try connection.first(
      "SELECT skew FROM provider_report WHERE integration_id = ?", integration
    ) { $0.optionalInteger() ?? 0 } ?? 0
  }

  /// Writes down how far the provider's clock is ahead of ours, where that has changed by more than
  /// an answer takes.
  public func setSkew(_ seconds: Int64, of integration: Integration.ID) throws(StoreError) {
    guard abs(try skew(of: integration) - seconds) > 30 else { return }
    try write { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO provider_report (integration_id, skew) VALUES (?, ?)
        ON CONFLICT (integration_id) DO UPDATE SET skew = excluded.skew
        """, integration, seconds)
    }
  }

  /// Whether calls are routed to those only who are online, so that somebody has to know.
  public func wantsOnlineLogins(of integration: Integration.ID) throws(StoreError) -> Bool {
    try connection.first(
      "SELECT 1 FROM route WHERE integration_id = ? AND online_only = 1 LIMIT 1", integration
    ) { $0.bool() } ?? false
  }

  /// Who could take a call, as the provider said it last; nil where it was never asked.
  public func onlineLogins(of integration: Integration.ID) throws(StoreError) -> OnlineLogins? {
    try connection.first(
      "SELECT online, speaking, online_at FROM provider_report WHERE integration_id = ?",
      integration
    ) { row -> OnlineLogins? in
      let (online, speaking) = (row.optionalText(), row.optionalText())
      guard let online, let at = row.optionalTime() else { return nil }
      return OnlineLogins(
        online: Store.lines(online), speaking: Store.lines(speaking ?? ""), at: at)
    } ?? nil
  }

  public func setOnlineLogins(
    _ logins: OnlineLogins, of integration: Integration.ID
  ) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO provider_report (integration_id, online, speaking, online_at)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (integration_id) DO UPDATE SET online = excluded.online,
          speaking = excluded.speaking, online_at = excluded.online_at
        """, integration, Store.text(logins.online), Store.text(logins.speaking), logins.at)
    }
  }

  private static func lines(_ text: String) -> Set<String> {
    Set(text.split(separator: "\n").map(String.init))
  }

  private static func text(_ logins: Set<String>) -> String {
    logins.filter { !$0.contains("\n") }.sorted().joined(separator: "\n")
  }
}
