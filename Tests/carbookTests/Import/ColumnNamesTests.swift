import Testing

@testable import carbook

@Suite("Names of columns")
struct ColumnNamesTests {
  @Test(
    "of contacts are understood in both languages, however they are spelt",
    arguments: [
      ("name", ContactField.name), ("Full Name", .name), ("Ім'я", .name), ("імʼя", .name),
      ("ІМ’Я", .name), ("ПІБ", .name), ("Прізвище", .familyName), ("last_name", .familyName),
      ("Phone", .number(label: nil)), ("Телефон 2", .number(label: nil)),
      ("Phone 1 - Value", .number(label: nil)), ("numbers", .number(label: nil)),
      ("Моб. телефон", .number(label: "mobile")), ("Мобільний телефон", .number(label: "mobile")),
      ("Phone 1 - Label", .labels), ("E-mail", .email), ("e-mail 1 - value", .email),
      ("Електронна пошта", .email), ("Компанія", .organization), ("Відповідальний", .responsible),
      ("External ID", .externalID), ("Примітка", .note), ("Клієнт з", .created), ("id", .ignored),
      ("колір", nil), ("", nil), ("№", nil),
    ] as [(String, ContactField?)])
  func contacts(name: String, field: ContactField?) {
    #expect(ColumnNames<ContactField>()[name] == field)
  }

  @Test(
    "of orders",
    arguments: [
      ("number", OrderField.number), ("№ замовлення", .number), ("Заказ-наряд", .number),
      ("customer", .customer), ("Клієнт", .customer), ("Телефон клієнта", .customerNumber),
      ("Держ.номер", .plate), ("Держномер", .plate), ("VIN-код", .vin), ("Рік випуску", .year),
      ("Статус ремонту", .status), ("Дата відкриття", .opened), ("contact_id", .ignored),
    ] as [(String, OrderField?)])
  func orders(name: String, field: OrderField?) {
    #expect(ColumnNames<OrderField>()[name] == field)
  }

  @Test(
    "of calls",
    arguments: [
      ("provider_id", ImportedCallField.providerID), ("uniqueid", .providerID),
      ("calldate", .date), ("Дата дзвінка", .date), ("Хто дзвонив", .caller), ("dst", .called),
      ("billsec", .talk), ("Час очікування", .wait), ("connected_with", .connectedWith),
      ("utm_source", .utmSource), ("Тип", .type), ("raw_status", .rawStatus),
    ])
  func calls(name: String, field: ImportedCallField) {
    #expect(ColumnNames<ImportedCallField>()[name] == field)
  }

  /// What the commands print is what import understands.
  @Test("that are printed are all understood")
  func printed() {
    let names = ColumnNames<ImportedCallField>()
    for name in ["id", "provider_id", "order", "repair_status", "comment", "customer", "utm"] {
      #expect(names[name] != nil, "\(name)")
    }
  }

  @Test("are each one field's")
  func unique() {
    func check<Field: ImportedField>(_ type: Field.Type) {
      let names = ColumnNames<Field>()
      for (field, spellings) in Field.columns {
        for name in spellings.split(separator: ",") {
          #expect(names[String(name)] == field, "\(name)")
        }
      }
    }
    check(ContactField.self)
    check(OrderField.self)
    check(ImportedCallField.self)
  }
}
