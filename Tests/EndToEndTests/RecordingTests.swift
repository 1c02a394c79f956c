import Foundation
import Testing

/// Recordings, from a provider's delivery to what stands on the screen, with the real mpv.
@Suite(.serialized) struct RecordingTests {
  let shop: Shop
  let provider: Provider

  init() throws {
    shop = try Shop()
    provider = try Provider(shop)
  }

  @Test func `p plays; pause, seeking and speed are seen; the second time needs no network`() throws
  {
    let console = try shop.console()
    try provider.deliver("/talk.wav")
    try console.waitFor("1:00 ▶")
    try console.sendKeys("p")
    let screen = try console.waitFor("▶ 0:02 / 1:00  +380 67 000 11 22  today")
    #expect(screen.contains { $0.contains("1:00 ♪") })
    // Client above, employee below, and the place that is heard.
    try console.waitFor("│▀▀")
    try console.sendKeys("Space")
    let paused = try console.waitFor("paused")
    #expect(paused.contains { $0.contains("‖ 0:0") } && paused.contains { $0.contains("1:00 ‖") })
    try console.sendKeys(">", ">")
    try console.waitFor("‖ 0:2")
    try console.sendKeys("<")
    try console.waitFor("‖ 0:1")
    try console.sendKeys("]")
    try console.waitFor("×1.25")
    try console.sendKeys("[", "[", "[")
    try console.waitFor("×0.75")
    try console.sendKeys("Space")
    try console.waitUntilGone("paused")
    try console.sendKeys("Enter")
    try console.waitFor("┌ Call · ")
    let card = try console.capture()
    #expect(
      card.contains { $0.hasPrefix("│ client    ") }
        && card.contains { $0.hasPrefix("│ employee  ") })
    try console.sendKeys("Escape")
    try console.waitUntilGone("┌ Call · ")
    try console.sendKeys("3")
    try console.waitFor("┌ Orders")
    try console.waitFor("▶ 0:")
    try console.sendKeys("1", "p")
    try console.waitUntilGone("▶ 0:")
    #expect(provider.server.requests.count == 1)
    provider.server.stop()
    try console.sendKeys("p")
    try console.waitFor("▶ 0:01 / 1:00")
    #expect(provider.server.requests.count == 1)
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
    let left = try Program.run(["pgrep", "-f", "mpv.*\(shop.folder.path)"], in: shop.folder)
    #expect(left.output == "")
  }

  @Test func `why there is nothing to hear is said, and a new link forgets it`() throws {
    let console = try shop.console()
    let reasons: [(link: String?, reason: String)] = [
      (nil, "the provider has sent none"), ("/gone.wav", "the link has expired"),
      ("/denied.wav", "the link has expired"), ("/page.wav", "the link has expired"),
      ("/big.wav", "it is larger than 100 MiB"), ("/broken.wav", "the server has a fault"),
      ("http://127.0.0.1:1/x.wav", "no network"),
      ("https://evil.example/x.wav", "its host is not allowed (recordings.allow)"),
      ("https://app.ringostat.com\\\\@evil.example/", "its link is none that is opened"),
      ("https://user:word@app.ringostat.com/x.wav", "its link is none that is opened"),
      ("file:///etc/passwd", "the provider has sent none"),
      ("/home.wav", "its link leads into this network"),
    ]
    var last = ""
    for (index, (link, reason)) in reasons.enumerated() {
      last = try provider.deliver(link)
      try console.waitFor("1/\(index + 1)")
      try console.sendKeys("p")
      try console.waitFor("Recording not available: \(reason).")
      if reason != "the provider has sent none" { try console.waitFor("1:00 ×") }
      try console.sendKeys("Left")
      try console.waitUntilGone("Recording not available")
    }
    try provider.deliver("/talk.wav", id: last)
    try console.waitFor("1:00 ▶")
    #expect(provider.kept == [])
    try console.sendKeys("p")
    try console.waitFor("▶ 0:01 / 1:00")
  }

  @Test func `a recording that comes later is gained live`() throws {
    let console = try shop.console()
    let id = try provider.deliver(nil)
    try console.waitFor("1:00  ")
    #expect(try !console.capture().contains { $0.contains("1:00 ▶") })
    try provider.deliver("/talk.wav", id: id)
    try console.waitFor("1:00 ▶")
  }

  static let machines: [([String], [String: String], String)] = [
    (["no-such-player"], [:], "no player is installed (mpv). Y copies the link."),
    (["false"], [:], "the player has no sound device. Y copies the link."),
    ([], ["SSH_TTY": "/dev/pts/9"], "no sound over ssh. Y copies the link."),
    (["mpv", "--ao=null"], ["XDG_CACHE_HOME": "/dev/null"], "the disk is full or not writable."),
  ]

  @Test(arguments: machines) func `what the machine lacks is said`(
    _ player: [String], _ environment: [String: String], _ reason: String
  ) throws {
    try provider.configure(player: player)
    let console = try shop.openConsole(environment: environment)
    try console.waitFor("● :")
    try provider.deliver("/talk.wav")
    try console.waitFor("1:00 ▶")
    try console.sendKeys("p")
    try console.waitFor("Recording not available: \(reason)")
    try console.sendKeys("Y")
    try console.waitFor("The link is copied")
    #expect(try console.clipboard() == provider.server.origin + "/talk.wav")
  }

  @Test func `a sound device that is none is said by the real mpv`() throws {
    try provider.configure(player: ["mpv", "--ao=alsa", "--audio-device=alsa/none-such"])
    let console = try shop.console()
    try provider.deliver("/talk.wav")
    try console.waitFor("1:00 ▶")
    try console.sendKeys("p")
    try console.waitFor("Recording not available: the player has no sound device.")
  }

  @Test func `a faulty configuration is said, and the standard is in force`() throws {
    try provider.configure("{\n  recordings: {\n    allow: [],\n    plaier: [],\n  },\n}")
    let console = try shop.openConsole(columns: 200)
    try console.waitFor(
      "config.json5:4: there is no key \"recordings.plaier\"; recordings.player is the nearest; "
        + "the standard settings are in force")
    try console.sendKeys("2")
    try console.waitUntilGone("recordings.plaier")
    let run = try Product.run(
      "recording", "--store", shop.store, "--call", "1", "--output", shop.folder.path("a"),
      in: shop.folder)
    #expect(run.exit == .status(1) && run.errors.contains("config.json5:4: there is no key"))
  }

  // MARK: The command

  @Test func `a recording is saved, over nothing that is there`() throws {
    let listener = try shop.listen()
    let id = try shop.call(provider.deliver("/talk.wav")).id
    let file = shop.folder.path("saved.wav")
    let save = { (more: [String]) in
      try Program.run(
        [Product.path(), "recording", "--store", shop.store, "--call", "\(id)", "--output", file]
          + more, in: shop.folder)
    }
    let first = try save([])
    #expect(first.exit == .status(0) && first.output == "The recording of call \(id) is saved.\n")
    let wave = try Data(contentsOf: URL(fileURLWithPath: shop.folder.path("talk.wav")))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == wave)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let second = try save([])
    #expect(second.exit == .status(1))
    #expect(
      second.errors
        == "carbook: There is a file of that name: --replace puts this one in its place.\n")
    #expect(try save(["--replace"]).exit == .status(0))
    #expect(provider.server.requests.count == 1)

    let gone = try shop.call(provider.deliver("/gone.wav")).id
    for (call, sentence) in [
      ("\(gone)", "Recording not available: the link has expired."),
      ("99999", "There is no call 99999."),
    ] {
      let run = try Product.run(
        "recording", "--store", shop.store, "--call", call, "--output", shop.folder.path("b"),
        in: shop.folder)
      #expect(run.exit == .status(1) && run.errors == "carbook: \(sentence)\n")
    }
    #expect(!FileManager.default.fileExists(atPath: shop.folder.path("b")))
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test func `what is forgotten or purged is not heard any more`() throws {
    let listener = try shop.listen()
    for (number, command) in [
      ("380670001122", ["forget", "0670001122"]),
      ("380670001133", ["purge", "--before", "2026-06-01"]),
    ] {
      let id = try shop.call(provider.deliver("/talk.wav", from: number, at: "2026-05-05 12:00:00"))
        .id
      let save = try Product.run(
        "recording", "--store", shop.store, "--call", "\(id)", "--output",
        shop.folder.path("\(number).wav"), in: shop.folder)
      #expect(save.exit == .status(0), "\(save.errors)")
      #expect(provider.kept.count == 1)
      let run = try Program.run(
        [Product.path()] + command + ["--store", shop.store, "--yes"], in: shop.folder)
      #expect(run.exit == .status(0), "\(run.errors)")
      #expect(provider.kept == [])
    }
    listener.signal(SIGTERM)
    try listener.waitForExit()
  }
}
