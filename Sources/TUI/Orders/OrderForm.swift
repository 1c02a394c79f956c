import Domain

/// The form of an order, new or as it is.
struct OrderForm: Equatable, Sendable {
  /// The raw value names the field in drafts.
  enum Field: String {
    case number, contact, make, model, year, plate, vin, status, comment, note, responsible
    case opened, closed
  }

  /// What is edited; nil for a new order.
  let order: Order.ID?
  /// The version that a save replaces.
  private(set) var version: Int?
  /// The call that a new one is made from.
  let call: Call.ID?
  /// Whose it was when the form was opened.
  let client: ContactReference
  /// What the form began with.
  let initial: OrderDraft
  let statuses: RepairStatuses
  let wording: Wording
  /// A number that another order has.
  var takenNumber: String?

  /// A new order.
  init(
    _ draft: OrderDraft, for client: ContactReference, from call: Call.ID?,
    statuses: RepairStatuses, wording: Wording
  ) {
    initial = draft
    order = nil
    self.client = client
    self.call = call
    self.statuses = statuses
    self.wording = wording
  }

  init(editing order: Order, statuses: RepairStatuses, wording: Wording) {
    initial = OrderDraft(order)
    self.order = order.id
    version = order.version
    client = order.contact
    call = nil
    self.statuses = statuses
    self.wording = wording
  }

  /// The fields, filled in.
  var form: Form {
    let listed = statuses.entries.map(\.status)
    let unlisted = listed.contains(initial.status) ? [] : [initial.status]
    let options = (listed + unlisted).map {
      FormOption($0.rawValue, text: wording.repair($0).text)
    }
    return Form(
      [
        .text(Field.number.rawValue, .fieldOrderNumber, limit: OrderDraft.numberLimit),
        .choice(
          Field.contact.rawValue, .fieldClient,
          options: [FormOption(String(client.id.rawValue), text: wording.name(client))]),
        .text(Field.make.rawValue, .fieldMake, limit: OrderDraft.limit),
        .text(Field.model.rawValue, .fieldModel, limit: OrderDraft.limit),
        .text(Field.year.rawValue, .fieldYear),
        .text(Field.plate.rawValue, .fieldPlate, limit: OrderDraft.limit),
        .text(Field.vin.rawValue, .fieldVIN),
        .choice(Field.status.rawValue, .columnStatus, options: options),
        .note(Field.comment.rawValue, .fieldWork, limit: OrderDraft.noteLimit),
        .note(Field.note.rawValue, .fieldNote, limit: OrderDraft.noteLimit),
        .choice(Field.responsible.rawValue, .fieldResponsible, isFree: true),
        .text(Field.opened.rawValue, .columnOpened), .text(Field.closed.rawValue, .columnClosed),
      ], values: values(of: initial))
  }

  /// As the form keeps them.
  func values(of draft: OrderDraft) -> [String: [[String]]] {
    let vehicle = draft.vehicle
    let texts: [(Field, String?)] = [
      (.number, draft.number), (.contact, String(draft.contact.rawValue)), (.make, vehicle.make),
      (.model, vehicle.model), (.year, vehicle.year.map(String.init)), (.plate, vehicle.plate),
      (.vin, vehicle.vin), (.status, draft.status.rawValue), (.comment, draft.comment),
      (.note, draft.note), (.responsible, draft.responsible), (.opened, text(draft.opened)),
      (.closed, draft.closed.map(text)),
    ]
    return Dictionary(uniqueKeysWithValues: texts.map { ($0.rawValue, [[$1 ?? ""]]) })
  }

  func text(_ time: Timestamp) -> String {
    wording.zone.civilTime(at: time).text
  }
}

extension OrderForm: FormUser {
  var id: FormDraft.ID {
    FormDraft.ID(
      kind: order == nil ? .newOrder : .order,
      subject: order?.rawValue ?? client.id.rawValue)
  }

  var title: Phrase { order == nil ? .newOrder : .editOrder }

