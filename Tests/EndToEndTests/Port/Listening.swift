import Foundation

/// `carbook listen` on a store of its own, as a stranger who finds its port sees it.
final class Listening {
  let shop: Shop
  let program: Program
  let port: UInt16
  /// The path of the webhook links, without the event at its end.
  let hook: String

  /// - Parameter options: further ones of `carbook listen`.
  init(_ options: String...) throws {
    shop = try Shop()
    program = try Program(
      [Product.path(), "listen", "--store", shop.store, "--listen", "127.0.0.1:0"] + options,
      in: shop.folder)
    let line = try program.waitForOutput("listening on http://")
    let link = try shop.link("")
    guard let digits = line.split(separator: ":").last, let port = UInt16(digits.dropLast()),
      let path = link.range(of: "/hook/")
    else { throw HarnessError(line + link) }
    self.port = port
    hook = String(link[path.lowerBound...])
  }

  /// A delivery of a call, as bytes.
  static func delivery(_ id: String, to path: String, more: String = "") -> String {
    let body = "uniqueid=\(id)&caller=0501112233"
    return "POST \(path) HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      + "\(more)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  /// Delivers a call over a connection of its own.
  func deliver(_ id: String, more: String = "") throws -> Socket.Response {
    try Socket(port: port).ask(Self.delivery(id, to: hook + "after", more: more))
  }

  /// The provider's ids of all calls in the store.
  func storedIDs() throws -> Set<String> {
    Set(try shop.calls().map(\.providerId))
  }

  /// A line of `/proc/PID/status` in kB: `VmHWM`, the most memory the program has had.
  func kilobytes(_ name: String) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(program.pid)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    guard let value = line?.split(whereSeparator: { !$0.isNumber }).first, let number = Int(value)
    else { throw HarnessError(status) }
    return number
  }

  var openFiles: Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(program.pid)/fd").count) ?? 0
  }
}
