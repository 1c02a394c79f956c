/// What is done with calls.
extension Phrase {
  static let doNote = Phrase("note", "нотатка")
  static let doAttach = Phrase("whose, what about", "чий, про що")
  static let doUndo = Phrase("undo", "скасувати")
  static let doRedo = Phrase("do again", "повторити")
  static let helpCalls = Phrase("With a call", "З дзвінком")
  static let helpNote = Phrase("While writing a note", "Під час запису нотатки")
  static let helpOrderPicker = Phrase("When choosing an order", "Під час вибору замовлення")
  static let helpSortMenu = Phrase("When sorting the log", "Під час сортування журналу")
  static let helpAttachMenu = Phrase(
    "When saying whose a call is", "Коли вказують, чий дзвінок")

  static let doOlderCall = Phrase("client's older call", "старіший дзвінок клієнта")
  static let doNewerCall = Phrase("client's newer call", "новіший дзвінок клієнта")
  static let doBack = Phrase("back", "назад")
  static let doForward = Phrase("forward", "вперед")
  static let doNextSection = Phrase("next section", "наступний розділ")
  static let doPreviousSection = Phrase("previous section", "попередній розділ")
  static let helpCall = Phrase("In a call's card", "У картці дзвінка")
  static let whyNobodyKnown = Phrase(
    "Nobody knows whose call this is.", "Невідомо, чий це дзвінок.")
  static let whyNothingBehind = Phrase(
    "Nothing was opened before this.", "Перед цим нічого не відкривали.")
  static let whyNothingAhead = Phrase(
    "Nothing was opened after this.", "Після цього нічого не відкривали.")
  static let noOlderCall = Phrase(
    "This client has no older call.", "Старіших дзвінків цього клієнта немає.")
  static let noNewerCall = Phrase(
    "This client has no newer call.", "Новіших дзвінків цього клієнта немає.")

  static let callNote = Phrase("Note on a call", "Нотатка до дзвінка")
  static let noteTitle = Phrase("Note · {} · {}", "Нотатка · {} · {}")
  static let noteSaved = Phrase(
    "Note kept. {undo} takes it back.", "Нотатку збережено. {undo} скасовує.")
  static let noteRemoved = Phrase(
    "Note taken away. {undo} brings it back.", "Нотатку прибрано. {undo} повертає.")
  static let whyNotOwed = Phrase(
    "This client does not wait for a call.", "Цей клієнт не чекає на дзвінок.")

  static let sortTitle = Phrase("Sort by", "Сортувати за")
  static let attachTitle = Phrase("This call is", "Цей дзвінок")
  static let doAttachContact = Phrase("of a contact…", "контакту…")
  static let doAttachOrder = Phrase("about an order…", "про замовлення…")
  static let doDetachContact = Phrase("nobody's", "нічий")
  static let doDetachOrder = Phrase("about no order", "не про замовлення")
  static let doFollowRule = Phrase("as the rule says", "за правилом")
  static let whyNotByHand = Phrase(
    "Nobody has said by hand whose it is or what it is about.",
    "Вручну не вказували, чий він і про що.")
  static let followsRule = Phrase(
    "The call goes by the rule again. {undo} takes it back.",
    "Дзвінок знову за правилом. {undo} скасовує.")
  static let whyNobodys = Phrase("This call is nobody's already.", "Цей дзвінок і так нічий.")
  static let detached = Phrase(
    "The call is nobody's now. {undo} takes it back.", "Дзвінок тепер нічий. {undo} скасовує.")
  static let orderAttached = Phrase(
    "The call is about this order now. {undo} takes it back.",
    "Дзвінок тепер про це замовлення. {undo} скасовує.")
  static let orderDetached = Phrase(
    "The call is about no order now. {undo} takes it back.",
    "Дзвінок тепер не про замовлення. {undo} скасовує.")
  static let orderPickerTitle = Phrase(
    "Which order is the call about?", "Про яке замовлення дзвінок?")
  static let orderPickerNone = Phrase(
    "The client has no orders. Type a number, a plate or a name to find one.",
    "Замовлень у клієнта немає. Введіть номер, держ. номер чи імʼя.")
  static let orderPickerNothing = Phrase("No order found.", "Замовлення не знайдено.")
}
