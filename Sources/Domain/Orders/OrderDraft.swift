/// What a form, an import or the demo says an order should be, checked before it is stored.
public struct OrderDraft: Equatable, Sendable {
  /// As the shop writes it; no two orders have the same.
  public var number: String
  public var contact: Contact.ID
  public var vehicle: Vehicle
  public var status: RepairStatus
  /// What is to be done.
  public var comment: String
  public var note: String
  /// The name of the employee whose repair it is.
  public var responsible: String
  public var opened: Timestamp
  /// Nil while the order is open.
  public var closed: Timestamp?

  public init(
    number: String, contact: Contact.ID, vehicle: Vehicle = Vehicle(), status: RepairStatus = .new,
    comment: String = "", note: String = "", responsible: String = "", opened: Timestamp,
    closed: Timestamp? = nil
  ) {
    self.number = number
    self.contact = contact
    self.vehicle = vehicle
    self.status = status
    self.comment = comment
    self.note = note
    self.responsible = responsible
    self.opened = opened
    self.closed = closed
  }

  /// What an order says already.
  public init(_ order: Order) {
    self.init(
      number: order.number, contact: order.contact.id, vehicle: order.vehicle,
      status: order.status, comment: order.comment ?? "", note: order.note ?? "",
      responsible: order.responsible ?? "", opened: order.opened, closed: order.closed)
  }

  public enum Field: CaseIterable, Hashable, Sendable {
    case number, contact, make, model, year, plate, vin, status, comment, note, responsible, opened
    case closed
  }

  public enum Problem: Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    case year(ClosedRange<Int>)
    case vin(VIN.Problem)
    /// Closed before it was opened.
    case closedTooEarly
    /// A closing time, and a status in which an order is open.
    case stillOpen
  }

  /// The longest text a field takes, in characters.
  public static let numberLimit = 40
  public static let limit = 80
  public static let noteLimit = 4000

  /// What is wrong, field by field; empty where the draft can be stored.
  /// - Parameter year: the present one.
  public func problems(statuses: RepairStatuses, year: Int) -> [Field: Problem] {
    var problems: [Field: Problem] = [:]
    let texts: [(Field, String?, Int)] = [
      (.number, number, OrderDraft.numberLimit), (.make, vehicle.make, OrderDraft.limit),
      (.model, vehicle.model, OrderDraft.limit), (.plate, vehicle.plate, OrderDraft.limit),
      (.comment, comment, OrderDraft.noteLimit), (.note, note, OrderDraft.noteLimit),
      (.responsible, responsible, ContactDraft.limit),
    ]
    for (field, text, limit) in texts where (text ?? "").count > limit {
      problems[field] = .tooLong(limit: limit)
    }
    if number.trimmed.isEmpty { problems[.number] = .empty }
    let years = Vehicle.years(in: year)
    if let built = vehicle.year, !years.contains(built) { problems[.year] = .year(years) }
    if let problem = vehicle.vin.flatMap(VIN.problem), !isBeforeStandard {
      problems[.vin] = .vin(problem)
    }
    if let closed {
      if !statuses.isEnd(status) { problems[.closed] = .stillOpen }
      if closed < opened { problems[.closed] = .closedTooEarly }
    }
    return problems
  }

  /// The standard is of 1979; what older cars bear is of any length.
  private var isBeforeStandard: Bool {
    vehicle.year.map { $0 < 1981 } ?? false
  }
}
