import Foundation
import TUI
import Testing

@testable import carbook

@Suite struct RecordingFetchTests {
  static let wave =
    Array("RIFF\u{24}\u{0}\u{0}\u{0}WAVEfmt ".utf8) + [UInt8](repeating: 0, count: 40)

  /// Fetches `/x` from a server and looks at what is left in the folder.
  private func fetch(
    _ answer: @escaping @Sendable (WebServer.Request) -> WebServer.Answer
  ) throws -> (kind: AudioKind?, problem: RecordingProblem?, left: [String]) {
    let folder = try TemporaryFolder()
    let server = try WebServer(answer)
    let policy = try #require(RecordingPolicy(allowing: [server.origin]))
    var (kind, problem): (AudioKind?, RecordingProblem?)
    do throws(RecordingProblem) {
      kind = try RecordingFetch(policy: policy).fetch(
        server.origin + "/x", to: folder.path("x.part"))
    } catch {
      problem = error
    }
    return (kind, problem, try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  @Test func audioIsKept() throws {
    let found = try fetch { _ in .response(200, body: RecordingFetchTests.wave) }
    #expect(found.kind == .wav)
    #expect(found.left == ["x.part"])
  }

  static let problems: [(String, WebServer.Answer, RecordingProblem)] = [
    ("404", .response(404), .expired),
    ("403", .response(403), .expired),
    ("410", .response(410), .expired),
    ("a page", .response(200, ["Content-Type: audio/wav"], body: Array("<html>".utf8)), .expired),
    ("a playlist", .response(200, body: Array("#EXTM3U\nhttp://127.0.0.1/".utf8)), .expired),
    ("nothing", .response(200), .expired),
    ("500", .response(500), .server),
    ("204", .response(204), .server),
    ("half", .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nRIFF".utf8)), .server),
    (
      "too big", .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 104857601\r\n\r\n".utf8)), .tooBig
    ),
    ("to a file", .response(302, ["Location: file:///etc/passwd"]), .badLink),
    ("to loopback", .response(302, ["Location: http://127.0.0.1:1/"]), .badLink),
    ("to loopback by TLS", .response(302, ["Location: https://127.0.0.1/"]), .privateAddress),
    ("to another host", .response(301, ["Location: https://evil.example/"]), .hostNotAllowed),
    ("to nowhere", .response(302), .none),
    ("round and round", .response(302, ["Location: /x"]), .server),
  ]

  @Test(arguments: problems) func isNotHeard(
    _ name: String, _ answer: WebServer.Answer, _ problem: RecordingProblem
  ) throws {
    let found = try fetch { _ in answer }
    #expect(found.problem == problem)
    #expect(found.left == [])
  }

  @Test func threeRedirectsAreFollowed() throws {
    let found = try fetch { request in
      let next = ["/x": "/1", "/1": "/2", "/2": "/3"][request.target]
      return next.map { .response(302, ["Location: \($0)"]) }
        ?? .response(200, body: RecordingFetchTests.wave)
    }
    #expect(found.kind == .wav)
  }

  static let places: [([String], RecordingProblem)] = [
    ([], .noNetwork), (["127.0.0.1"], .privateAddress),
    (["93.184.216.34", "10.0.0.1"], .privateAddress),
    (["::1"], .privateAddress), (["fe80::1%eth0"], .privateAddress),
  ]

  /// A name on the list may lead anywhere: its owner decides, and so may whoever has hijacked it.
  @Test(arguments: places) func aNameThatLeadsHome(
    _ addresses: [String], _ problem: RecordingProblem
  ) throws {
    let folder = try TemporaryFolder()
    var fetch = RecordingFetch(policy: RecordingPolicy())
    fetch.lookUp = { _ in addresses }
    #expect(throws: problem) {
      try fetch.fetch("https://app.ringostat.com/x.wav", to: folder.path("x"))
    }
  }

  @Test func withoutCurlItSaysSo() throws {
    let folder = try TemporaryFolder()
    var fetch = RecordingFetch(
      policy: try #require(RecordingPolicy(allowing: ["http://127.0.0.1:1"])))
    fetch.curl = Curl(program: nil)
    #expect(throws: RecordingProblem.noCurl) {
      try fetch.fetch("http://127.0.0.1:1/x.wav", to: folder.path("x"))
    }
  }

  static let kinds: [([UInt8], AudioKind?)] = [
    (wave, .wav), (Array("ID3\u{4}".utf8), .mp3), ([0xFF, 0xFB, 0x90], .mp3),
    ([0xFF, 0xF3, 0x40], .mp3), ([0xFF, 0xF1, 0x50], .aac), (Array("OggS".utf8), .ogg),
    (Array("fLaC".utf8), .flac), ([0, 0, 0, 32] + Array("ftypM4A ".utf8), .m4a),
    (Array("#!AMR\n".utf8), .amr), (Array("#!/bin/sh".utf8), nil), (Array("<!DOCTYPE".utf8), nil),
    (Array("[playlist]".utf8), nil), (Array("RIFF".utf8), nil), ([0xFF], nil), ([], nil),
    ([0xFF, 0xFE, 0x3C, 0], nil),
  ]

  @Test(arguments: kinds) func isToldByItsFirstBytes(_ bytes: [UInt8], _ kind: AudioKind?) {
    #expect(AudioKind(bytes) == kind)
  }
}
