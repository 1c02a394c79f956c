import Domain

/// "Call this number?": no telephone rings by a slip of the hand.
struct CallQuestion: Equatable, Sendable {
  let number: PhoneNumber
  /// Whose it is; nil for nobody's.
  let name: String?
  /// The user's own number or SIP login, which rings first.
  let employee: String
}

extension ConsoleState {
  /// The number that the keys are about; nil where there is none that can be dialled.
  var numberInHand: PhoneNumber? {
    lineInHand.number.flatMap { $0.isInternal || $0.kind == .other ? nil : $0 }
  }

  /// And whose it is; nil for nobody's.
  private var lineInHand: (number: PhoneNumber?, contact: ContactReference?) {
    switch layers.last {
    case .client:
      (callInCard?.client ?? contactInHand?.numbers.first?.number, contactInHand?.reference)
    case .order: cardedLine
    case .call: (currentCall?.client, currentCall?.contact)
    case .prompt(let dialog): (dialog.prompt.number, nil)
    case nil:
      switch screen {
      case .log: (selectedCall?.client, selectedCall?.contact)
      case .callBack: (callBack.list.selected?.number, selectedContact)
      case .contacts: (contactInHand?.numbers.first?.number, selectedContact)
      case .orders: cardedLine
      case .statistics, .settings: (nil, nil)
      }
    default: (nil, nil)
    }
  }

  /// Of the contact whose card is read.
  private var cardedLine: (PhoneNumber?, ContactReference?) {
    guard let contact = contactCard.value?.contact, contact.id == wantedContact else {
      return (nil, nil)
    }
    return (contact.numbers.first?.number, contact.reference)
  }

  mutating func askToCall() {
    guard let number = numberInHand else { return }
    guard let employee = view.ownLine else {
      openLine("me")
      message = Message(text: words(.sayWhoFirst), role: .warning)
      return
    }
    let name = lineInHand.contact.map { wording.name($0) }
    layers.append(.callQuestion(CallQuestion(number: number, name: name, employee: employee)))
  }

  mutating func callAnyway() -> [Effect] {
    guard case .callQuestion(let question) = layers.last else { return [] }
    layers.removeLast()
    message = Message(
      text: words(.askingToCall, question.number.grouped), role: .plain)
    return [.callBack(question.number, employee: question.employee)]
  }

  /// `:me LOGIN`; empty to say what it is.
  mutating func sayWhoIAm(_ text: String) throws(Command.Refusal) {
    guard !text.isEmpty else {
      message = Message(text: words(.youAre, view.ownLine ?? "—"), role: .plain)
      return
    }
    let number = configuration.plan.number(text)
    let isLogin =
      text.utf8.count <= 64
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
    guard isLogin || number?.kind == .international else {
      throw Command.Refusal(sentence: words(.noSuchLine))
    }
    view.ownLine = isLogin ? text : number?.digits
    message = Message(text: words(.youAre, view.ownLine ?? "—"), role: .success)
  }

  func draw(_ question: CallQuestion, in frame: inout Frame) {
    let box = Layout.dialogs(in: size).centered(Size(columns: 62, rows: 7))
    let lines = [
      PaneLine((question.number.grouped, .strong), ("  " + (question.name ?? ""), .plain)),
      PaneLine(""), PaneLine(words(.callRingsFirst, question.employee)),
    ]
    frame.dialog(lines, title: words(.callTitle), in: box)
    frame.lines(
      [keyLine(.callQuestion)],
      in: box.inset(columns: 2, rows: 1).split(bottom: 1).bottom, plain: .dialog)
  }
}
