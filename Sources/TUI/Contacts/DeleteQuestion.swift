import Domain

/// "Delete this contact?", or this order, asked with what that does to calls and orders.
struct DeleteQuestion: Equatable, Sendable {
  enum Subject: Equatable, Sendable {
    case contact(ContactReference)
    case order(OrderReference)

    var contact: Contact.ID? {
      if case .contact(let reference) = self { reference.id } else { nil }
    }

    var order: Order.ID? {
      if case .order(let reference) = self { reference.id } else { nil }
    }
  }

  let subject: Subject
  /// Sent to the store, and not answered yet.
  var isSaving = false
}

extension Bindings {
  static let deleteQuestion: [Binding] = [
    Binding(.character("y"), does: .deleteAnyway, label: .doDeleteYes, hinted: true) {
      if $0.deleteQuestion?.isSaving == true { return .saving }
      return $0.consequenceLines == nil ? .loading : nil
    },
    Binding(.character("n"), .escape, does: .close, label: .doDeleteNo, hinted: true) {
      $0.deleteQuestion?.isSaving == true ? .saving : nil
    },
  ]
}

extension ConsoleState {
  /// The question that is open.
  var deleteQuestion: DeleteQuestion? {
    for case .deleteQuestion(let question) in layers.reversed() { return question }
    return nil
  }

  mutating func deleteAnyway() -> [Effect] {
    guard case .deleteQuestion(var question) = layers.last, !question.isSaving else { return [] }
    question.isSaving = true
    layers[layers.count - 1] = .deleteQuestion(question)
    return switch question.subject {
    case .contact(let contact): [.deleteContact(contact.id)]
    case .order(let order): [.deleteOrder(order.id)]
    }
  }

  mutating func ask(_ subject: DeleteQuestion.Subject) {
    layers.append(.deleteQuestion(DeleteQuestion(subject: subject)))
  }

  private func name(of subject: DeleteQuestion.Subject?) -> String {
    switch subject {
    case .contact(let contact): wording.name(contact)
    case .order(let order): order.number
    case nil: ""
    }
  }

  /// - Returns: drops what was typed about it.
  mutating func orderDeleted(_ id: Order.ID) -> [Effect] {
    message = Message(
      text: words(.orderDeleted, name(of: deleteQuestion?.subject)), role: .success)
    layers.removeAll { layer in
      switch layer {
      case .deleteQuestion(let question): question.subject.order == id
      case .order(let card): card.id == id
      default: false
      }
    }
    return dropDraft(FormDraft.ID(kind: .order, subject: id.rawValue))
  }

  /// - Returns: drops what was typed about him.
  mutating func contactDeleted(_ id: Contact.ID) -> [Effect] {
    let name = name(of: deleteQuestion?.subject)
    layers.removeAll { layer in
      switch layer {
      case .deleteQuestion(let question): question.subject.contact == id
      case .client(let card): card.id == id
      default: false
      }
    }
    message = Message(text: words(.contactDeleted, name), role: .success)
    return dropDraft(FormDraft.ID(kind: .contact, subject: id.rawValue))
  }

  mutating func deleteFailed() {
    for index in layers.indices {
      guard case .deleteQuestion(var question) = layers[index] else { continue }
      question.isSaving = false
      layers[index] = .deleteQuestion(question)
    }
  }

  func draw(_ question: DeleteQuestion, in frame: inout Frame) {
    let box = Layout.dialogs(in: size).centered(Size(columns: 66, rows: 8))
    let known = question.isSaving ? [PaneLine(words(.saving), .dim)] : consequenceLines
    let lines =
      [PaneLine(name(of: question.subject), .strong), PaneLine("")]
      + (known ?? [PaneLine(words(.loading), .dim)])
    let title: Phrase = question.subject.order == nil ? .deleteTitle : .deleteOrderTitle
    frame.dialog(lines, title: words(title), in: box)
    frame.lines(
      [keyLine(.deleteQuestion)],
      in: box.inset(columns: 2, rows: 1).split(bottom: 1).bottom, plain: .dialog)
  }

  /// What the open question's "yes" does; nil until that is known.
  fileprivate var consequenceLines: [PaneLine]? {
    if let id = deleteQuestion?.subject.order {
      guard orderConsequences.id == id else { return nil }
      return orderConsequences.value.map { calls in
        let count = words.count(calls, .call)
        return [PaneLine(calls == 0 ? words(.deleteNoOrderCalls) : words(.deleteOrderCalls, count))]
      }
    }
    return consequences.value.map { found in
      let calls = words.count(found.calls, .call)
      let orders = words.count(found.orders, .order)
      return [
        PaneLine(found.calls == 0 ? words(.deleteNoCalls) : words(.deleteCalls, calls)),
        found.orders == 0
          ? PaneLine(words(.deleteNoOrders)) : PaneLine(words(.deleteOrders, orders), .warning),
      ]
    }
  }
}
