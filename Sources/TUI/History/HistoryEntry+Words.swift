import Domain

extension HistoryEntry: ListRow {
  public var position: ID { id }

  /// Newest first.
  public static func precedes(_ left: ID, _ right: ID) -> Bool {
    left.rawValue > right.rawValue
  }
}

extension Wording {
  /// `contact changed`, or that this was taken back.
  func deed(_ entry: HistoryEntry) -> String {
    let action = action(entry.action)
    return switch entry.step {
    case .edit: action
    case .undo: words(.historyUndone, action)
    case .redo: words(.historyRedone, action)
    }
  }

  /// `Name: Олена → Олена Бойко`, `Number: + +380 50 123 45 67`
  func change(_ change: HistoryEntry.Change) -> String {
    let values = [change.before, change.after].map { $0.map { value($0, of: change.field) } }
    let text =
      switch (values[0], values[1]) {
      case (let before?, let after?): "\(before) → \(after)"
      case (let before?, nil): "− \(before)"
      case (nil, let after?): "+ \(after)"
      case (nil, nil): ""
      }
    return "\(words(label(change.field))): \(text)"
  }

  private func value(_ text: String, of field: HistoryEntry.Change.Field) -> String {
    switch field {
    case .status: repair(RepairStatus(rawValue: text)).text
    case .away: words(.yes)
    default: text
    }
  }

  private func label(_ field: HistoryEntry.Change.Field) -> Phrase {
    switch field {
    case .name: .fieldName
    case .number: .fieldNumber
    case .email: .fieldEmail
    case .organization: .fieldOrganization
    case .responsible: .fieldResponsible
    case .note: .fieldNote
    case .googleClientID: .fieldGoogleClientID
    case .externalID: .fieldExternalID
    case .login: .fieldLogin
    case .away: .fieldAway
    case .crmID: .fieldCRMID
    case .providerStaffID: .fieldProviderStaffID
    case .contact: .contact
    case .order: .order
    case .make: .historyMake
    case .model: .historyModel
    case .year: .historyYear
    case .plate: .historyPlate
    case .vin: .historyVIN
    case .status: .columnRepair
    case .comment: .columnComment
    case .opened: .historyOpened
    case .closed: .historyClosed
    case .available: .fieldAvailable
    case .zone: .fieldZone
    case .project: .fieldProject
    case .authKey: .fieldAuthKey
    case .baseURL: .fieldBaseURL
    case .publicURL: .fieldPublicURL
    case .sipLogin: .fieldSIPLogins
    case .newNumbers: .fieldNewNumbers
    case .announcement: .fieldAnnouncement
    case .contactLink: .fieldContactLink
    case .leadLink: .fieldLeadLink
    case .dealLink: .fieldDealLink
    }
  }
}
