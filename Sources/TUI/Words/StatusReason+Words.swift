import Domain

extension Phase {
  var name: Phrase {
    switch self {
    case .before: .phaseBefore
    case .answered: .phaseAnswered
    case .after: .phaseAfter
    }
  }
}

extension StatusReason.Rule {
  var sentence: Phrase {
    switch self {
    case .notUnderstood: .reasonNotUnderstood
    case .result: .reasonResult
    case .talk: .reasonTalk
    case .noTalk: .reasonNoTalk
    case .endUnsaid: .reasonEndUnsaid
    case .notAnsweredYet: .reasonNotAnsweredYet
    case .notEndedYet: .reasonNotEndedYet
    case .endNeverCame: .reasonEndNeverCame
    }
  }
}

extension JournalEntry.Outcome {
  var name: Phrase {
    switch self {
    case .madeCall: .madeCall
    case .changedCall: .changedCall
    case .repeated: .saidNothingNew
    case .notUnderstood: .notUnderstood
    case .whileOff: .keptWhileOff
    case .sample: .keptSample
    }
  }
}
