import Domain
import Store
import TUI

/// Lists as records, a page at a time, for what prints and what exports them: ten million rows take
/// no more memory than a thousand, and no reading transaction lasts longer than a page.
enum RecordPages {
  /// The next rows of a list, up to a limit; fewer only at its end.
  typealias Next = (Store, _ limit: Int) throws -> [Record]

  /// - Parameter moment: what "today" is; decides between a live call and one whose end never came.
  static func calls(
    _ filter: CallFilter = CallFilter(), _ sort: CallSort = .newestFirst, at moment: Moment,
    language: Language
  ) -> Next {
    var anchor = Anchor<LogPosition>.first
    return { store, limit in
      let request = LogRequest(anchor: anchor, limit: limit, filter: filter, sort: sort)
      var page = try store.calls(request, at: moment)
      while !page.isComplete { page = try store.calls(request, at: moment) }
      if let last = page.rows.last { anchor = .after(last.position) }
      let roster = try store.roster()
      return try page.rows.map { call in
        let comment = call.comments.map { $0.text(in: language) }.joined(separator: "; ")
        return Record(
          call, now: moment.now, comment: comment.isEmpty ? nil : comment,
          activity: CallActivity(
            call, roster: roster, plan: .ukraine,
            routed: call.connectedWith == nil ? try store.routedEmployee(of: call.id) : nil))
      }
    }
  }

  /// Newest first.
  static func contacts() -> Next {
    var last: Contact.ID?
    return { store, limit in
      let contacts = try store.newestContacts(before: last, limit: limit)
      last = contacts.last?.id ?? last
      return contacts.map(Record.init)
    }
  }

  /// By name.
  static func contacts(search: String) -> Next {
    var anchor = Anchor<ContactRequest.Position>.first
    return { store, limit in
      let page = try store.contacts(
        ContactRequest(anchor: anchor, limit: limit, search: search))
      if let last = page.rows.last { anchor = .after(last.position) }
      return page.rows.map(Record.init)
    }
  }

  static func orders(_ filter: OrderFilter = OrderFilter()) -> Next {
    var anchor = Anchor<OrderRequest.Position>.first
    return { store, limit in
      let page = try store.orders(OrderRequest(anchor: anchor, limit: limit, filter: filter))
      if let last = page.rows.last { anchor = .after(last.position) }
      return try page.rows.map { order in
        let customer = try store.contact(order.contact.id)
        return Record(order, customerNumber: customer?.numbers.first?.number)
      }
    }
  }

  /// By name.
  static func organizations() -> Next {
    var anchor = Anchor<OrganizationRequest.Position>.first
    return { store, limit in
      let page = try store.organizations(OrganizationRequest(anchor: anchor, limit: limit))
      if let last = page.rows.last { anchor = .after(last.position) }
      return page.rows.map(Record.init)
    }
  }

  /// Longest waiting first; as long as a day's misses, so read at once.
  static func callBacks(now: Timestamp, limit: Int = 100_000) -> Next {
    var isRead = false
    return { store, _ in
      defer { isRead = true }
      return isRead ? [] : try store.callBacks(now: now, limit: limit).map(Record.init)
    }
  }
}
