import Domain

/// Something of what is at hand that can be copied, as it was when the menu was opened.
struct Copyable: Equatable, Sendable {
  enum Part: String, Sendable {
    case number, name, email, recording, order, plate, vin
  }

  let part: Part
  let effect: Effect
  /// What stands beside it in the menu.
  let shown: String

  fileprivate init?(_ part: Part, _ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.part = part
    effect = .copy(text)
    shown = text
  }

  fileprivate init?(recordingOf call: Call?) {
    guard let call, call.recording != nil else { return nil }
    part = .recording
    effect = .copyRecordingLink(call.id)
    shown = ""
  }
}

extension ConsoleState {
  /// What there is to be copied of the selected row or the open card.
  var copyables: [Copyable] {
    let call = currentCall ?? callInCard
    let contact = contactCard.value.flatMap { $0.contact.id == wantedContact ? $0.contact : nil }
    let order = orderInHand ?? order.value.flatMap { $0.id == wantedOrder ? $0 : nil }
    return [
      Copyable(.number, (call?.client ?? numberInHand)?.text),
      Copyable(.name, call?.contact?.name ?? contact?.name),
      Copyable(.email, contact?.emails.first),
      Copyable(recordingOf: call),
      Copyable(.order, order?.number ?? call?.order?.number),
      Copyable(.plate, order?.vehicle.plate),
      Copyable(.vin, order?.vehicle.vin),
    ].compactMap { $0 }
  }

  /// `y`
  func copyNumber() -> [Effect] {
    copyables.filter { $0.part == .number }.map(\.effect)
  }

  mutating func openCopyMenu() {
    openMenu(.copy(copyables))
  }

  mutating func copy(_ part: Copyable.Part) -> [Effect] {
    guard case .menu(let menu) = layers.last, case .copy(let parts) = menu.subject else {
      return []
    }
    layers.removeLast()
    return parts.filter { $0.part == part }.map(\.effect)
  }
}
