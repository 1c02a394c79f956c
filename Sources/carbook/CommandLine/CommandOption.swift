/// An option that takes a value: `--store FILE` or `--store=FILE`.
enum CommandOption: String, CaseIterable {
  case store
  case listen
  case format
  case limit
  case calls
  case live

  var flag: String {
    "--" + rawValue
  }

  var placeholder: String {
    switch self {
    case .store: "FILE"
    case .listen: "HOST:PORT|off"
    case .format: "table|json|csv"
    case .limit, .calls: "N"
    case .live: "RATE"
    }
  }

  var summary: String {
    switch self {
    case .store: "the store; by default carbook/carbook.db in $XDG_DATA_HOME (~/.local/share)"
    case .listen: "where webhooks are received (127.0.0.1:8080); port 0 picks a free one"
    case .format: "how to print; json is one object a line"
    case .limit: "how many to print at most (50)"
    case .calls: "how many calls to invent (3000)"
    case .live: "send this many calls a minute to the store's listener instead of filling it"
    }
  }
}
