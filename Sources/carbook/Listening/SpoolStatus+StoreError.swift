import Store
import TUI

extension SpoolStatus.Trouble {
  init(_ error: StoreError) {
    switch error {
    case .locked(let holder): self = .held(by: holder)
    case .full: self = .full
    case .readOnly: self = .readOnly
    case .newerSchema: self = .newer
    case .notFound: self = .gone
    default:
      let sentence = String(describing: error)
      self = .other(sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence)
    }
  }
}
