/// What a row can say of a contact.
enum ContactField: ImportedField {
  case externalID, name, familyName, givenName, middleName
  /// The label says what the number is for.
  case number(label: String?)
  /// Of the numbers without one, in their order.
  case labels
  case email, organization, responsible, note, created, googleClientID
  /// Ours, and without meaning anywhere else.
  case ignored

  static let columns: [(field: ContactField, names: String)] = [
    (.externalID, "external id,external,uid,crm id,client id,зовнішній id,код,код клієнта"),
    (
      .name,
      """
      name,full name,display name,fn,customer,client,contact,file as,імʼя,піб,повне імʼя,клієнт,\
      контакт,замовник,найменування,назва
      """
    ),
    (.familyName, "last name,family name,surname,прізвище"),
    (.givenName, "first name,given name,власне імʼя"),
    (.middleName, "middle name,additional name,patronymic,по батькові"),
    (
      .number(label: nil),
      """
      numbers,number,phone,phones,phone number,phone value,primary phone,telephone,tel,contact phone,\
      телефон,телефони,номер,номери,номер телефону,тел,контактний телефон,основний телефон
      """
    ),
    (
      .number(label: "mobile"),
      "mobile,mobile phone,cell,cell phone,мобільний,мобільний телефон,моб,моб тел,моб телефон"
    ),
    (
      .number(label: "work"),
      "work phone,business phone,office phone,робочий,робочий телефон,службовий телефон"
    ),
    (.number(label: "home"), "home phone,домашній,домашній телефон"),
    (.labels, "labels,label,phone label,phone type,мітки,мітка,тип телефону"),
    (
      .email,
      """
      emails,email,e mail,e mails,email address,e mail address,mail,e mail value,пошта,електронна пошта,\
      е пошта,ел пошта,адреса електронної пошти,імейл
      """
    ),
    (
      .organization,
      """
      organizations,organization,organisation,organization name,company,company name,org,організація,\
      організації,компанія,фірма,підприємство
      """
    ),
    (
      .responsible,
      """
      responsible,manager,responsible manager,owner,assigned to,відповідальний,менеджер,\
      відповідальний менеджер
      """
    ),
    (.note, "note,notes,comment,comments,remark,нотатка,нотатки,коментар,примітка,примітки"),
    (
      .created,
      "created,created at,client since,date created,створено,дата створення,клієнт з,дата реєстрації"
    ),
    (.googleClientID, "google client id,ga client id"),
    (.ignored, "id,e mail label,organization title"),
  ]

  var isList: Bool {
    switch self {
    case .number, .labels, .email, .organization: true
    default: false
    }
  }
}
