import Domain

@testable import TUI

/// Filters as far as the tests of the screens use them.
extension FakeStore {
  func listed(_ filter: CallFilter, _ sort: CallSort) -> [Call] {
    let bounds = filter.period?.bounds(at: Moment(Sample.now, in: .kyiv))
    return calls.filter { call in
      let status = call.status(at: Sample.now)
      return (bounds?.contains(call.start) ?? true)
        && (!filter.isMissed || status == .missed)
        && (!filter.isFromNewClient || call.isFromNewClient)
        && (filter.statuses.isEmpty || filter.statuses.contains(status))
        && (filter.hasRecording.map { $0 == (call.recording != nil) } ?? true)
        && filter.talk.allSatisfy { $0.allows(call.talk ?? 0) }
        && filter.text.split(separator: " ").allSatisfy { has(String($0), call) }
    }.map { call in
      var call = call
      call.position = LogPosition(
        start: call.start, id: call.id, sort: sort, value: sort.value(of: call, at: Sample.now))
      return call
    }
  }

  private func has(_ word: String, _ call: Call) -> Bool {
    (call.client?.digits.contains(word) ?? false)
      || (call.contact?.name?.lowercased().contains(word.lowercased()) ?? false)
  }
}
