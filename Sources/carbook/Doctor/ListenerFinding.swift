import Domain
import Store

extension Finding {
  /// Who listens, and whether he answers.
  static func listener(_ holder: ListenerLease.Holder?) -> Finding {
    guard let holder else {
      return Finding("listener", .warn, "Nobody listens: open the console or run carbook listen.")
    }
    let name = "\(holder.pid) (\(quoted(holder.user)))"
    guard let address = holder.address else {
      return Finding("listener", .warn, "\(name) is to listen and accepts no connection yet.")
    }
    let request = LiveDelivery(
      delay: 0, occasion: .before, method: "GET", mediaType: "text/plain", body: [])
    do throws(LoopbackFailure) {
      let status = try LoopbackClient(timeout: 3).send(request, to: "http://\(address)/health")
      return status == 200
        ? Finding("listener", .ok, "\(name) listens on \(address) and answers.")
        : Finding("listener", .fail, "\(name) listens on \(address) and says it fails (\(status)).")
    } catch {
      return Finding("listener", .fail, "\(name) listens on \(address) and does not answer.")
    }
  }
}
