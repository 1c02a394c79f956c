import Foundation
import Testing

/// Nobody else reads what the program leaves on disk.
@Suite struct PrivacyTests {
  @Test(arguments: ["000", "022", "077"])
  func `files are their owner's under any umask, and there are no core files`(mask: String) throws {
    let folder = try TemporaryFolder()
    let product = try Product.path()
    let shop = folder.path("new/shop.db")
    let script = """
      umask \(mask); '\(product)' links --store '\(shop)' > /dev/null
      '\(product)' backup '\(folder.path("new/copy.db"))' --store '\(shop)' > /dev/null
      ulimit -c unlimited
      exec '\(product)' listen --store '\(shop)' --listen 127.0.0.1:0
      """
    let listener = try Program(["sh", "-c", script], in: folder)
    try listener.waitForOutput("listening on")
    let limits = try String(contentsOfFile: "/proc/\(listener.pid)/limits", encoding: .utf8)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("new"))
    #expect(Set(files).isSuperset(of: ["shop.db", "shop.db.open", "shop.db.lock", "copy.db"]))
    for (name, mode) in files.map({ ("new/" + $0, 0o600) }) + [("new", 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
    }
  }
}
