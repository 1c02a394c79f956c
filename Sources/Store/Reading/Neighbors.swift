import Domain

extension Store {
  /// The client's next older or newer call: of all the contact's numbers, or of a number that is
  /// nobody's alone. Nil where there is none, or where nobody knows who called.
  public func neighbor(of id: Call.ID, isOlder: Bool) throws(StoreError) -> Call? {
    guard let call = try call(id) else { return nil }
    let place = LogPosition(start: call.start, id: call.id)
    if let contact = call.contact {
      let page = try calls(
        LogRequest(anchor: isOlder ? .after(place) : .before(place), limit: 1, contact: contact.id),
        at: Moment(call.start, in: .utc))
      return page.rows.first
    }
    guard let client = call.client, let number = try knownNumberID(of: client) else { return nil }
    let direction = isOlder ? "DESC" : "ASC"
    return try read(
      """
      c.client_id = ? AND (c.start, c.id) \(isOlder ? "<" : ">") (?, ?)
        AND NOT EXISTS (
          SELECT 1 FROM call_hand t WHERE t.call_id = c.id AND t.contact_id IS NOT NULL)
      ORDER BY c.start \(direction), c.id \(direction) LIMIT 1
      """, [number, place.start, place.id]
    ).first
  }
}
