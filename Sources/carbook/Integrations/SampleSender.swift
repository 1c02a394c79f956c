import Domain
import Store
import TUI

/// Sends a sample delivery of an integration through the listener, as the provider would, and looks
/// for it in the journal. Blocks: for a thread of its own.
struct SampleSender: Sendable {
  let path: String
  var client = LoopbackClient(timeout: 3)

  func send(for id: Integration.ID) -> SampleResult {
    do throws(StoreError) {
      let store = try Store.open(path, access: .reader, actor: Actor.current)
      guard let integration = try store.integration(id) else { throw .missing }
      // A stranger on our port never sees the token: only the holder of the lease is sent to.
      guard let address = ListenerLease.holder(of: store.path)?.address else {
        return .nobodyListens
      }
      let callID = SampleDelivery.callID(Token.random())
      let begin = Clock.monotonicMilliseconds()
      if let failure = deliver(callID, to: integration, at: address) { return failure }
      let milliseconds = Int(Clock.monotonicMilliseconds() - begin)
      return try store.hasSample(callID, of: id)
        ? .journaled(address: address, milliseconds: milliseconds) : .kept(address: address)
    } catch {
      return .failed(String(describing: error))
    }
  }

  /// Nil where it was answered 200.
  private func deliver(
    _ callID: String, to integration: Integration, at address: String
  ) -> SampleResult? {
    let links = integration.localLinks(base: "http://\(address)")
    let url = links.first { $0.occasion == .after }?.url ?? ""
    do throws(LoopbackFailure) {
      let status = try client.send(delivery(callID, integration), to: url)
      return status == 200 ? nil : .refused(address: address, status: status)
    } catch .timedOut {
      return .timedOut(address: address)
    } catch .notHTTP {
      return .notHTTP(address: address)
    } catch {
      return .unreachable(address: address)
    }
  }

  /// A missed call of a number that nobody has.
  private func delivery(_ callID: String, _ integration: Integration) -> LiveDelivery {
    let called = integration.own.numbers.map(\.digits).min() ?? "380000000001"
    let body = """
      {"uniqueid":"\(callID)","call_type":"in","caller":"380000000000","dst":"\(called)",\
      "calldate":"\(integration.zone.civilTime(at: Clock.now).text):00",\
      "disposition":"NO ANSWER","duration":"0","billsec":"0"}
      """
    return LiveDelivery(
      delay: 0, occasion: .after, method: "POST", mediaType: "application/json",
      body: Array(body.utf8))
  }
}
