import Testing

@testable import carbook

@Suite("Where things stand")
struct StorePathTests {
  @Test(
    "The store is in the XDG data folder",
    arguments: [
      (["XDG_DATA_HOME": "/data", "HOME": "/home/o"], "/data/carbook/carbook.db"),
      (["HOME": "/home/o"], "/home/o/.local/share/carbook/carbook.db"),
      (["XDG_DATA_HOME": "", "HOME": "/home/o"], "/home/o/.local/share/carbook/carbook.db"),
      (["XDG_DATA_HOME": "here", "HOME": "/home/o"], "/home/o/.local/share/carbook/carbook.db"),
    ])
  func standard(environment: [String: String], path: String) {
    #expect(StorePath.standard(Environment(environment)) == path)
  }

  @Test(
    "The demo has a store of its own beside it",
    arguments: [
      ("/data/carbook/carbook.db", "/data/carbook/demo.db"), ("carbook.db", "demo.db"),
      ("./a/b.db", "./a/demo.db"),
    ])
  func demo(store: String, demo: String) {
    #expect(StorePath.demo(beside: store) == demo)
  }

  @Test(
    "The log is in the XDG state folder",
    arguments: [
      (["XDG_STATE_HOME": "/state", "HOME": "/home/o"], "/state/carbook/carbook.log"),
      (["HOME": "/home/o"], "/home/o/.local/state/carbook/carbook.log"),
    ])
  func log(environment: [String: String], path: String) {
    #expect(LogFile.standardPath(Environment(environment)) == path)
  }
}
