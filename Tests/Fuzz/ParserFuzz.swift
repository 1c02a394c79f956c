import Server

/// What libFuzzer calls with each input: the parser must neither trap nor change its verdict with
/// the way the bytes were split.
@_cdecl("LLVMFuzzerTestOneInput")
public func parse(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  for limits in [Limits(), narrow] {
    let whole = verdict([bytes[...]], limits)
    precondition(verdict(bytes.indices.map { bytes[$0...$0] }, limits) == whole, "byte by byte")
    // One place that depends on all of the input, so that it changes with each mutation.
    let place = count == 0 ? 0 : Int(bytes.reduce(0) { $0 &* 31 &+ UInt32($1) }) % (count + 1)
    precondition(
      verdict([bytes[..<place], bytes[place...]], limits) == whole, "split at \(place)")
  }
  return 0
}

/// Limits that inputs of a few hundred bytes reach.
private let narrow: Limits = {
  var limits = Limits()
  limits.line = 60
  limits.head = 200
  limits.fields = 5
  limits.body = 40
  return limits
}()

private struct Verdict: Equatable {
  var requests: [Request] = []
  var refusal: Refusal?
}

private func verdict(_ pieces: [ArraySlice<UInt8>], _ limits: Limits) -> Verdict {
  var parser = RequestParser(limits: limits)
  var verdict = Verdict()
  for piece in pieces {
    parser.append(piece)
    understanding: while true {
      switch parser.next() {
      case .needMore: break understanding
      case .expectContinue: continue
      case .request(let request): verdict.requests.append(request)
      case .refusal(let refusal):
        verdict.refusal = refusal
        break understanding
      }
    }
  }
  return verdict
}
