import Domain
import Foundation
import Store
import Synchronization
import TestSupport

@testable import carbook

/// A store whose integration has its project on a server of the test's.
final class ProviderShop {
  let folder: TemporaryFolder
  let store: Store
  let server: WebServer
  private(set) var integration: Integration

  static let noon = Timestamp(seconds: 1_790_000_000)

  init(
    key: String = "s3cret", answer: @escaping @Sendable (WebServer.Request) -> WebServer.Answer
  ) throws {
    folder = try TemporaryFolder()
    server = try WebServer(answer)
    store = try Store.open(folder.path("shop.db"), access: .writer, actor: "olena")
    var draft = IntegrationDraft()
    draft.projectID = "106"
    draft.authKey = Secret(key)
    draft.baseURL = server.origin
    draft.ownNumbers = ["0440000009"]
    integration = try store.createIntegration(
      draft, token: "t0ken", plan: .ukraine, now: ProviderShop.noon)
  }

  func set(_ change: (inout IntegrationDraft) -> Void) throws {
    var draft = IntegrationDraft(integration)
    change(&draft)
    integration = try store.update(
      draft, of: integration.id, version: integration.version, plan: .ukraine,
      now: ProviderShop.noon)
  }

  @discardableResult
  func contact(_ name: String, _ number: String) throws -> Contact {
    try store.createContact(
      ContactDraft(name: name, numbers: [.init(text: number)]), from: nil, plan: .ukraine,
      now: ProviderShop.noon)
  }

  func sync(after seconds: Int64 = 0) throws -> AddressBookSync.Outcome {
    try AddressBookSync(store: store, ask: ProviderRound.line(store: store), chance: { 0.5 })
      .turn(integration, now: ProviderShop.noon.advanced(bySeconds: seconds))
  }

  func fetch(after seconds: Int64 = 0) throws -> CallsFetch.Outcome {
    try CallsFetch(
      store: store, plan: .ukraine, ask: ProviderRound.line(store: store), chance: { 0.5 }
    ).turn(integration, now: ProviderShop.noon.advanced(bySeconds: seconds))
  }

  /// The `fullName`s that were pushed, a request each.
  var pushed: [[String]] {
    server.requests.map { request in
      let body = try? JSONSerialization.jsonObject(with: Data(request.body.utf8))
      let contacts = (body as? [String: Any])?["contacts"] as? [[String: Any]] ?? []
      return contacts.compactMap { $0["fullName"] as? String }
    }
  }

  /// Calls of the list as the provider writes them, each five seconds after the other.
  static func list(_ indices: Range<Int>, from start: Timestamp) -> [UInt8] {
    let rows = indices.map { index in
      let time = Zone.utc.civilTime(at: start.advanced(bySeconds: Int64(index) * 5)).iso8601
      return """
        {"uniqueid":"ua9_-\(index).1","calldate":"\(time)Z","call_type":"in",\
        "caller":"38050\(1_000_000 + index)","dst":"380440000009","disposition":"ANSWERED",\
        "duration":"20","billsec":"15"}
        """
    }
    return Array("[\(rows.joined(separator: ","))]".utf8)
  }
}

extension WebServer.Answer {
  static func json(_ text: String) -> WebServer.Answer {
    .response(200, ["Content-Type: application/json"], body: Array(text.utf8))
  }
}
