import Domain

@testable import TUI

extension Desk {
  /// What a store does with integrations.
  mutating func answerIntegrations(_ effect: Effect) -> [Event] {
    if let refused = store.answer(effect).first { return [refused] }
    let next: Integration
    switch effect {
    case .createIntegration(let draft):
      let id = Integration.ID((integrations.map(\.id.rawValue).max() ?? 0) + 1)
      next = Integration(id: id, name: "", token: "new").changed(to: draft)
    case .updateIntegration(let id, let version, let draft):
      guard let present = integrations.first(where: { $0.id == id }) else {
        return [.failed(effect, .gone)]
      }
      guard present.version == version else {
        return [.failed(effect, .integrationConflict(current: present))]
      }
      next = present.changed(to: draft)
    case .setAvailable(let id, let isAvailable):
      guard let present = integrations.first(where: { $0.id == id }) else { return [] }
      var draft = IntegrationDraft(present)
      draft.isAvailable = isAvailable
      next = present.changed(to: draft)
    case .rotateToken(let id, let grace):
      guard let present = integrations.first(where: { $0.id == id }) else { return [] }
      let until = Sample.now.advanced(bySeconds: grace)
      let old = Integration.PreviousToken(token: present.token, until: until)
      next = present.changed(
        to: IntegrationDraft(present), token: "fedcba9876543210", previous: grace > 0 ? [old] : [])
    case .removeIntegration(let id):
      integrations.removeAll { $0.id == id }
      return [.done(effect), .storeChanged]
    default: return []
    }
    integrations.removeAll { $0.id == next.id }
    integrations.append(next)
    integrations.sort { $0.id.rawValue < $1.id.rawValue }
    return [.integrationSaved(effect, next), .storeChanged]
  }
}

extension Integration {
  /// The next version, as a draft says it.
  func changed(
    to draft: IntegrationDraft, token: String? = nil, previous: [PreviousToken]? = nil
  ) -> Integration {
    Integration(
      id: id, version: version + 1, name: draft.name, token: token ?? self.token,
      previousTokens: previous ?? previousTokens, zone: Zone(named: draft.zone) ?? zone,
      own: draft.own(plan: .ukraine), sipLogins: draft.logins,
      publicURL: draft.publicURL.isEmpty ? nil : draft.publicURL, isAvailable: draft.isAvailable,
      project: draft.project, newNumbers: draft.newNumbers,
      announcesNewNumbers: draft.announcesNewNumbers, linkTemplates: draft.templates)
  }
}
