import Domain
import Foundation
import Telephony
import TestSupport
import Testing

@testable import carbook

@Suite struct ProviderConnectionTests {
  private func problem(_ project: ProviderProject) -> ProviderProblem.Cause? {
    do throws(ProviderProblem) {
      _ = try ProviderConnection(project: project).ask(SIPStatus.online.request)
      return nil
    } catch {
      return error.cause
    }
  }

  @Test(arguments: [
    "http://203.0.113.7", "http://api.ringostat.net", "ftp://api.ringostat.net",
    "api.ringostat.net",
    "https://user@api.ringostat.net", "",
  ])
  func theKeyIsNotSentInTheClear(_ base: String) {
    #expect(
      problem(ProviderProject(id: "1", authKey: Secret("k"), baseURL: base)) == .insecureAddress)
  }

  @Test func withoutAProjectOrAKeyNobodyIsAsked() {
    #expect(problem(ProviderProject(authKey: Secret("k"))) == .noProject)
    #expect(problem(ProviderProject(id: "1")) == .noKey)
    // It would be a header field of its own.
    #expect(problem(ProviderProject(id: "1", authKey: Secret("k\r\nX-Evil: 1"))) == .noKey)
  }

  @Test func nobodyAnswers() {
    #expect(
      problem(ProviderProject(id: "1", authKey: Secret("k"), baseURL: "http://127.0.0.1:1"))
        == .noConnection)
  }

  @Test func aCertificateThatNobodyVouchesForGetsNoKey() throws {
    let openssl = try #require(InstalledProgram.find("openssl"), "make test wants openssl")
    let folder = try TemporaryFolder()
    let (key, certificate) = (folder.path("key.pem"), folder.path("certificate.pem"))
    let made = try ChildProcess(
      openssl,
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
        "-subj", "/CN=localhost", "-days", "1",
      ])
    #expect(made.wait(milliseconds: 60_000) == .exited(0))
    // A port that was free a moment ago.
    let port = try WebServer { _ in .response(200) }.port
    let server = try ChildProcess(
      openssl, ["s_server", "-accept", "\(port)", "-key", key, "-cert", certificate, "-www"])
    defer { server.end(within: 0) }
    let project = ProviderProject(
      id: "1", authKey: Secret("k"), baseURL: "https://localhost:\(port)")
    let deadline = Clock.monotonicMilliseconds() + 30_000
    var cause = problem(project)
    while cause == .noConnection, Clock.monotonicMilliseconds() < deadline {
      cause = problem(project)
    }
    #expect(cause == .noCertificate)
  }
}

@Suite struct LinkSocketTests {
  @Test func theConsoleThatWasOpenedLastIsTold() throws {
    let folder = try TemporaryFolder()
    let environment: Environment = ["XDG_RUNTIME_DIR": folder.path]
    let link = CarbookLink.contact(Contact.ID(42))
    #expect(!LinkSocket.send(link, store: "/a.db", environment: environment))
    let first = try #require(LinkSocket(store: "/a.db", environment: environment, pid: 1))
    let other = try #require(LinkSocket(store: "/b.db", environment: environment, pid: 2))
    #expect(LinkSocket.send(link, store: "/a.db", environment: environment))
    #expect(first.receive() == ["carbook://contact/42"])
    #expect(other.receive() == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/carbook")
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.path + "/carbook/" + name)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
  }

  @Test func aConsoleThatWasKilledIsPassedOver() throws {
    let folder = try TemporaryFolder()
    let environment: Environment = ["XDG_RUNTIME_DIR": folder.path]
    let console = try #require(LinkSocket(store: "/a.db", environment: environment, pid: 1))
    // What a killed one leaves: a socket that nobody has open.
    let left = try #require(LinkSocket(store: "/a.db", environment: environment, pid: 2))
    let path = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path + "/carbook")
        .first { $0.hasSuffix("-2.sock") })
    try FileManager.default.linkItem(
      atPath: folder.path + "/carbook/" + path, toPath: folder.path + "/kept")
    withExtendedLifetime(left) {}
    #expect(
      LinkSocket.send(.order("A-1"), store: "/a.db", environment: environment))
    #expect((console.receive() + left.receive()) == ["carbook://order/A-1"])
  }
}

@Suite struct OutboxFindingTests {
  private static func status(
    _ cause: ProviderProblem.Cause? = nil, waiting: Int = 0, refused: Int = 0, skew: Int64 = 0,
    isReady: Bool = true
  ) -> ProviderStatus {
    let trouble = cause.map { cause in
      ProviderStatus.Trouble(
        job: .push, problem: ProviderProblem(cause, words: "+380501112233"),
        notBefore: cause == .keyRefused ? nil : ProviderShop.noon)
    }
    return ProviderStatus(
      integration: Integration.ID(1), name: "Ringostat", isReady: isReady, waiting: waiting,
      refused: refused, troubles: [trouble].compactMap { $0 }, skew: skew)
  }

  @Test(arguments: [
    (status(), Finding.Verdict.ok, "Nothing waits to be pushed."),
    (status(waiting: 3), .ok, "3 pushes wait."),
    (
      status(waiting: 3, isReady: false), .warn,
      "3 pushes wait for an integration that is on and has a key."
    ),
    (
      status(refused: 2), .warn,
      "Pushes that the provider refused: 2. carbook outbox list says why."
    ),
    (status(skew: 3600), .warn, "This machine's clock is 1 h 0 min off the provider's."),
    (status(.noConnection), .warn, "The provider cannot be reached."),
    (
      status(.keyRefused), .fail,
      "The provider refuses the auth key or the project: nothing is sent until they are changed."
    ),
  ])
  func theDoctorSaysHowItStands(
    _ status: ProviderStatus, _ verdict: Finding.Verdict, _ sentence: String
  ) throws {
    let shop = try ProviderShop { _ in .response(200) }
    let found = StoreFindings(store: shop.store, now: ProviderShop.noon).outbox([status])
    #expect(found == Finding("outbox", verdict, sentence))
  }
}
