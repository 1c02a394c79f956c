@testable import Server

/// What a parser made of some bytes: the requests, then a refusal or nothing.
struct Reading: Equatable, CustomStringConvertible {
  var requests: [Request] = []
  var refusal: Refusal?
  /// How often the client would have been told to go on. It may differ between splits.
  var continues = 0

  init(_ pieces: [ArraySlice<UInt8>], limits: Limits = Limits()) {
    var parser = RequestParser(limits: limits)
    for piece in pieces {
      parser.append(piece)
      understanding: while true {
        switch parser.next() {
        case .needMore: break understanding
        case .expectContinue: continues += 1
        case .request(let request): requests.append(request)
        case .refusal(let found):
          refusal = found
          break understanding
        }
      }
    }
  }

  init(_ bytes: [UInt8], limits: Limits = Limits()) {
    self.init([bytes[...]], limits: limits)
  }

  init(_ text: String, limits: Limits = Limits()) {
    self.init(Array(text.utf8), limits: limits)
  }

  /// The first split of the bytes that changes what is understood; nil where there is none.
  /// Long inputs are split at every byte for byte-by-byte, and at a sample of the two-part ones.
  static func firstDifference(_ bytes: [UInt8], limits: Limits = Limits()) -> String? {
    let whole = Reading(bytes, limits: limits)
    let single = Reading(bytes.indices.map { bytes[$0...$0] }, limits: limits)
    if !single.agrees(with: whole) { return "byte by byte: \(single), whole: \(whole)" }
    let step = max(1, bytes.count / 600)
    for point in stride(from: 1, to: bytes.count, by: step) {
      let split = Reading([bytes[..<point], bytes[point...]], limits: limits)
      if !split.agrees(with: whole) { return "split at \(point): \(split), whole: \(whole)" }
    }
    return nil
  }

  func agrees(with other: Reading) -> Bool {
    requests == other.requests && refusal == other.refusal
  }

  var description: String {
    let requests = requests.map { "\($0.method) \($0.target) \($0.body.count)" }
    return "\(requests) \(refusal.map { "\($0.status) \($0.reason)" } ?? "waits")"
  }
}