  func settled(_ text: String, at place: FormPlace, plan: NumberPlan) -> String {
    switch Field(rawValue: place.field) {
    case .vin: VIN.normalised(text)
    case .plate: text.uppercased()
    case .opened, .closed: typed(text)?.text ?? text
    default: text
    }
  }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    let (draft, misread) = read(form)
    var problems: [FormPlace: String] = [:]
    for (field, problem) in draft.problems(statuses: statuses, year: year) {
      problems[FormPlace(field: OrderForm.field(field).rawValue)] = sentence(problem)
    }
    for (field, phrase) in misread { problems[FormPlace(field: field.rawValue)] = words(phrase) }
    if let takenNumber, draft.number == takenNumber {
      problems[FormPlace(field: Field.number.rawValue)] = words(.numberIsTaken, takenNumber)
    }
    return problems
  }

  func save(_ form: Form) -> Effect {
    let draft = read(form).draft
    guard let order, let version else { return .createOrder(draft, from: call) }
    return .updateOrder(order, version: version, draft)
  }

  mutating func replace(version: Int) {
    self.version = version
  }

  func notices(of form: Form, in state: ConsoleState) -> [(text: String, role: Role)] {
    guard order == nil, let card = state.contactCard.value, card.contact.id == client.id,
      let open = card.orders.first(where: { $0.closed == nil })
    else { return [] }
    let repair = wording.repair(open.status).text
    return [(state.words(.clientHasOpenOrder, open.number, repair), .warning)]
  }

  // MARK: What the fields say

  private var year: Int { wording.zone.date(at: wording.now).year }

  private func typed(_ text: String) -> CivilTime? {
    CivilTime(typed: text, today: wording.zone.date(at: wording.now))
  }

  /// The draft, and what could not be read.
  func read(_ form: Form) -> (draft: OrderDraft, misread: [Field: Phrase]) {
    var misread: [Field: Phrase] = [:]
    let text = { (field: Field) in form[field.rawValue] }
    let optional = { (field: Field) in text(field).isEmpty ? nil : text(field) }
    var draft = initial
    draft.number = text(.number)
    if let id = Int64(text(.contact)) {
      draft.contact = Contact.ID(id)
    } else {
      misread[.contact] = .problemNoClient
    }
    var year: Int?
    if let typed = optional(.year) {
      year = Int(typed)
      if year == nil || !typed.allSatisfy(\.isASCIIDigit) { misread[.year] = .problemNotAYear }
    }
    draft.vehicle = Vehicle(
      make: optional(.make), model: optional(.model), year: year, plate: optional(.plate),
      vin: optional(.vin))
    if text(.status).isEmpty {
      misread[.status] = .problemNoStatus
    } else {
      draft.status = RepairStatus(rawValue: text(.status))
    }
    draft.comment = text(.comment)
    draft.note = text(.note)
    draft.responsible = text(.responsible)
    if let opened = time(.opened, text(.opened), was: initial.opened, &misread) {
      draft.opened = opened
    } else if misread[.opened] == nil {
      misread[.opened] = .problemNoTime
    }
    draft.closed = time(.closed, text(.closed), was: initial.closed, &misread)
    // A status in which an order is open takes away the time that came with the one before.
    if draft.closed == initial.closed, !statuses.isEnd(draft.status) { draft.closed = nil }
    return (draft, misread)
  }

  /// Nil where nothing stands there. What was not changed is the same to the millisecond.
  private func time(
    _ field: Field, _ typed: String, was before: Timestamp?, _ misread: inout [Field: Phrase]
  ) -> Timestamp? {
    if typed.isEmpty { return nil }
    if let before, typed == text(before) { return before }
    guard let civil = self.typed(typed), let time = wording.zone.instants(of: civil).first else {
      misread[field] = .problemNoTime
      return nil
    }
    return time
  }

  private static func field(_ field: OrderDraft.Field) -> Field {
    switch field {
    case .number: .number
    case .contact: .contact
    case .make: .make
    case .model: .model
    case .year: .year
    case .plate: .plate
    case .vin: .vin
    case .status: .status
    case .comment: .comment
    case .note: .note
    case .responsible: .responsible
    case .opened: .opened
    case .closed: .closed
    }
  }

  private func sentence(_ problem: OrderDraft.Problem) -> String {
    let words = wording.words
    return switch problem {
    case .empty: words(.problemNoNumber)
    case .tooLong(let limit): words(.problemTooLong, String(limit))
    case .year(let years):
      words(.problemYear, String(years.lowerBound), String(years.upperBound))
    case .vin(.length(let count)): words(.problemVINLength, String(count))
    case .vin(.character(let character)): words(.problemVINCharacter, String(character))
    case .vin(.checkDigit): words(.problemVINCheck)
    case .closedTooEarly: words(.problemClosedTooEarly)
    case .stillOpen: words(.problemStillOpen)
    }
  }
}
