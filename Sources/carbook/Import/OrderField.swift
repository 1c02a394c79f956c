/// What a row can say of an order.
enum OrderField: ImportedField {
  case number
  /// Whose it is.
  case customerID, customer, customerNumber
  case make, model, year, plate, vin, status, comment, note, responsible, opened
  case closed
  /// Ours, and without meaning anywhere else.
  case ignored

  static let columns: [(field: OrderField, names: String)] = [
    (
      .number,
      """
      number,order,order number,order no,order id,номер,замовлення,номер замовлення,наряд,номер наряду,\
      заказ наряд,наряд замовлення
      """
    ),
    (
      .customerID,
      "customer external id,contact external id,client id,external id,код клієнта,код контрагента"
    ),
    (
      .customer,
      "customer,customer name,client,client name,contact,name,клієнт,замовник,контакт,піб,імʼя,контрагент"
    ),
    (
      .customerNumber,
      """
      customer number,customer phone,client phone,phone,phone number,telephone,mobile,телефон,\
      номер телефону,телефон клієнта,мобільний,моб
      """
    ),
    (.make, "make,brand,car make,марка,марка авто,виробник"),
    (.model, "model,car model,модель,модель авто"),
    (.year, "year,model year,рік,рік випуску"),
    (
      .plate,
      """
      plate,number plate,license plate,licence plate,registration,держномер,держ номер,номерний знак,\
      державний номер,номер авто,реєстраційний номер
      """
    ),
    (.vin, "vin,vin code,chassis,вин,він,вінкод,він код,номер кузова,vin код"),
    (.status, "status,repair status,state,статус,статус ремонту,стан"),
    (.comment, "comment,comments,description,work,works,коментар,опис,роботи,опис робіт"),
    (.note, "note,notes,remark,нотатка,нотатки,примітка,примітки"),
    (.responsible, "responsible,manager,employee,master,відповідальний,менеджер,майстер,працівник"),
    (
      .opened,
      "opened,opened at,open date,date,created,start date,відкрито,дата відкриття,дата,створено,прийнято"
    ),
    (.closed, "closed,closed at,close date,end date,закрито,дата закриття,завершено,видано"),
    (.ignored, "id,contact id"),
  ]

  var isList: Bool {
    self == .customerNumber
  }
}
