import Domain

extension Wording {
  /// What a person did, as history and undo name it.
  func action(_ action: HistoryEntry.Action) -> String {
    let phrase: Phrase =
      switch action {
      case .createContact: .actionCreateContact
      case .updateContact: .actionUpdateContact
      case .addNumber: .actionAddNumber
      case .deleteContact: .actionDeleteContact
      case .mergeContacts: .actionMergeContacts
      case .renameOrganization: .actionRenameOrganization
      case .deleteOrganization: .actionDeleteOrganization
      case .setNote: .actionSetNote
      case .assignCall: .actionAssignCall
      case .detachCall: .actionDetachCall
      case .attachOrder: .actionAttachOrder
      case .followRule: .actionFollowRule
      case .dismissPrompt: .actionDismissPrompt
      case .settleCallBack: .actionSettleCallBack
      case .createOrder: .actionCreateOrder
      case .updateOrder: .actionUpdateOrder
      case .deleteOrder: .actionDeleteOrder
      case .changeStatuses: .actionChangeStatuses
      case .setOrderNumber: .actionSetOrderNumber
      case .createEmployee: .actionCreateEmployee
      case .updateEmployee: .actionUpdateEmployee
      case .deleteEmployee: .actionDeleteEmployee
      case .setRouting: .actionSetRouting
      case .importFile: .actionImport
      case .createIntegration: .actionCreateIntegration
      case .updateIntegration: .actionUpdateIntegration
      case .rotateToken: .actionRotateToken
      case .removeIntegration: .actionRemoveIntegration
      case .setPublicURL: .actionSetPublicURL
      case .setOwnNumbers: .actionSetOwnNumbers
      case .switchOn: .actionSwitchOn
      case .switchOff: .actionSwitchOff
      case .setRetention: .actionSetRetention
      case .purge: .actionPurge
      case .forgetNumber: .actionForgetNumber
      }
    return words(phrase)
  }
}
