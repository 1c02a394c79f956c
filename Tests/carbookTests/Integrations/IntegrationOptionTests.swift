import Domain
import Foundation
import Testing

@testable import carbook

@Suite("The options of integrations") struct IntegrationOptionTests {
  private func invocation(_ words: String...) throws -> Invocation {
    try Invocation(words)
  }

  @Test("fill a draft, and leave alone what they do not name")
  func changes() throws {
    let read = try invocation(
      "integration", "set", "2", "--name", "Сервіс 2", "--available=off", "--project-id", "77",
      "--base-url", "https://api.example", "--zone", "Europe/Warsaw", "--own-numbers",
      "044 000 00 09, +380440000010,", "--sip-logins", "shop_petro,101", "--public-url",
      "https://shop.example", "--new-numbers", "create", "--announce", "off", "--contact-link",
      "https://crm/c/{id}", "--lead-link=https://crm/l/{id}", "--deal-link", "https://crm/d/{id}")
    #expect(read.request == .run(.integration))
    #expect(read.operand == "set" && read.secondOperand == "2")
    var draft = IntegrationDraft()
    draft.authKey = Secret("k3y")
    read.integration.apply(to: &draft, key: nil)
    #expect(draft.problems(plan: .ukraine) == [:])
    #expect(draft.name == "Сервіс 2" && !draft.isAvailable && draft.projectID == "77")
    #expect(draft.baseURL == "https://api.example" && draft.zone == "Europe/Warsaw")
    #expect(draft.ownNumbers == ["044 000 00 09", "+380440000010"])
    #expect(draft.sipLogins == ["shop_petro", "101"])
    #expect(draft.publicURL == "https://shop.example" && draft.newNumbers == .create)
    #expect(!draft.announcesNewNumbers)
    #expect(
      draft.templates
        == LinkTemplates(
          contact: "https://crm/c/{id}", lead: "https://crm/l/{id}", deal: "https://crm/d/{id}"))
    #expect(draft.authKey == Secret("k3y"))
    let before = draft
    try invocation("integration", "set").integration.apply(to: &draft, key: nil)
    #expect(draft == before)
    try invocation("integration", "set", "--auth-key-file", "").integration
      .apply(to: &draft, key: nil)
    #expect(draft.authKey == nil)
    try invocation("integration", "set", "--own-numbers", "").integration
      .apply(to: &draft, key: nil)
    #expect(draft.ownNumbers == [])
  }

  static let graces: [(String, Int64?)] = [
    ("0", 0), ("45m", 2700), ("12h", 43_200), ("1d", 86_400), ("4w", 2_419_200), ("5w", nil),
    ("1", nil), ("", nil), ("d", nil), ("-1d", nil), ("+1d", nil), ("1dd", nil), ("1.5h", nil),
    ("999999999999999999999d", nil), ("0d", 0), ("1D", nil),
  ]

  @Test("say for how long old links work", arguments: graces)
  func grace(_ text: String, _ seconds: Int64?) throws {
    guard let seconds else {
      #expect(throws: UsageError.self) { try invocation("integration", "rotate", "--grace", text) }
      return
    }
    #expect(try invocation("integration", "rotate", "--grace", text).integration.grace == seconds)
  }

  static let inSight: [[String]] = [
    ["--auth-key", "s3cr3t"], ["--auth-key=s3cr3t"], ["--authkey=s3cr3t"], ["--auth", "s3cr3t"],
    ["--auth-token=s3cr3t"],
  ]

  @Test("never take the auth key itself, nor repeat it", arguments: inSight)
  func keyInSight(_ words: [String]) {
    do throws(UsageError) {
      _ = try Invocation(["integration", "set"] + words)
      Issue.record("taken")
    } catch {
      #expect(error.sentence.hasPrefix("An auth key on the command line is seen by everybody"))
      #expect(error.sentence.contains("--auth-key-file FILE|-"))
      #expect(!error.sentence.contains("s3cr3t"))
    }
  }

  static let refusals: [([String], String)] = [
    (["integration"], "carbook integration wants a VERB."),
    (["integration", "set", "--available", "yes"], "--available is on or off, not \"yes\"."),
    (["integration", "set", "--new-numbers", "no"], "--new-numbers is ask or create, not \"no\"."),
    (["integration", "set", "1", "2"], "\"2\" is not an option: see carbook --help."),
    (["calls", "--name", "a"], "carbook calls takes no --name."),
  ]

  @Test("are refused with one sentence", arguments: refusals)
  func refused(_ words: [String], _ sentence: String) {
    #expect(throws: UsageError(sentence)) { try Invocation(words) }
  }

  // MARK: The key's file

  static let files: [([UInt8], String?)] = [
    (Array("k3y".utf8), "k3y"), (Array("\r\n  k3y \n\n".utf8), "k3y"), ([], nil),
    (Array(" \n".utf8), nil), ([0xFF, 0xFE], nil), ([UInt8](repeating: 0x61, count: 5000), nil),
  ]

  @Test("name a file whose text is the key", arguments: files)
  func keyFile(_ bytes: [UInt8], _ key: String?) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("key")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard let key else {
      #expect(throws: CommandFailure.self) { try AuthKeyFile.read(path) }
      return
    }
    #expect(try AuthKeyFile.read(path) == Secret(key))
  }

  @Test("name a file that is there")
  func noKeyFile() {
    #expect(throws: CommandFailure("\"/no/such\" cannot be read: No such file or directory.")) {
      try AuthKeyFile.read("/no/such")
    }
    #expect(throws: CommandFailure("There is no auth key in \"/\".")) {
      try AuthKeyFile.read("/")
    }
  }

  // MARK: What is printed

  @Test("print a mask in the key's place, and no token", arguments: Invocation.Format.allCases)
  func masked(_ format: Invocation.Format) throws {
    let integration = Integration(
      id: Integration.ID(1), name: "a\u{1B}[31m\u{202E}b", token: "t0ken",
      previousTokens: [
        Integration.PreviousToken(token: "old-t0ken", until: Timestamp(seconds: 1_790_000_000))
      ], project: ProviderProject(id: "1", authKey: Secret("s3cr3t")))
    var writer = format.writer
    let text = writer.lines(for: [Record(integration)]).joined(separator: "\n")
    #expect(text.contains("••••••••"))
    #expect(!text.contains("s3cr3t") && !text.contains("t0ken"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }
}
