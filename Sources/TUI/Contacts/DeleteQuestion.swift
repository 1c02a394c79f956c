import Domain

/// "Delete this contact?", asked with what that does to his calls and orders.
struct DeleteQuestion: Equatable, Sendable {
  let contact: ContactReference
  /// Sent to the store, and not answered yet.
  var isSaving = false
}

extension Bindings {
  static let deleteQuestion: [Binding] = [
    Binding(.character("y"), does: .deleteAnyway, label: .doDeleteYes, hinted: true) {
      if $0.deleteQuestion?.isSaving == true { return .saving }
      return $0.consequences.value == nil ? .loading : nil
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
    return [.deleteContact(question.contact.id)]
  }

  /// - Returns: drops what was typed about him.
  mutating func contactDeleted(_ id: Contact.ID) -> [Effect] {
    let name = deleteQuestion.map { wording.name($0.contact) } ?? ""
    layers.removeAll { layer in
      switch layer {
      case .deleteQuestion(let question): question.contact.id == id
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
    var lines = [PaneLine(wording.name(question.contact), .strong), PaneLine("")]
    if question.isSaving {
      lines.append(PaneLine(words(.saving), .dim))
    } else if let consequences = consequences.value {
      let calls = words.count(consequences.calls, .call)
      let orders = words.count(consequences.orders, .order)
      lines.append(
        PaneLine(consequences.calls == 0 ? words(.deleteNoCalls) : words(.deleteCalls, calls)))
      lines.append(
        consequences.orders == 0
          ? PaneLine(words(.deleteNoOrders)) : PaneLine(words(.deleteOrders, orders), .warning))
    } else {
      lines.append(PaneLine(words(.loading), .dim))
    }
    frame.dialog(lines, title: words(.deleteTitle), in: box)
    frame.lines(
      [keyLine(Bindings.deleteQuestion)],
      in: box.inset(columns: 2, rows: 1).split(bottom: 1).bottom, plain: .dialog)
  }
}
