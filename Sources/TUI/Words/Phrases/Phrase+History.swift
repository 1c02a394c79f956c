/// What was changed, and taken back.
extension Phrase {
  static let undone = Phrase("Undone: {}.", "Скасовано: {}.")
  static let redone = Phrase("Done again: {}.", "Повторено: {}.")
  static let nothingToUndo = Phrase(
    "There is nothing of yours to take back or to do again.", "Немає чого скасувати чи повторити.")
  static let changedSince = Phrase(
    "User {} has changed it since: it cannot be taken back.",
    "Користувач {} вже змінив це: скасувати не можна.")
  static let nameTaken = Phrase("Another one has this name already.", "Така назва вже є.")
  static let hasMembers = Phrase(
    "Contacts belong to it: it is deleted when none does.",
    "До неї належать контакти: видалити можна лише порожню.")

  // What a person did.
  static let actionCreateContact = Phrase("contact created", "контакт створено")
  static let actionUpdateContact = Phrase("contact changed", "контакт змінено")
  static let actionAddNumber = Phrase("number added", "номер додано")
  static let actionDeleteContact = Phrase("contact deleted", "контакт видалено")
  static let actionMergeContacts = Phrase("contacts merged", "контакти обʼєднано")
  static let actionRenameOrganization = Phrase(
    "organization renamed", "організацію перейменовано")
  static let actionDeleteOrganization = Phrase("organization deleted", "організацію видалено")
  static let actionSetNote = Phrase("note on a call", "нотатка до дзвінка")
  static let actionAssignCall = Phrase("call given to a contact", "дзвінок закріплено")
  static let actionDetachCall = Phrase("call made nobody's", "дзвінок зроблено нічиїм")
  static let actionAttachOrder = Phrase("order of a call", "замовлення дзвінка")
  static let actionFollowRule = Phrase("call by the rule again", "дзвінок знову за правилом")
  static let actionDismissPrompt = Phrase("“not now”", "«не зараз»")
  static let actionSettleCallBack = Phrase("“dealt with”", "«опрацьовано»")
  static let actionCreateOrder = Phrase("order created", "замовлення створено")
  static let actionUpdateOrder = Phrase("order changed", "замовлення змінено")
  static let actionDeleteOrder = Phrase("order deleted", "замовлення видалено")
  static let actionChangeStatuses = Phrase(
    "repair statuses changed", "статуси ремонту змінено")
  static let actionSetOrderNumber = Phrase("next order number set", "номер замовлення вказано")
  static let actionSwitchOn = Phrase("integration switched on", "інтеграцію увімкнено")
  static let actionSwitchOff = Phrase("integration switched off", "інтеграцію вимкнено")
  static let actionImport = Phrase("imported from a file", "імпортовано з файлу")
  static let actionCreateIntegration = Phrase("integration created", "інтеграцію створено")
  static let actionUpdateIntegration = Phrase("integration changed", "інтеграцію змінено")
  static let actionRotateToken = Phrase("token replaced", "токен замінено")
  static let actionRemoveIntegration = Phrase("integration removed", "інтеграцію видалено")
  static let actionSetPublicURL = Phrase("public address set", "публічну адресу вказано")
  static let actionSetOwnNumbers = Phrase("own numbers set", "власні номери вказано")
  static let actionSetRetention = Phrase("retention set", "строк зберігання вказано")
  static let actionPurge = Phrase("old calls deleted", "старі дзвінки видалено")
  static let actionForgetNumber = Phrase("number forgotten", "номер забуто")
}
