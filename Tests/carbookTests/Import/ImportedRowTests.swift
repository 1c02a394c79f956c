import Domain
import Testing

@testable import carbook

@Suite("What an imported row says")
struct ImportedRowTests {
  private static let now = Timestamp(seconds: 1_790_000_000)
  private static let contacts = ContactReader(
    plan: .ukraine, dates: ImportDate(zone: .kyiv, now: now))

  private func contact(_ json: String) throws -> ImportRow<ContactImport> {
    let row = try #require(try all(JSONRows<ContactField>(lines(json))).first)
    return row.map(ImportedRowTests.contacts.contact)
  }

  private func order(_ json: String) throws -> ImportRow<OrderImport> {
    let row = try #require(try all(JSONRows<OrderField>(lines(json))).first)
    return row.map(OrderReader(contacts: ImportedRowTests.contacts).order)
  }

  private func call(_ json: String) throws -> ImportRow<CallImport> {
    let row = try #require(try all(JSONRows<ImportedCallField>(lines(json))).first)
    let reader = CallReader(contacts: ImportedRowTests.contacts, now: ImportedRowTests.now)
    return row.map(reader.call)
  }

  @Test("of a contact is all that the command prints")
  func wholeContact() throws {
    let json = #"""
      {"id":7,"name":"Іваненко Олена","numbers":["+380501234567","0671112233"],"labels":["","work"],\#
      "emails":["o@example.com"],"organizations":["Кома; ТОВ"],"responsible":"Петро С.",\#
      "created":"2026-08-31T10:05:00Z","note":"рядок\nдругий","external_id":"C-1"}
      """#
    let read = try contact(json).content.get()
    var wanted = ContactImport()
    wanted.externalID = "C-1"
    wanted.name = "Іваненко Олена"
    wanted.numbers = ["+380501234567", "+380671112233"].map {
      Contact.Number(
        number: PhoneNumber(kind: .international, text: $0),
        label: $0.hasSuffix("33") ? "work" : nil)
    }
    wanted.emails = ["o@example.com"]
    wanted.organizations = ["Кома; ТОВ"]
    wanted.responsible = "Петро С."
    wanted.note = "рядок\nдругий"
    wanted.created = Timestamp(seconds: 1_788_170_700)
    #expect(read == wanted)
  }

  @Test(
    "of a contact is refused with a sentence that quotes nothing",
    arguments: [
      ("{}", "The row has neither a name nor a number."),
      (#"{"name":" ","note":"x"}"#, "The row has neither a name nor a number."),
      (#"{"phone":"101"}"#, "A number cannot be dialled from outside."),
      (#"{"phone":"0501234567, ivan"}"#, "A number cannot be dialled from outside."),
      (#"{"name":"О","email":"не пошта"}"#, "An e-mail address is not one."),
      (#"{"name":"О","created":"вчора"}"#, "A date cannot be read."),
      ("[1]", "This is not a JSON object."), ("{\"name\"", "This is not a JSON object."),
      (
        "{\"name\":\"" + String(repeating: "х", count: 201) + "\"}",
        "The name is longer than 200 characters."
      ),
    ])
  func refusedContact(json: String, sentence: String) throws {
    #expect(try contact(json).content == .failure(Refusal(sentence)))
  }

  @Test(
    "bears dates in many spellings, in the shop's zone where it names none",
    arguments: [
      ("2026-08-31", "2026-08-30T21:00:00Z"), ("2026-08-31 10:05", "2026-08-31T07:05:00Z"),
      ("2026-08-31T10:05:07Z", "2026-08-31T10:05:07Z"),
      ("2026-12-31T10:05:00+02:00", "2026-12-31T08:05:00Z"),
      ("31.08.2026", "2026-08-30T21:00:00Z"), ("1.8.2026 9:05", "2026-08-01T06:05:00Z"),
      ("31/08/2026 10:05:07", "2026-08-31T07:05:07Z"),
      ("31.08.2026, 10:05", "2026-08-31T07:05:00Z"),
      ("1788170700", "2026-08-31T10:05:00Z"), ("31.02.2026", nil), ("2026-08-31 25:00", nil),
      ("", nil), ("сьогодні", nil), ("31.08.26", nil), ("1999-01-01", nil),
    ] as [(String, String?)])
  func dates(text: String, date: String?) {
    #expect(ImportedRowTests.contacts.dates.timestamp(text)?.iso8601 == date)
  }

  @Test("of an order is all that the command prints")
  func wholeOrder() throws {
    let json = #"""
      {"id":1,"number":"A-1","contact_id":3,"customer":"Олена","customer_number":"0501234567",\#
      "make":"Škoda","model":"Octavia","year":2019,"plate":"AA1234BX","vin":"TMBJJ7NE5K0123456",\#
      "status":"in repair","comment":"гальма","opened":"2026-08-31T10:05:00Z","closed":null,"note":"н"}
      """#
    let read = try order(json).content.get()
    var wanted = OrderImport(number: "A-1")
    wanted.customer.name = "Олена"
    wanted.customer.numbers = [
      Contact.Number(number: PhoneNumber(kind: .international, text: "+380501234567"), label: nil)
    ]
    wanted.vehicle = Vehicle(
      make: "Škoda", model: "Octavia", year: 2019, plate: "AA1234BX", vin: "TMBJJ7NE5K0123456")
    wanted.status = "in repair"
    wanted.comment = "гальма"
    wanted.note = "н"
    wanted.opened = Timestamp(seconds: 1_788_170_700)
    #expect(read == wanted)
  }

  @Test("of an order needs its number")
  func orderWithoutNumber() throws {
    #expect(
      try order(#"{"customer":"О"}"#).content == .failure(Refusal("The row has no order number.")))
  }

  @Test(
    "of a call says its status",
    arguments: [
      (#""type":"in","raw_status":"ANSWERED","talk":60"#, CallStatus.answered),
      (#""type":"in","status":"missed""#, .missed),
      (#""type":"out","status":"not-reached""#, .notReached),
      (#""type":"in","status":"missed","talk":0"#, .missed), (#""status":"BUSY""#, .busy),
      (#""type":"in","status":"пропущений""#, .missed), (#""status":"unknown""#, .unknown),
      (#""type":"in","status":"voicemail","talk":"0:07""#, .voicemail),
      (#""type":"in","raw_status":"SOMETHING","status":"other""#, .other),
    ])
  func status(members: String, status: CallStatus) throws {
    let row = try call(
      #"{"provider_id":"1","date":"2026-08-31","caller":"0501234567",\#(members)}"#)
    let record = CallRecord(try row.content.get().event)
    let sides = CallSides(record, own: OwnNumbers())
    let derived = CallStatus(
      type: sides.type, phase: record.weight.phase, disposition: record.fields.disposition,
      talk: CallTimes(record).talk, start: CallTimes(record).start, now: ImportedRowTests.now)
    #expect(derived == status)
  }

  @Test("of a call has the client's side where the row names him")
  func client() throws {
    let row = try call(
      """
      {"provider_id":"1","date":"2026-08-31","type":"callback","caller":"0440000009",\
      "called":"0501234567","client":"+380501234567"}
      """)
    let sides = CallSides(CallRecord(try row.content.get().event), own: OwnNumbers())
    #expect(sides.client?.text == "+380501234567" && sides.type == .callback)
  }

  @Test(
    "of a call is refused",
    arguments: [
      (#""date":"2026-08-31""#, "The row has no provider's id of a call."),
      (#""provider_id":"1""#, "A date cannot be read."),
      (
        #""provider_id":"1","date":"2026-08-31","type":"sideways""#,
        "The call's type is not in, out, callback or internal."
      ),
      (
        #""provider_id":"1","date":"2026-08-31","talk":"-5""#,
        "A duration is neither seconds nor minutes and seconds."
      ),
    ])
  func refusedCall(members: String, sentence: String) throws {
    #expect(try call("{\(members)}").content == .failure(Refusal(sentence)))
  }

  @Test("of a call that was not understood is its id and its start")
  func notUnderstood() throws {
    let row = try call(
      #"{"provider_id":"k-1","date":"2026-08-31T10:05:00Z","status":"not-understood","type":null}"#)
    let read = try row.content.get()
    #expect(!read.isUnderstood && read.event.fields.start?.iso8601 == "2026-08-31T10:05:00Z")
  }

  @Test("has durations in seconds or as a clock shows them")
  func durations() throws {
    for (text, seconds) in [("185", 185), ("3:05", 185), ("1:02:03", 3723), ("0", 0)] {
      #expect(try CallReader.seconds(text) == seconds)
    }
    for text in ["1:2:3:4", "", "9999999", "604801", ":", "+5"] {
      #expect(throws: Refusal.badDuration) { try CallReader.seconds(text) }
    }
  }
}
