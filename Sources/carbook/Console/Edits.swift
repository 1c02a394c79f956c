import Domain
import Store
import TUI

/// Carries out what the person at this console changes.
struct Edits {
  let plan: NumberPlan

  /// Nil where the effect changes nothing.
  func answer(_ effect: Effect, in store: Store, now: Timestamp) throws(StoreError) -> Event? {
    switch effect {
    case .createContact(let draft, let call, let besideOwner):
      return .contactSaved(
        try store.createContact(
          draft, from: call, besideOwners: besideOwner, plan: plan, now: now))
    case .addNumber(let number, let contact, let call, let besideOwner):
      return .contactSaved(
        try store.addNumber(
          number, to: contact, from: call, besideOwners: besideOwner, now: now))
    case .updateContact(let id, let version, let draft, let besideOwner):
      return .contactSaved(
        try store.updateContact(
          id, version: version, draft: draft, besideOwners: besideOwner, plan: plan, now: now))
    case .createOrder(let draft, let call):
      return .orderSaved(try store.createOrder(draft, from: call, now: now))
    case .updateOrder(let id, let version, let draft):
      return .orderSaved(try store.updateOrder(id, version: version, draft: draft, now: now))
    case .setStatus(let id, let status, let before):
      return .orderSaved(try store.setStatus(status, of: id, before: before, now: now))
    case .changeStatuses(let change):
      return .statusesChanged(change, try store.changeStatuses(change, now: now))
    case .createIntegration(let draft):
      return .integrationSaved(
        effect,
        try store.createIntegration(draft, token: Token.random(), plan: plan, now: now))
    case .updateIntegration(let id, let version, let draft):
      return .integrationSaved(
        effect, try store.update(draft, of: id, version: version, plan: plan, now: now))
    case .setAvailable(let id, let isAvailable):
      return .integrationSaved(effect, try store.setAvailable(isAvailable, of: id, now: now))
    case .rotateToken(let id, let grace):
      return .integrationSaved(
        effect,
        try store.rotateToken(of: id, to: Token.random(), graceful: grace, now: now))
    case .removeIntegration(let id): try store.removeIntegration(id, now: now)
    case .createEmployee(let draft):
      return .employeeSaved(try store.createEmployee(draft, plan: plan, now: now))
    case .updateEmployee(let id, let version, let draft):
      return .employeeSaved(
        try store.updateEmployee(id, version: version, draft: draft, plan: plan, now: now))
    case .deleteEmployee(let id): try store.deleteEmployee(id, now: now)
    case .changeRoutes(let change):
      return .routesChanged(change, try store.changeRoutes(change, now: now))
    case .setNote(let call, let note): try store.setNote(note, of: call, now: now)
    case .detach(let call): try store.detach(call, now: now)
    case .attachOrder(let call, let order): try store.attachOrder(order, to: call, now: now)
    case .followRule(let call): try store.followRule(call, now: now)
    case .deleteOrder(let id): try store.deleteOrder(id, now: now)
    case .setOrderNumber(let example): try store.setOrderNumberPattern(example, now: now)
    case .renameOrganization(let id, let name):
      try store.renameOrganization(id, to: name, now: now)
    case .deleteContact(let id): try store.deleteContact(id, now: now)
    case .mergeContacts(let keep, let remove, let draft):
      return .contactSaved(
        try store.mergeContacts(keep: keep, remove: remove, draft: draft, plan: plan, now: now))
    case .undo: return .undone(try store.undo(now: now))
    case .redo: return .redone(try store.redo(now: now))
    case .retryPush(let id): try store.retryPush(id, now: now)
    case .dropPush(let id): try store.dropPush(id)
    case .deleteOrganization(let id): try store.deleteOrganization(id, now: now)
    case .assign(let call, let contact): try store.assign(call, to: contact, now: now)
    case .dismissPrompt(let number, let call):
      try store.dismissPrompt(number, call: call, now: now)
    case .settleCallBack(let number): try store.settleCallBack(of: number, now: now)
    default: return nil
    }
    return .done(effect)
  }
}
