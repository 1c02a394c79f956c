import Foundation
import Testing

@testable import Server

/// Requests that others collected (Corpora/http-requests.jsonl).
@Suite struct CorpusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let bytes: [UInt8]
    /// A valid one's requests, or the name of the refusal.
    let expected: Expected

    enum Expected: Sendable {
      case requests([ExpectedRequest])
      case refusal(String)
    }

    var testDescription: String { id }
  }

  struct ExpectedRequest: Sendable, Equatable {
    let method: String
    let uri: [UInt8]
    let version: Request.Version
    let headers: [[String]]
    let body: [UInt8]
  }

  /// Valid ones that we do not take, and why.
  static let refusedByUs: [String: String] = [
    "gunicorn/valid/009.http": "Transfer-Encoding beside Content-Length: 400",
    "gunicorn/valid/025.http": "gzip would have to be undone: 501",
    "gunicorn/valid/025_line.http": "gzip would have to be undone: 501",
    "gunicorn/valid/rfc9112_smuggle_gzip_chunked_01.http": "gzip would have to be undone: 501",
    "gunicorn/valid/099.http": "announces 17,914 bytes of body, has 8,599: waits for the rest",
  ]

  /// Cut short: what is there is right, so far.
  static let incomplete: Set = ["@NoMoreData", "@ChunkMissingTerminator"]

  static let valid = (try? load("valid")) ?? []
  static let invalid = (try? load("invalid")) ?? []

  @Test func theCorpusIsThere() {
    #expect(Self.valid.count == 50)
    #expect(Self.invalid.count == 63)
    #expect(Self.refusedByUs.count <= 5)
  }

  @Test(arguments: valid) func takesValidOnes(_ given: Case) throws {
    guard case .requests(let expected) = given.expected else { return }
    let reading = Reading(given.bytes)
    #expect(Reading.firstDifference(given.bytes) == nil)
    guard Self.refusedByUs[given.id] == nil else {
      #expect(reading.requests.isEmpty)
      return
    }
    #expect(reading.refusal == nil)
    let read = reading.requests.map(Self.comparable)
    #expect(read == expected)
  }

  @Test(arguments: invalid) func refusesInvalidOnes(_ given: Case) {
    guard case .refusal(let name) = given.expected else { return }
    // These are about limits, which were lower there.
    var limits = Limits()
    if name.hasPrefix("@Limit") { limits.line = 4_094 }
    let reading = Reading(given.bytes, limits: limits)
    #expect(Reading.firstDifference(given.bytes, limits: limits) == nil)
    #expect((reading.refusal == nil) == Self.incomplete.contains(name))
  }

  /// Many invalid ones lack a Host, which alone would be reason enough: with one they must be
  /// refused as well.
  @Test(arguments: invalid) func refusesInvalidOnesForTheirOwnFault(_ given: Case) {
    // A method may be short and in lower case (RFC 9110 section 9.1); that server wants neither.
    guard given.id != "gunicorn/invalid/003c.http", case .refusal(let name) = given.expected,
      !Self.incomplete.contains(name), !name.hasPrefix("@Limit")
    else { return }
    let text = String(decoding: given.bytes, as: UTF8.self)
    let pattern = " HTTP/1.1\r\n"
    guard !text.lowercased().contains("host:"), let line = text.range(of: pattern) else { return }
    let bytes = Array((text[..<line.upperBound] + "Host: h\r\n" + text[line.upperBound...]).utf8)
    #expect(Reading(bytes).refusal != nil)
  }

  /// In the corpus' form: names in capitals, values one character a byte. That server drops
  /// names with an underscore; we keep them, since the provider's have some. An added Host does
  /// not stand in the expectations.
  private static func comparable(_ request: Request) -> ExpectedRequest {
    let headers = request.headers.fields.filter {
      !$0.name.contains("_") && $0.value != "example.test"
    }
    return ExpectedRequest(
      method: request.method, uri: Array(request.target.utf8), version: request.version,
      headers: headers.map { [$0.name.uppercased(), latin1(Array($0.value.utf8))] },
      body: request.body)
  }

  private static func latin1(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  // MARK: Reading the file

  private static func load(_ kind: String) throws -> [Case] {
    let url = try #require(
      Bundle.module.url(
        forResource: "http-requests", withExtension: "jsonl", subdirectory: "Corpora"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard object["kind"] as? String == kind, object["applicability"] as? String == "core" else {
        return nil
      }
      let raw = try #require((object["raw_host_b64"] ?? object["raw_b64"]) as? String)
      var bytes = [UInt8](try #require(Data(base64Encoded: raw)))
      if kind == "valid" { bytes = hostedFollowers(bytes) }
      return Case(
        id: try #require(object["id"] as? String), bytes: bytes,
        expected: try expectation(try #require(object["expect"])))
    }
  }

  /// The corpus adds a Host to the first request of a row only; this does it for a second one.
  private static func hostedFollowers(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let follower = "\r\n\r\nGET /second HTTP/1.1\r\n\r\n"
    guard text.hasSuffix(follower), !text.contains("Content-Length: 24") else { return bytes }
    return Array((text.dropLast() + "Host: example.test\r\n\r\n").utf8)
  }

  private static func expectation(_ object: Any) throws -> Case.Expected {
    if let name = object as? String { return .refusal(name) }
    let objects = try (object as? [[String: Any]]) ?? [#require(object as? [String: Any])]
    return .requests(
      try objects.map { object in
        let body = try #require(object["body"] as? String)
        return ExpectedRequest(
          method: try #require(object["method"] as? String),
          uri: bytes(try #require(object["uri"] as? String)),
          version: object["version"] as? [Int] == [1, 0] ? .http10 : .http11,
          headers: try #require(object["headers"] as? [[String]]), body: bytes(body))
      })
  }

  private static func bytes(_ latin1: String) -> [UInt8] {
    latin1.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
