import TUI

extension RecordingProblem {
  init(_ failure: Curl.Failure) {
    switch failure {
    case .noProgram: self = .noCurl
    case .unknownHost, .noConnection, .timedOut: self = .noNetwork
    case .certificate: self = .notSecure
    case .tooBig: self = .tooBig
    case .disk: self = .disk
    case .cancelled: self = .cancelled
    case .badAnswer, .other: self = .server
    }
  }

  init(_ refusal: RecordingRefusal) {
    switch refusal {
    case .empty: self = .none
    case .notAllowed: self = .hostNotAllowed
    case .privateAddress: self = .privateAddress
    case .tooLong, .strangeCharacters, .scheme, .credentials, .host, .port, .playlist:
      self = .badLink
    }
  }
}
