import Domain

// The names and their order are a contract: scripts depend on them.

extension Record {
  /// - Parameters:
  ///   - now: decides between a live call and one whose end never came.
  ///   - comment: the system comments in the reader's language.
  ///   - activity: the same call as a CRM's card names it.
  init(_ call: Call, now: Timestamp, comment: String?, activity: CallActivity) {
    add("id", .number(Int(call.id.rawValue)), inTable: true)
    add("provider_id", .text(call.providerID))
    add("order", .text(call.order?.number), inTable: true)
    add("repair_status", .text(call.order?.status.rawValue))
    add("comment", .text(comment))
    add("date", .text(call.start.iso8601), inTable: true)
    add("status", .text(call.status(at: now).rawValue), inTable: true)
    add("raw_status", .text(call.disposition?.raw))
    add("type", .text(call.type?.rawValue), inTable: true)
    add("caller", .text(call.caller?.text), inTable: true)
    add("called", .text(call.called?.text), inTable: true)
    add("client", .text(call.client?.text))
    add("customer", .text(call.contact?.name), inTable: true)
    add("contact_id", .number(call.contact.map { Int($0.id.rawValue) }))
    add("wait", .number(call.wait), inTable: true)
    add("talk", .number(call.talk), inTable: true)
    add("connected_with", .text(call.connectedWith), inTable: true)
    add("source", .text(call.source.text.isEmpty ? nil : call.source.text), inTable: true)
    let names = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"]
    add("utm", .object(Array(zip(names, call.source.values))))
    add("recording", .text(call.recording))
    add("note", .text(call.note))
    add("call_from", .text(activity.from?.text(of: call)))
    add("call_to", .text(activity.to?.text(of: call)))
    add("phone_number", .text(activity.number?.text))
    add("direction", .text(activity.direction?.rawValue))
    let regarding = activity.regarding.map(CallActivity.Party.contact)
    add("regarding", .text(regarding?.text(of: call)))
    add("employee_id", .number(activity.employee.map { Int($0.id.rawValue) }))
  }

  init(_ contact: Contact) {
    add("id", .number(Int(contact.id.rawValue)), inTable: true)
    add("name", .text(contact.name), inTable: true)
    add("numbers", .list(contact.numbers.map(\.number.text)), inTable: true)
    add("emails", .list(contact.emails), inTable: true)
    add("organizations", .list(contact.organizations), inTable: true)
    add("responsible", .text(contact.responsible), inTable: true)
    add("created", .text(contact.created.iso8601), inTable: true)
    add("note", .text(contact.note))
    // In the order of the numbers.
    let labels = contact.numbers.map { $0.label ?? "" }
    add("labels", .list(labels.allSatisfy(\.isEmpty) ? [] : labels))
    add("external_id", .text(contact.externalID))
    add("google_client_id", .text(contact.googleClientID))
  }

  /// - Parameter customerNumber: by which an import finds the customer.
  init(_ order: Order, customerNumber: PhoneNumber?) {
    add("id", .number(Int(order.id.rawValue)))
    add("number", .text(order.number), inTable: true)
    add("contact_id", .number(Int(order.contact.id.rawValue)))
    add("customer", .text(order.contact.name), inTable: true)
    add("make", .text(order.vehicle.make), inTable: true)
    add("model", .text(order.vehicle.model), inTable: true)
    add("year", .number(order.vehicle.year), inTable: true)
    add("plate", .text(order.vehicle.plate), inTable: true)
    add("vin", .text(order.vehicle.vin))
    add("status", .text(order.status.rawValue), inTable: true)
    add("comment", .text(order.comment), inTable: true)
    add("opened", .text(order.opened.iso8601), inTable: true)
    add("closed", .text(order.closed?.iso8601), inTable: true)
    add("note", .text(order.note))
    add("customer_number", .text(customerNumber?.text))
    add("responsible", .text(order.responsible))
  }

  /// Without its token; of the key only that there is one.
  init(_ integration: Integration) {
    let project = integration.project
    let templates = integration.linkTemplates
    let onOff = { (isOn: Bool) in Value.text(isOn ? "on" : "off") }
    add("id", .number(Int(integration.id.rawValue)), inTable: true)
    add("name", .text(integration.name), inTable: true)
    add("type", .text(integration.connection.rawValue))
    add("api", .text(integration.api.rawValue), inTable: true)
    add("available", onOff(integration.isAvailable), inTable: true)
    add("project_id", .text(project.id), inTable: true)
    add("auth_key", .text(project.authKey.map(String.init(describing:))), inTable: true)
    add("base_url", .text(project.baseURL))
    add("zone", .text(integration.zone.identifier), inTable: true)
    add("own_numbers", .list(integration.own.numbers.map(\.text).sorted()), inTable: true)
    add("sip_logins", .list(integration.sipLogins.sorted()))
    add("public_url", .text(integration.publicURL), inTable: true)
    add("new_numbers", .text(integration.newNumbers.rawValue))
    add("announce", onOff(integration.announcesNewNumbers))
    add("contact_link", .text(templates.contact))
    add("lead_link", .text(templates.lead))
    add("deal_link", .text(templates.deal))
    let until = integration.previousTokens.map(\.until).max()
    add("old_links_until", .text(until?.iso8601))
  }

  init(_ entry: CallBackEntry) {
    let callBack = entry.callBack
    add("number", .text(entry.number.text), inTable: true)
    add("contact_id", .number(entry.contact.map { Int($0.id.rawValue) }))
    add("customer", .text(entry.contact?.name), inTable: true)
    add("misses", .number(callBack.misses), inTable: true)
    add("first_miss", .text(callBack.firstMissStart.iso8601), inTable: true)
    add("last_miss", .text(callBack.lastMissStart.iso8601), inTable: true)
    add("longest_wait", .number(callBack.longestWait))
    add("attempts", .number(callBack.attempts), inTable: true)
    add("last_attempt_by", .text(callBack.lastAttemptBy), inTable: true)
    add("order", .text(entry.order?.number), inTable: true)
  }

  init(_ organization: Organization) {
    add("id", .number(Int(organization.id.rawValue)), inTable: true)
    add("name", .text(organization.name), inTable: true)
    add("members", .number(organization.memberCount), inTable: true)
  }
}

extension CallActivity.Party {
  /// A name; of a contact without one the number.
  fileprivate func text(of call: Call) -> String? {
    switch self {
    case .contact(let contact): contact.name ?? call.client?.text
    case .number(let number): number.text
    case .employee(let employee): employee.name
    case .user(let name): name
    }
  }
}
