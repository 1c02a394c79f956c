import Domain

/// What was answered to the provider's questions, and why. The client's number is not in it: the call
/// has it, and with the call an answer goes.
extension Store {
  /// So many answers are kept, whatever a caller sends.
  private static let answerLimit: Int64 = 100_000

  /// Writes answers down if the store's lock is free right now.
  /// - Returns: false where it was not: nothing was written.
  public func tryLog(_ answers: [RouteAnswer]) throws(StoreError) -> Bool {
    let isWritten: Void? = try tryWrite { () throws(StoreError) in
      for answer in answers {
        // What was forgotten or purged leaves nothing of itself.
        if let call = answer.call, try mustStayOut(call) { continue }
        try connection.run(
          """
          INSERT INTO route_answer
            (at, integration_id, scheme, provider_id, reason, staff_id, destination)
          SELECT ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE id = ?), ?
          WHERE EXISTS (SELECT 1 FROM integration WHERE id = ?2)
          """, answer.at, answer.integration, answer.scheme, answer.call, answer.reason.rawValue,
          answer.employee, answer.destination)
      }
      try connection.run(
        "DELETE FROM route_answer WHERE id <= (SELECT max(id) FROM route_answer) - ?",
        Store.answerLimit)
    }
    return isWritten != nil
  }

  /// The answers to questions about a call, oldest first, the latest `limit` of them.
  public func routeAnswers(
    to providerID: String, of integration: Integration.ID, limit: Int = 10
  ) throws(StoreError) -> [RouteAnswer] {
    try answers(
      "WHERE provider_id = ? AND integration_id = ?", [providerID, integration], limit
    ).reversed()
  }

  /// Whom the caller was sent to by the latest answer; nil where that named nobody of ours.
  public func routedEmployee(of call: Call.ID) throws(StoreError) -> Employee.ID? {
    try connection.first(
      """
      SELECT a.staff_id FROM call c JOIN route_answer a
        ON a.provider_id = c.provider_id AND a.integration_id = c.integration_id
      WHERE c.id = ? ORDER BY a.id DESC LIMIT 1
      """, call
    ) { $0.optionalID() } ?? nil
  }

  /// All answers, newest first.
  public func routeAnswers(limit: Int) throws(StoreError) -> [RouteAnswer] {
    try answers("", [], limit)
  }

  private func answers(
    _ condition: String, _ values: [(any Bindable)?], _ limit: Int
  ) throws(StoreError) -> [RouteAnswer] {
    try connection.rows(
      """
      SELECT at, integration_id, scheme, provider_id, reason, staff_id, destination
      FROM route_answer \(condition) ORDER BY id DESC LIMIT ?
      """, values: values + [limit]
    ) { row in
      RouteAnswer(
        at: row.time(), integration: row.id(), scheme: row.text(), call: row.optionalText(),
        reason: RouteReason(rawValue: row.text()) ?? .fallback, employee: row.optionalID(),
        destination: row.optionalText())
    }
  }

  /// With its call.
  func forgetRouteAnswers(to providerID: String) throws(StoreError) {
    try connection.run("DELETE FROM route_answer WHERE provider_id = ?", providerID)
  }
}
