/// The screens on the keys 1 to 6, in that order.
public enum Screen: Int, CaseIterable, Sendable {
  case log = 1
  case contacts, orders, callBack, statistics, settings

  var title: Phrase {
    switch self {
    case .log: .callLog
    case .contacts: .contacts
    case .orders: .orders
    case .callBack: .callBack
    case .statistics: .statistics
    case .settings: .settings
    }
  }

  /// For a header with little room.
  var shortTitle: Phrase {
    switch self {
    case .log: .callLogShort
    case .contacts: .contactsShort
    case .orders: .ordersShort
    case .callBack: .callBackShort
    case .statistics: .statisticsShort
    case .settings: .settingsShort
    }
  }
}
