import Domain
import Store

extension ImportRefusal {
  var refusal: Refusal {
    switch self {
    case .severalContacts: Refusal("Several contacts fit, and the row does not say which.")
    case .noCustomer: Refusal("The row names no customer by a name or a number.")
    case .unknownStatus: Refusal("The shop has no repair status of that name.")
    case .order(let problem):
      switch problem {
      case .empty: Refusal("The row has no order number.")
      case .tooLong(let limit): Refusal("A text is longer than \(limit) characters.")
      case .year: Refusal("The vehicle's year is not one.")
      case .vin: Refusal("The VIN is not one.")
      case .closedTooEarly: Refusal("The order is closed before it is opened.")
      case .stillOpen: Refusal("The order has a closing date and a status in which it is open.")
      }
    }
  }
}
