// swift-tools-version: 6.0
import PackageDescription

// Imports go along these arrows only; `make check` lets the build refuse any other.
let package = Package(
  name: "carbook",
  products: [.executable(name: "carbook", targets: ["carbook"])],
  targets: [
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .systemLibrary(name: "CSQLite"),
    .target(name: "Domain"),
    .target(name: "Telephony", dependencies: ["Domain"]),
    .target(name: "Store", dependencies: ["CSQLite", "Domain"]),
    .target(name: "Server"),
    .target(name: "TUI", dependencies: ["Domain"]),
    .target(name: "Terminal", dependencies: ["CNcurses", "TUI"]),
    .executableTarget(
      name: "carbook",
      dependencies: ["Domain", "Telephony", "Store", "Server", "TUI", "Terminal"]),
    // What several test targets need and no product.
    .target(name: "TestSupport", path: "Tests/Support"),
    .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"]),
    .testTarget(name: "TelephonyTests", dependencies: ["Domain", "Telephony", "TestSupport"]),
    .testTarget(name: "StoreTests", dependencies: ["CSQLite", "Domain", "Store", "TestSupport"]),
    .testTarget(
      name: "ServerTests", dependencies: ["Server", "TestSupport"], resources: [.copy("Corpora")]),
    .testTarget(
      name: "TUITests", dependencies: ["Domain", "TUI"],
      // Read where they stand, as that is where they are written anew (docs/testing.md).
      exclude: ["Screens", "MonochromeScreens"], resources: [.copy("Corpora")]),
    .testTarget(name: "TerminalTests", dependencies: ["CNcurses", "Terminal", "TUI"]),
    .testTarget(
      name: "carbookTests",
      dependencies: ["Domain", "Server", "Store", "TUI", "TestSupport", "carbook"]),
    .testTarget(name: "EndToEndTests", dependencies: ["CNcurses", "TestSupport"]),
    // The long runs: no product, `make stress` and `make soak` build and run it.
    .executableTarget(
      name: "stress", dependencies: ["CSQLite", "Domain", "Store"], path: "Tests/Stress"),
    // `make bench`: our figures beside those of peers, one of them a loop in C.
    .executableTarget(
      name: "bench", dependencies: ["Domain", "Store"], path: "Tests/Bench"),
    .executableTarget(
      name: "cloop", path: "Tests/CLoop", linkerSettings: [.linkedLibrary("sqlite3")]),
    // `make screenshots`: a terminal's screen as SVG.
    .executableTarget(name: "screenshots", dependencies: ["TUI"], path: "Tests/Screenshots"),
  ]
)
