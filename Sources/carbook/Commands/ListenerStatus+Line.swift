import TUI

extension ListenerStatus {
  /// What `carbook listen` prints; scripts wait for `listening on`.
  var line: String? {
    switch self {
    case .listening(let address): "listening on http://\(address)"
    case .other(let pid, let user, let address): "waiting for \(address) (\(user), \(pid))"
    case .waiting(let address): "waiting for \(address) (held by another program)"
    case .failed(let sentence): "cannot listen: \(sentence)"
    case .off: nil
    }
  }
}
