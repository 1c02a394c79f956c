import Domain

/// What is done with integrations, and what became of it.
extension ConsoleState {
  mutating func performOnIntegrations(_ action: Action) -> [Effect] {
    if action == .newIntegration {
      openIntegrationForm(nil)
      return []
    }
    if case .menu(let menu) = layers.last {
      layers.removeLast()
      return menu.integration.map { chosen(action, of: $0) } ?? []
    }
    guard let integration = settings.integration else { return [] }
    switch action {
    case .editIntegration: openIntegrationForm(integration)
    case .removeIntegration: openMenu(.removeIntegration(integration.id))
    case .rotateMenu: openMenu(.rotate(integration.id))
    case .switchIntegration:
      return [.setAvailable(integration.id, !integration.isAvailable)]
    case .testIntegration:
      settings.tests[integration.id] = SettingsScreen.Test(result: nil, at: now)
      return [.testIntegration(integration.id)]
    case .copyAuthKey: return integration.project.authKey.map { [.copy($0.revealed)] } ?? []
    default: break
    }
    return []
  }

  /// What a menu was opened for.
  private func chosen(_ action: Action, of id: Integration.ID) -> [Effect] {
    switch action {
    case .rotateToken(let grace): [.rotateToken(id, graceful: grace)]
    case .removeIntegrationAnyway: [.removeIntegration(id)]
    default: []
    }
  }

  mutating func openIntegrationForm(_ integration: Integration?) {
    let form = integration.map { IntegrationForm(editing: $0) } ?? IntegrationForm()
    open(FormDialog(form.form(words), for: .integration(form)))
  }

  /// `y`: the selected link, whole, whether or not its secret is shown.
  func copyLink() -> [Effect] {
    settings.selectedURL.map { [.copy($0)] } ?? []
  }

  // MARK: What became of it

  /// - Returns: drops the draft of what is stored now.
  mutating func integrationSaved(_ effect: Effect, _ integration: Integration) -> [Effect] {
    let sentence: String
    switch effect {
    case .setAvailable(_, let isAvailable):
      sentence = words(isAvailable ? .integrationSwitchedOn : .integrationSwitchedOff)
    case .rotateToken:
      let until = integration.previousTokens.first?.until
      sentence = until.map { words(.tokenRotated, wording.dateTime($0)) } ?? words(.tokenReplaced)
    case .updateIntegration:
      sentence = words(.integrationSaved, integration.name)
    default:
      sentence = words(.integrationMade, integration.name)
      settings.select(integration.id)
    }
    message = Message(text: sentence, role: .success)
    for index in layers.indices.reversed() {
      guard case .form(let dialog) = layers[index], case .integration(let form) = dialog.subject,
        dialog.isSaving
      else { continue }
      layers.remove(at: index)
      if form.integration != nil, form.initial.zone != integration.zone.identifier {
        message = Message(text: words(.zoneChanged), role: .warning)
      }
      return dropDraft(dialog.user.id)
    }
    return []
  }

  /// - Returns: whether what stands on the screen says why.
  mutating func integrationFailed(_ failure: Failure) -> Bool {
    guard let dialog = topForm, dialog.isSaving, case .integration = dialog.subject else {
      return false
    }
    updateTopDialog { $0.isSaving = false }
    guard case .integrationConflict(let current) = failure else { return false }
    let conflict = dialog.form.comparison(
      .conflict(dialog.user.id, version: current.version),
      with: IntegrationForm.values(of: IntegrationDraft(current)))
    layers.append(.comparison(conflict))
    return true
  }

  mutating func integrationTested(_ id: Integration.ID, _ result: SampleResult) {
    guard let test = settings.tests[id] else { return }
    settings.tests[id] = SettingsScreen.Test(result: result, at: test.at)
    message = Message(text: result.sentence(words), role: result.isSuccess ? .success : .error)
  }

  /// Which integrations are off, for the header: a word, and a sentence.
  var offSentence: Message? {
    let off = settings.switchedOff
    guard let first = off.first else { return nil }
    let names = off.count == 1 ? first.name : words.count(off.count, .integration)
    return Message(text: words(.integrationsOff, names), role: .warning)
  }
}

extension Menu {
  /// Whose menu it is.
  var integration: Integration.ID? {
    switch subject {
    case .rotate(let id), .removeIntegration(let id): id
    default: nil
    }
  }
}
