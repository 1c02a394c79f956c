import Domain
import Store
import TUI
import Telephony

/// What a person at this console asks the provider, off the main thread: to connect him with a
/// client, and who of his colleagues is free. A newer question of a kind ends an older one that
/// waits.
final class ProviderDesk: Sendable {
  private let worker: StoreWorker
  private let report: @Sendable (Event) -> Void

  init(path: String, report: @escaping @Sendable (Event) -> Void) {
    worker = StoreWorker(path: path, access: .reader, actor: Actor.current)
    self.report = report
  }

  func finish() {
    worker.finish()
  }

  /// False where the effect is no question to the provider.
  func take(_ effect: Effect) -> Bool {
    switch effect {
    case .callBack(let number, let employee):
      answer(effect, nil) { store throws(ProviderProblem) in
        let integration = try ProviderDesk.integration(in: store)
        let answer = try ProviderDesk.ask(
          CallbackRequest.request(
            client: number, employee: employee, project: integration.project.id ?? ""),
          integration)
        try CallbackRequest.check(answer.body)
        return .done(effect)
      }
    case .loadPresence:
      answer(effect, "presence") { store throws(ProviderProblem) in
        let integration = try ProviderDesk.integration(in: store)
        let online = try ProviderDesk.ask(SIPStatus.online.request, integration)
        let speaking = try ProviderDesk.ask(SIPStatus.speaking.request, integration)
        let logins = OnlineLogins(
          online: try SIPStatus.logins(in: online.body),
          speaking: try SIPStatus.logins(in: speaking.body), at: Clock.now)
        return .presenceLoaded(logins, (try? store.employees()) ?? [])
      }
    default: return false
    }
    return true
  }

  private func answer(
    _ effect: Effect, _ name: String?,
    _ work: @escaping @Sendable (Store) throws(ProviderProblem) -> Event
  ) {
    worker.submit(name) { [report] result in
      do throws(StoreError) {
        let store = try result.get()
        do throws(ProviderProblem) {
          report(try work(store))
        } catch {
          report(.failed(effect, .provider(error)))
        }
      } catch {
        report(.failed(effect, Failure(error)))
      }
    }
  }

  /// The first that can be asked.
  private static func integration(in store: Store) throws(ProviderProblem) -> Integration {
    let integrations = (try? store.integrations()) ?? []
    if let ready = integrations.first(where: { $0.isAvailable && $0.project.isComplete }) {
      return ready
    }
    throw ProviderProblem(
      integrations.contains { $0.project.id != nil } ? .noKey : .noProject)
  }

  private static func ask(
    _ request: ProviderRequest, _ integration: Integration
  ) throws(ProviderProblem) -> ProviderConnection.Answer {
    try ProviderConnection(project: integration.project).ask(request)
  }
}
