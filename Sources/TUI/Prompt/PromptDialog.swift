import Domain

/// The dialog "New client on Carbook" about one number. It has no default action, and obeys no key
/// before it has been painted once.
struct PromptDialog: Equatable, Sendable {
  /// How many prompts are read: more than anyone goes through one by one.
  static let limit = 20

  /// What is known of the number's latest call.
  var prompt: Prompt
  var isPainted = false
  /// Whether the question is one of the open ones: opened from the log it need not be.
  var isOpenQuestion: Bool
  /// Why there is nothing left to answer; the next key closes the dialog.
  var ending: String?

  var call: Call.ID { prompt.call.id }
}

extension ConsoleState {
  /// `n` and F9: the newest open question, else the one about the selected call.
  mutating func openPrompt() {
    if case .prompt = layers.last { return }
    if let prompt = prompts.prompts.first {
      showPrompt(PromptDialog(prompt: prompt, isOpenQuestion: true))
    } else if layers.isEmpty, let call = selectedCall, call.isFromNewClient {
      openPrompt(for: call)
    } else {
      message = Message(text: words(.noPrompt), role: .warning)
    }
  }

  /// The question about one call, whether or not somebody said "not now".
  mutating func openPrompt(for call: Call) {
    guard let number = call.client else { return }
    let open = prompts.prompts.first { $0.number == number }
    let earlier = self.call.value.flatMap { $0.call.id == call.id ? $0.earlierCalls : nil }
    showPrompt(
      PromptDialog(
        prompt: open ?? Prompt(number: number, call: call, earlierCalls: earlier ?? 0),
        isOpenQuestion: open != nil))
  }

  private mutating func showPrompt(_ dialog: PromptDialog) {
    layers.removeAll { if case .prompt = $0 { true } else { false } }
    layers.append(.prompt(dialog))
  }

  mutating func painted() {
    updateDialog { $0.isPainted = true }
  }

  private mutating func updateDialog(_ change: (inout PromptDialog) -> Void) {
    for index in layers.indices {
      guard case .prompt(var dialog) = layers[index] else { continue }
      change(&dialog)
      layers[index] = .prompt(dialog)
    }
  }

  private mutating func takeDialog() -> PromptDialog? {
    guard case .prompt(let dialog) = layers.last else { return nil }
    layers.removeLast()
    return dialog
  }

  mutating func createFromPrompt() {
    guard let dialog = takeDialog() else { return }
    openForm(number: dialog.prompt.number, from: dialog.call)
  }

  mutating func addFromPrompt() {
    guard let dialog = takeDialog() else { return }
    layers.append(.picker(ContactPicker(adding: dialog.prompt.number, from: dialog.call)))
  }

  mutating func dismissPrompt() -> [Effect] {
    guard let dialog = takeDialog() else { return [] }
    return [.dismissPrompt(dialog.prompt.number, dialog.call)]
  }

  /// Goes through the open questions, round and round.
  mutating func turnPrompt(by steps: Int) {
    guard case .prompt(let dialog) = layers.last, !prompts.prompts.isEmpty else { return }
    let queue = prompts.prompts
    let here = queue.firstIndex { $0.number == dialog.prompt.number } ?? (steps > 0 ? -1 : 0)
    let next = queue[(here + steps + queue.count) % queue.count]
    layers[layers.count - 1] = .prompt(
      PromptDialog(prompt: next, isPainted: true, isOpenQuestion: true))
  }

  /// - Returns: announces a question that is new.
  mutating func promptsChanged(_ queue: PromptQueue) -> [Effect] {
    promptsFreshness.settle()
    prompts = queue
    let isComplete = queue.prompts.count >= queue.total
    let elsewhere = words(.answeredElsewhere)
    updateDialog { dialog in
      if let prompt = queue.prompts.first(where: { $0.number == dialog.prompt.number }) {
        dialog.prompt = prompt
        dialog.isOpenQuestion = true
      } else if dialog.isOpenQuestion, isComplete, dialog.ending == nil {
        dialog.ending = elsewhere
      }
    }
    return notices.take(queue, configuration.notices)
  }

  /// The call behind a dialog or a form was read again.
  mutating func callChanged(_ id: Call.ID, _ call: Call?, earlierCalls: Int) {
    updateContactForms { contact, _ in
      if contact.call == id { contact.owner = call?.contact }
    }
    let gone = words(.gone)
    let owned = call?.contact.map { contact in
      words(.belongsNow, wording.number(call?.client), wording.name(contact))
    }
    updateDialog { dialog in
      guard dialog.call == id else { return }
      guard let call else {
        dialog.ending = gone
        return
      }
      dialog.ending = owned ?? dialog.ending
      if let number = call.client {
        dialog.prompt = Prompt(number: number, call: call, earlierCalls: earlierCalls)
      }
    }
  }
}
