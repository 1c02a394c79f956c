@testable import TUI

/// Each screen, pane and dialog, by the keys that lead there from the log.
enum Scene: String, CaseIterable {
  case columns, sortMenu, attachMenu, note, orderPicker, callCardEnd
  case exportDialog, exportJSON
  case log, callPane, orderPane, wholeLog, callCard, clientCard, clientCalls, clientOrders
  case clientHistory, clientEntry
  case orderCard, prompt, form, filledForm, addPicker, searchedPicker, help, draftList
  case contacts, contactSearch, contactPane, newContact, orders, ordersCard, callBack
  case statistics, settings, revealed
  case editForm, formNote, formChoices, mergePicker, merge, mergeOutcome
  case logSearch, foundCalls, filterLine, commandLine, savedFilters
  case orderFilter, orderSearch, statusMenu, orderForm, newOrder, statusEditor, statusForm
  case deleteQuestion, organizations, organizationSearch, organization, renaming

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
    case .callPane: [.tab]
    case .orderPane: [.tab, .tab]
    case .wholeLog: [.character("z")]
    case .callCard: [.enter]
    case .clientCard: [.character("c")]
    case .clientCalls: [.character("c"), .tab]
    case .clientOrders: [.character("c"), .tab, .tab]
    case .clientHistory: [.character("c"), .tab, .tab, .tab]
    case .clientEntry: [.character("c"), .tab, .tab, .tab, .enter]
    case .orderCard: [.character("o")]
    case .orderFilter: [.character("3"), .character("f")]
    case .orderSearch: [.character("3"), .character("/"), .paste("\u{9B}а\u{2066}")]
    case .statusMenu: [.character("3"), .character("r")]
    case .orderForm: [.character("3"), .character("e"), .tab, .tab]
    case .newOrder: [.character("3"), .character("O")]
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
    case .settings: [.character("6"), .down]
    case .revealed: [.character("6"), .character("s")]
    case .logSearch: [.character("/"), .paste("\u{9B}3\u{2066}")]
    case .foundCalls: [.paste("3")]
    case .filterLine:
      [.character("f"), .paste("employee:\u{202E}\"山\u{301}\" tipe:\u{1B}[2J "), .left]
    case .commandLine: [.character(":"), .character("s")]
    case .savedFilters:
      [.paste("3\u{202E}山"), .character("F"), .character("s"), .paste("山\u{200B}田"), .enter]
    }
  }

  func enter(_ desk: inout Desk) {
    for key in keys { desk.press(key) }
  }

  /// Layers that show the record of the selected row.
  static let ofSelection: [Scene] = [.orderPane, .callCard, .clientCard, .orderCard]
}
