import Domain
import TestSupport
import Testing

@testable import Store

/// The schema can hold ten million calls: nothing that a screen asks scans a table or sorts one, and
/// a call takes few bytes.
struct PlanTests {
  @Test func noQuestionScansATableOrSortsIt() throws {
    let shop = try Shop()
    let store = shop.store
    let call = try shop.take(
      shop.miss("1", from: "0501112233"), shop.miss("2", from: "0501112233", at: 9))[0].call
    let contact = try shop.contact("Олена", "0501112233", organization: "Автопарк", from: call)
    try store.assign(call, to: contact.id, now: Shop.noon)
    let order = try store.createOrder(
      OrderDraft(number: "A", contact: contact.id, opened: Shop.noon), now: Shop.noon)
    try shop.take(shop.miss("3", from: "0672223344", at: 9))
    let position = LogPosition(start: Shop.noon, id: call)
    let logAnchors: [Anchor<LogPosition>] = [
      .first, .last, .after(position), .before(position), .around(position), .from(position),
    ]
    for anchor in logAnchors {
      _ = try store.calls(LogRequest(anchor: anchor, limit: 5))
      _ = try store.calls(LogRequest(anchor: anchor, limit: 5, contact: contact.id))
    }
    for text in CallFilterTests.filters + ["type:in олена", "missed from:050", "new order:A"] {
      let filter = try FilterLanguage.filter(text)
      let moment = Moment(Shop.noon, in: .kyiv)
      for limits in CallFilterTests.limits {
        store.limits = limits
        for anchor in logAnchors {
          _ = try store.calls(LogRequest(anchor: anchor, limit: 5, filter: filter), at: moment)
        }
        _ = try store.callCount(of: filter, at: moment)
      }
    }
    for key in CallSort.Key.allCases {
      _ = try store.calls(
        LogRequest(anchor: .first, limit: 5, sort: CallSort(key, ascending: true)))
    }
    for search in ["", "о", "оле", "050", "0", "олена автопарк"] {
      let anchors: [Anchor<ContactRequest.Position>] = [
        .first, .last, .after(contact.position), .before(contact.position),
        .around(contact.position),
      ]
      for anchor in anchors {
        _ = try store.contacts(ContactRequest(anchor: anchor, limit: 5, search: search))
      }
    }
    let orderAnchors: [Anchor<OrderRequest.Position>] = [
      .first, .last, .after(order.position), .before(order.position), .around(order.position),
    ]
    let orderFilters = [
      OrderFilter(search: "о"), OrderFilter(search: "оле"), OrderFilter(status: .new),
      OrderFilter(isOpenOnly: true),
      OrderFilter(search: "a", status: .new, isOpenOnly: true),
      OrderFilter(search: "олена", status: .new, isOpenOnly: true),
    ]
    for anchor in orderAnchors {
      _ = try store.orders(OrderRequest(anchor: anchor, limit: 5))
      _ = try store.orders(OrderRequest(anchor: anchor, limit: 5, contact: contact.id))
      for filter in orderFilters {
        _ = try store.orders(OrderRequest(anchor: anchor, limit: 5, filter: filter))
        _ = try store.orderCount(filter: filter)
      }
    }
    _ = try store.promptQueue(limit: 5)
    _ = try store.callBacks(now: Shop.noon, limit: 5)
    _ = try store.callBackCount(now: Shop.noon)
    _ = try store.contactCard(contact.id)
    _ = try store.figures(from: Shop.noon, to: Shop.noon)
    _ = try store.callsNewer(than: position, limit: 5)
    _ = try store.order(number: "A")
    _ = try store.orderCounts()
    _ = try store.newOrder(for: contact.id, from: call, now: Shop.noon)
    _ = try store.rawEvents(of: call)
    for subject in [HistoryEntry.Subject.contact(contact.id), .call(call), .store, nil] {
      _ = try store.history(HistoryRequest(anchor: .first, limit: 5, subject: subject))
      if subject != nil { _ = try store.historyCount(of: subject) }
    }
    let organizations = try store.organizations(OrganizationRequest(anchor: .first, limit: 5)).rows
    _ = try store.contacts(
      ContactRequest(anchor: .first, limit: 5, organization: organizations.first?.id))
    _ = try store.undo(now: Shop.noon)
    _ = try store.redo(now: Shop.noon)
    _ = try store.drafts()
    let questions = store.connection.statements.keys.map(\.text).filter { question in
      ["SELECT", "UPDATE", "DELETE"].contains(where: question.hasPrefix)
    }
    #expect(questions.count > 40)
    for question in questions {
      let plan = try store.connection.rows("EXPLAIN QUERY PLAN " + question) { row in
        _ = (row.integer(), row.integer(), row.integer())
        return row.text()
      }
      for step in plan {
        // A subquery that stops at its limit, a full-text index asked by MATCH, the index of open
        // questions, the first one of those who wait, a contact with those merged into him, and
        // tables of a few rows.
        let isHarmless = [
          "SCAN (subquery", "SCAN s VIRTUAL TABLE", "SCAN note_search VIRTUAL TABLE INDEX 0:=",
          "SCAN prompt USING INDEX prompt_open", "SCAN i", "SCAN sqlite_master",
          "SCAN call_back USING COVERING INDEX call_back_longest", "SCAN repair_status",
          "SCAN CONSTANT ROW", "SCAN same",
        ].contains(where: step.hasPrefix)
        #expect(!step.hasPrefix("SCAN") || isHarmless, "\(step): \(question)")
        // The calls that somebody gave to a contact by hand are few enough to be sorted.
        // So are a contact's numbers and organizations, a record's history and a user's drafts.
        let isShort = [
          "IN (SELECT call_id FROM call_hand", "WHERE contact_id = ? ORDER BY place",
          "FROM history_subject", "FROM form_draft", "WHERE n.contact_id = ?1 ORDER BY n.place",
        ].contains(where: question.contains)
        #expect(!step.contains("TEMP B-TREE") || isShort, "\(step): \(question)")
      }
    }
    // The figures never touch the table.
    let figures = try #require(questions.first(where: { $0.contains("sum(status") }))
    let plan = try store.connection.rows("EXPLAIN QUERY PLAN " + figures) { row in
      _ = (row.integer(), row.integer(), row.integer())
      return row.text()
    }
    #expect(plan.contains { $0.contains("COVERING INDEX call_by_start") })
  }

