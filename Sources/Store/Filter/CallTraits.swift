import Domain

/// A call's place in order of start, as the indexes have it.
struct CallPlace: Hashable, Comparable {
  /// Unix milliseconds.
  let start: Int64
  let id: Int64

  static func < (left: CallPlace, right: CallPlace) -> Bool {
    (left.start, left.id) < (right.start, right.id)
  }
}

/// What a filter asks of a call beside its facet.
struct CallTraits {
  let place: CallPlace
  let facet: Int64
  /// Row ids.
  let client: Int64?
  let order: Int64?
  /// By hand.
  let contact: Int64?
  let isDetached: Bool
  let note: String?
  private let duration: Int?
  private let wait: Int?
  private let talk: Int?
  private let disposition: Int64?

  /// Of a query that says `tables`.
  static let columns = """
    c.start, c.id, c.facet_id, c.client_id,
    iif(h.is_about_no_order, NULL, coalesce(h.order_id, c.order_id)), h.contact_id, h.is_detached,
    h.note, c.duration, c.wait, c.talk, c.disposition_id
    """
  static let tables = "call c LEFT JOIN call_hand h ON h.call_id = c.id"

  init(row: inout Row) {
    place = CallPlace(start: row.integer(), id: row.integer())
    facet = row.integer()
    client = row.optionalInteger()
    order = row.optionalInteger()
    contact = row.optionalInteger()
    isDetached = row.bool()
    note = row.optionalText()
    duration = row.optionalInt()
    wait = row.optionalInt()
    talk = row.optionalInt()
    disposition = row.optionalInteger()
  }

  /// As the log shows them.
  func seconds(_ phrases: Phrases) throws(StoreError) -> (wait: Int?, talk: Int?) {
    var fields = CallFields()
    (fields.duration, fields.wait, fields.talk) = (duration, wait, talk)
    fields.disposition = try phrases.text(disposition).flatMap(Disposition.init)
    return CallTimes.parts(fields)
  }

  /// Whose the call is: by hand, else the one contact that owns the client's number.
  func contact(
    soleOwner: (Int64) throws(StoreError) -> Int64?
  ) throws(StoreError) -> Int64? {
    if let contact { return contact }
    guard let client, !isDetached else { return nil }
    return try soleOwner(client)
  }
}
