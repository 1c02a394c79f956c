import Domain

@testable import TUI

/// Each screen, pane and dialog, by the keys that lead there from the log.
enum Scene: String, CaseIterable {
  case columns, sortMenu, attachMenu, note, orderPicker, callCardEnd
  case exportDialog, exportJSON
  case log, callPane, orderPane, wholeLog, callCard, clientCard, clientCalls, clientOrders
  case clientHistory, clientEntry
  case orderCard, prompt, form, filledForm, addPicker, searchedPicker, help, draftList
  case helpSearch
  case contacts, contactSearch, contactPane, newContact, orders, ordersCard, callBack
  case statistics, settings, revealed
  case statisticsHours, statisticsWeeks, statisticsWaits, statisticsSources, statisticsEmployees
  case statisticsCallers, statisticsOfADay, statisticsOfAYear, periodMenu
  case outbox, callQuestion, presence
  case employees, employeeForm, routing, routeForm, ruleForm, newRule
  case integrationForm, newIntegration, rotateMenu, removeMenu, integrationOff
  case editForm, formNote, formChoices, mergePicker, merge, mergeOutcome
  case logSearch, foundCalls, filterLine, commandLine, savedFilters
  case orderFilter, orderSearch, statusMenu, orderForm, newOrder, statusEditor, statusForm
  case deleteQuestion, organizations, organizationSearch, organization, renaming
  case sortedLog, filteredLog, nothingFound, jump, whichContact, callCardMiddle, helpEnd
  case orderHistory, orderFromCall, refusedForm, conflict, unkeptDrafts, fileExists, exporting

  var keys: [Key] {
    switch self {
    case .log: []
    case .exportDialog: [.character("x")]
    case .exportJSON: [.character("2"), .character("x"), .paste("\u{1B}山\u{202E}"), .tab]
    case .sortMenu: [.character("s"), .down]
    case .attachMenu: [.character("a"), .down]
    case .note: [.character("i"), .paste("山田\u{1B}[2J\u{202E}Зоя\u{301}\u{200B}")]
    case .orderPicker: [.character("a"), .character("o"), .paste("\u{9B}а\u{2066}")]
    case .callCardEnd: [.enter, .end]
    case .columns: [.character("|"), .character(" "), .down]
    case .callPane: [.tab, .tab]
    case .orderPane: [.tab]
    case .wholeLog: [.character("z")]
    case .callCard: [.enter]
    case .clientCard: [.character("c")]
    case .clientCalls, .clientOrders, .clientHistory, .clientEntry: [.character("c")]
    case .orderCard: [.character("o")]
    case .orderFilter: [.character("3"), .character("f")]
    case .orderSearch: [.character("3"), .character("/"), .paste("\u{9B}а\u{2066}")]
    case .statusMenu: [.character("3"), .character("r")]
    case .orderForm: [.character("3"), .character("e"), .tab, .tab]
    case .newOrder: [.character("3"), .character("O")]
    case .integrationForm: [.character("6"), .enter, .tab, .tab]
    case .newIntegration: [.character("6"), .character("N")]
    case .employees: [.character(":"), .paste("employees"), .enter]
    case .employeeForm: [.character(":"), .paste("employees"), .enter, .enter, .tab]
    case .routing: [.character(":"), .paste("routing"), .enter, .down, .down]
    case .routeForm: [.character(":"), .paste("routing"), .enter, .enter]
    case .ruleForm: [.character(":"), .paste("routing"), .enter, .down, .down, .enter]
    case .newRule: [.character(":"), .paste("routing"), .enter, .character("N")]
    case .rotateMenu: [.character("6"), .character("r"), .down]
    case .removeMenu: [.character("6"), .character("D")]
    case .integrationOff: [.character("6"), .character("a")]
    case .statusEditor: [.character("6"), .character("E")]
    case .statusForm: [.character("6"), .character("E"), .character("a")]
    case .prompt: [.function(9)]
    case .form: [.function(9), .character("c")]
    case .filledForm:
      [.function(9), .character("c"), .paste("山田\u{1B}[2J\u{202E}Зоя\u{301}\u{200B}"), .tab, .tab]
    case .addPicker: [.function(9), .character("a")]
    case .searchedPicker: [.function(9), .character("a"), .paste("\u{7}о\u{301}")]
    case .help: [.character("?"), .down]
    case .draftList:
      [.function(9), .character("c"), .character("Ж"), .escape, .character("R")]
    case .editForm: [.character("2"), .character("e"), .tab, .tab]
    case .formNote: [.character("2"), .character("e"), .up, .up, .up]
    case .formChoices: [.character("2"), .character("e"), .tab, .tab, .function(4)]
    case .deleteQuestion: [.character("2"), .character("D")]
    case .organizations: [.character("2"), .character("w")]
    case .organizationSearch: [.character("2"), .character("w"), .character("/"), .paste("о")]
    case .organization: [.character("2"), .character("w"), .enter]
    case .renaming: [.character("2"), .character("w"), .character("e")]
    case .mergePicker: [.character("2"), .character("M")]
    case .merge: [.character("2"), .character("M"), .paste("1"), .backspace, .down, .enter, .down]
    case .mergeOutcome:
      [.character("2"), .character("M"), .paste("1"), .backspace, .down, .enter, .tab]
    case .contacts: [.character("2"), .down]
    case .contactSearch: [.character("2"), .character("/"), .paste("\u{9B}а\u{2066}")]
    case .contactPane: [.character("2"), .tab]
    case .newContact: [.character("2"), .function(4)]
    case .orders: [.character("3"), .down]
    case .ordersCard: [.character("3"), .character("o")]
    case .callBack: [.character("4"), .tab]
    case .statistics: [.character("5"), .character("m"), .down]
    case .statisticsHours: [.character("5"), .tab, .down, .right]
    case .statisticsWeeks: [.character("5"), .character("m"), .tab, .tab, .down]
    case .statisticsWaits: [.character("5"), .tab, .tab, .tab, .down]
    case .statisticsSources: [.character("5"), .tab, .tab, .tab, .tab, .end]
    case .statisticsEmployees: [.character("5"), .backTab, .backTab]
    case .statisticsCallers: [.character("5"), .backTab, .down]
    case .statisticsOfADay: [.character("5"), .character("p"), .character("t"), .end]
    case .statisticsOfAYear: [.character("5"), .character("Y"), .pageDown]
    case .periodMenu: [.character("5"), .character("p"), .down]
    case .settings: [.character("6"), .down]
    case .revealed: [.character("6"), .character("s")]
    case .outbox: [.character(":"), .paste("outbox"), .enter]
    case .callQuestion:
      [.character(":"), .paste("me ivanenko"), .enter, .character("C")]
    case .presence: [.character("P")]
    case .logSearch: [.character("/"), .paste("\u{9B}3\u{2066}")]
    case .foundCalls: [.paste("3")]
    case .filterLine:
      [.character("f"), .paste("employee:\u{202E}\"山\u{301}\" tipe:\u{1B}[2J "), .left]
    case .commandLine: [.character(":"), .character("s")]
    case .savedFilters:
      [.paste("3\u{202E}山"), .character("F"), .character("s"), .paste("山\u{200B}田"), .enter]
    case .sortedLog: [.character("s"), .character("t")]
    case .filteredLog: [.character("f"), .paste("last:7 talk<600"), .enter, .down]
    case .nothingFound: [.paste("жодного такого")]
    case .jump: [.character("t"), .paste("20.11"), .enter]
    case .whichContact: [.character("a"), .character("c")]
    case .callCardMiddle: [.enter, .pageDown]
    case .helpEnd: [.character("?"), .end]
    case .helpSearch: [.character("?"), .character("/"), .paste("call\u{202E} б")]
    case .orderHistory: [.character("o")]
    case .orderFromCall: [.character("O")]
    case .refusedForm:
      [
        .character("2"), .function(4), .paste("山田"), .tab, .paste("0442005000"), .function(2),
      ]
    case .conflict: [.character("2"), .character("e"), .paste("Ганна "), .tab]
    case .unkeptDrafts: [.character("2"), .function(4), .paste("Ганна"), .escape, .character("q")]
    case .fileExists, .exporting: [.character("x"), .enter]
    }
  }

