import Store
import Testing

@Suite("The name of a path")
struct PathNameTests {
  @Test(
    "stands behind its last slash",
    arguments: [
      ("/var/lib/shop.db", "/var/lib", "shop.db"), ("shop.db", ".", "shop.db"),
      ("/shop.db", "/", "shop.db"), ("data/", "data", ""), ("", ".", ""),
      ("./магазин/дзвінки.db", "./магазин", "дзвінки.db"),
    ])
  func parts(path: String, folder: String, name: String) {
    #expect(PathName(path).folder == folder)
    #expect(PathName(path).name == name)
  }

  @Test("is the real one of what is there alone")
  func real() {
    #expect(PathName.real("/proc/self/../self/cwd/../..//") != nil)
    #expect(PathName.real("/dev/../dev/null") == "/dev/null")
    #expect(PathName.real("/dev/none/such") == nil)
  }
}
