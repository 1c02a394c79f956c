import Domain
import Store
import Telephony

/// Pushes what waits in the outbox to the providers. Belongs to one thread.
struct AddressBookSync {
  enum Outcome: Equatable {
    /// Nothing waits, or nobody can be told: the integration is off, or has no project.
    case idle
    /// So many pushes have left the outbox.
    case sent(Int)
    /// So long nothing is tried; nil where somebody has to change the integration first.
    case resting(until: Timestamp?)
  }

  /// Pushes in one request.
  static let batch = 50
  /// curl(1) takes lines of 100 KiB, and escapes make some characters two.
  private static let bodyLimit = 48 << 10

  let store: Store
  let ask: ProviderLine
  /// 0...1, for pauses.
  var chance: () -> Double = { Double.random(in: 0...1) }

  /// One request's worth of pushes.
  func turn(_ integration: Integration, now: Timestamp) throws(StoreError) -> Outcome {
    guard integration.isAvailable, integration.project.isComplete else { return .idle }
    if let trouble = try store.trouble(of: .push, with: integration, now: now) {
      return .resting(until: trouble.notBefore)
    }
    let pushes = try store.nextPushes(to: integration, limit: AddressBookSync.batch)
    guard !pushes.isEmpty else { return .idle }
    var sent = 0
    do throws(Stop) {
      for (kind, pushes) in AddressBookSync.sorted(pushes) {
        sent += try send(pushes, kind, integration)
      }
    } catch {
      switch error {
      case .store(let error): throw error
      case .provider(let problem):
        let trouble = try store.rest(
          .push, with: integration, because: problem, chance: chance(), now: now)
        return .resting(until: trouble.notBefore)
      }
    }
    try store.succeed(.push, with: integration.id)
    return .sent(sent)
  }

  /// What ends a turn before its end.
  private enum Stop: Error {
    case store(StoreError)
    case provider(ProviderProblem)
  }

  private enum Kind {
    case organizations, contacts, nothing
  }

  /// Organizations before the contacts that belong to them.
  private static func sorted(_ pushes: [OutboxPush]) -> [(Kind, [OutboxPush])] {
    var kinds: [(Kind, [OutboxPush])] = [(.nothing, []), (.organizations, []), (.contacts, [])]
    for push in pushes {
      switch push.content {
      case .nothing, .obsolete: kinds[0].1.append(push)
      case .organization: kinds[1].1.append(push)
      case .entries: kinds[2].1.append(push)
      }
    }
    return kinds.filter { !$0.1.isEmpty }
  }

  /// - Returns: how many have left the outbox.
  private func send(
    _ pushes: [OutboxPush], _ kind: Kind, _ integration: Integration
  ) throws(Stop) -> Int {
    guard kind != .nothing else { return try putAside(pushes) }
    let request = AddressBookSync.request(pushes, integration.project.id ?? "")
    guard (request.body ?? "").utf8.count <= AddressBookSync.bodyLimit else {
      return try divide(pushes, kind, integration, because: ProviderProblem(.tooBig))
    }
    do throws(ProviderProblem) {
      _ = try ask(request, integration)
    } catch {
      if error.remedy == .item { return try divide(pushes, kind, integration, because: error) }
      if error.cause == .serverError || error.cause == .timedOut {
        try write { () throws(StoreError) in try store.postpone(pushes) }
      }
      throw .provider(error)
    }
    try write { () throws(StoreError) in try store.settle(pushes) }
    return pushes.count
  }

  /// Of several that are refused together the one that is at fault is found; the others go.
  private func divide(
    _ pushes: [OutboxPush], _ kind: Kind, _ integration: Integration,
    because problem: ProviderProblem
  ) throws(Stop) -> Int {
    guard pushes.count > 1 else {
      try write { () throws(StoreError) in
        for push in pushes { try store.refuse(push, because: problem) }
      }
      return pushes.count
    }
    let middle = pushes.count / 2
    return try send(Array(pushes[..<middle]), kind, integration)
      + send(Array(pushes[middle...]), kind, integration)
  }

  private func putAside(_ pushes: [OutboxPush]) throws(Stop) -> Int {
    try write { () throws(StoreError) in
      for push in pushes {
        if case .nothing(let problem) = push.content {
          try store.refuse(push, because: problem)
        } else {
          try store.settle([push])
        }
      }
    }
    return pushes.count
  }

  private func write(_ body: () throws(StoreError) -> Void) throws(Stop) {
    do throws(StoreError) { try body() } catch { throw .store(error) }
  }

  private static func request(_ pushes: [OutboxPush], _ project: String) -> ProviderRequest {
    var entries: [AddressBookEntry] = []
    var organizations: [AddressBookOrganization] = []
    for push in pushes {
      switch push.content {
      case .entries(let more): entries += more
      case .organization(let organization): organizations.append(organization)
      case .nothing, .obsolete: break
      }
    }
    return organizations.isEmpty
      ? AddressBookRequest.contacts(entries, project: project)
      : AddressBookRequest.organizations(organizations, project: project)
  }
}