  func enter(_ desk: inout Desk) {
    if self == .unkeptDrafts { desk.store.refusal = .storeBusy }
    for key in keys { desk.press(key) }
    switch self {
    case .clientCalls: turn(&desk, to: .calls)
    case .clientOrders: turn(&desk, to: .orders)
    case .clientHistory: turn(&desk, to: .history)
    case .clientEntry:
      turn(&desk, to: .history)
      desk.press(.enter)
    case .orderHistory:
      for _ in ClientCard.tabs where desk.orderTab != .history { desk.press(.tab) }
    case .conflict:
      // Somebody else saves first.
      desk.store.contacts = desk.store.contacts.map { contact in
        var draft = ContactDraft(contact)
        draft.note = "山\u{301} " + draft.note
        return contact.changed(to: draft)
      }
      desk.press(.function(2))
    case .fileExists:
      desk.state.export.map { export in
        desk.send(.failed(.export(export.request), .export(.exists)))
      }
    case .exporting: desk.state.export.map { desk.send(.exportProgressed($0.request, rows: 2)) }
    default: break
    }
  }

  /// Which tab comes first depends on the room.
  private func turn(_ desk: inout Desk, to tab: CardTab) {
    for _ in ClientCard.tabs where desk.clientTab != tab { desk.press(.tab) }
  }

  /// Layers that show the record of the selected row.
  static let ofSelection: [Scene] = [.orderPane, .callCard, .clientCard, .orderCard]
}

extension Desk {
  fileprivate var clientTab: CardTab? {
    state.card(ClientCard.self).map { $0.tab(in: state.layout(of: $0)) }
  }

  fileprivate var orderTab: CardTab? {
    state.card(OrderCard.self).map { $0.tab(in: state.layout(of: $0)) }
  }
}