  /// Well under 0.6 of the raw JSON delivery, which is 330 bytes.
  @Test func aCallTakesAtMostTwoHundredAndEightyBytes() throws {
    let shop = try Shop()
    let count = 20_000
    shop.store.close()
    let empty = try size(shop)
    var random = SplitMix(seed: 1)
    var second: Int64 = 0
    for _ in 0..<(count / 500) {
      var items: [IngestItem] = []
      for _ in 0..<500 {
        second += Int64.random(in: 1...90, using: &random)
        items += deliveries(shop, at: second, &random)
      }
      _ = try shop.store.ingest(items, now: Shop.noon.advanced(bySeconds: second))
    }
    shop.store.close()
    #expect(try shop.store.callCount() == count)
    let bytes = Double(try size(shop) - empty) / Double(count)
    print("bytes on disk per call: \(bytes)")
    #expect(bytes <= 280)
  }

  private func size(_ shop: Shop) throws -> Int64 {
    try shop.store.connection.integer("PRAGMA page_count") * 4096
  }

  /// A call's "before" and "after", as the provider would send them.
  private func deliveries(
    _ shop: Shop, at second: Int64, _ random: inout SplitMix
  ) -> [IngestItem] {
    let start = Shop.noon.advanced(bySeconds: second)
    let id = "ua\(random.next() % 10)_-\(start.seconds).\(random.next() % 90_000_000 + 10_000_000)"
    let number = Shop.number("38050\(1_000_000 + random.next() % 8000)")
    let isAnswered = random.next() % 4 != 0
    let isOutgoing = random.next() % 4 == 0
    let staff = random.next() % 12
    let talk = isAnswered ? Int(random.next() % 400) + 3 : 0
    let wait = Int(random.next() % 40)
    let campaign = random.next() % 30
    let card = "https://app.ringostat.com/calls/card/\(random.next() % 1_000_000_000)"
    let token = String(random.next() % 1_000_000_000_000, radix: 36)
    let sides = { (fields: inout CallFields) in
      fields.type = isOutgoing ? .outgoing : .incoming
      fields.caller = isOutgoing ? Shop.number("project_employee\(staff)") : number
      fields.called = isOutgoing ? number : Shop.number("38044000000\(campaign % 6)")
      if isOutgoing { fields.outbound = Shop.number("380440000009") }
    }
    let before = shop.item(id, isOutgoing ? .beforeOutgoing : .before, at: second, sides)
    let after = shop.item(
      id, isOutgoing ? .afterOutgoing : .after, at: second, received: second + 60
    ) {
      sides(&$0)
      $0.disposition = Disposition(isAnswered ? "ANSWERED" : "NO ANSWER")
      $0.wait = wait
      $0.talk = talk
      $0.duration = wait + talk
      if isAnswered {
        $0.connectedWith = "Employee \(staff)"
        $0.staffID = "\(1100 + staff)"
        $0.department = "Service"
        $0.recording = "https://app.ringostat.com/recordings/\(id).wav?token=\(token)"
        $0.hasRecording = true
        $0.callCard = card
      }
      if !isOutgoing {
        $0.pool = "Pool \(campaign % 6)"
        $0.utmSource = "google"
        $0.utmMedium = "cpc"
        $0.utmCampaign = "campaign \(campaign)"
        $0.utmTerm = "repair \(campaign % 7)"
      }
    }
    return [before, after]
  }
}
