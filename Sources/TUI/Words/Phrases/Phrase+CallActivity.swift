/// A call as a CRM's card names it, and where the caller was sent.
extension Phrase {
  static let sectionActivity = Phrase("Call card", "Картка виклику")
  static let factCallFrom = Phrase("Call From", "Від кого")
  static let factCallTo = Phrase("Call To", "Кому")
  static let factPhoneNumber = Phrase("Phone Number", "Набраний номер")
  static let factDirection = Phrase("Direction", "Напрямок")
  static let factRegarding = Phrase("Regarding", "Стосується")
  static let directionIncoming = Phrase("incoming", "вхідний")
  static let directionOutgoing = Phrase("outgoing", "вихідний")
  static let keyContact = Phrase("{contact} opens the contact", "{contact} — контакт")
  static let keyNames = Phrase(
    "{edit-contact-of-call} names the contact", "{edit-contact-of-call} — дати контакту імʼя")
  static let keyEmployee = Phrase(
    "{employee-of-call} shows the employee", "{employee-of-call} — працівник")
  static let unnamedHint = Phrase(
    "{edit-contact-of-call} gives a name", "{edit-contact-of-call} — дати імʼя")
  static let doNameContact = Phrase("change or name contact", "змінити контакт, дати імʼя")
  static let doEmployeeOfCall = Phrase("employee", "працівник")
  static let whyNoEmployeeOfCall = Phrase(
    "No employee is known of this call.", "Працівник цього дзвінка невідомий.")

  static let sectionRouting = Phrase("Routing", "Маршрутизація")
  /// When, where to, why.
  static let routedTo = Phrase("{} routed to {} because {}", "{} направлено: {}, бо {}")
  static let routedNowhere = Phrase("nobody", "нікуди")
  static let becauseResponsible = Phrase(
    "he is responsible for the client", "він відповідальний за клієнта")
  static let becauseLast = Phrase(
    "he talked to the client last", "він розмовляв із клієнтом останнім")
  static let becauseOrder = Phrase(
    "the client's open order is his", "відкрите замовлення клієнта — його")
  static let becauseOpen = Phrase("these are working hours", "це робочий час")
  static let becauseClosed = Phrase("these are no working hours", "це неробочий час")
  static let becauseDefault = Phrase("no rule fits: the default", "правила не підійшли: типово")
  static let becauseLate = Phrase(
    "the store took too long to be asked: the default", "сховище не встигло відповісти: типово")
  static let becauseNobody = Phrase(
    "no rule fits, and there is no default", "правила не підійшли, типового немає")
  static let becauseOff = Phrase("the integration is off", "інтеграцію вимкнено")
}
