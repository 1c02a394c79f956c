import Domain
import Telephony
import Testing

/// Every row of the table "Names seen for the same thing" in the provider facts, name by name.
@Suite struct NameTests {
  @Test(arguments: ["uniqueid", "call_id", "cdr_id", "record", "Call-Id", "UNIQUEID", "CDR_ID"])
  func callID(_ name: String) {
    #expect(event(Delivery("\(name)=ua9_-1.5"))?.providerID == "ua9_-1.5")
    #expect(
      event(Delivery(#"{"\#(name)":1790775458.2139025}"#))?.providerID == "1790775458.2139025")
  }

  @Test func recordIsNoIDWhereItIsALink() {
    let heard = event(Delivery("record=https://a.example/1.mp3&cdr_id=5"))
    #expect(heard?.providerID == "5")
    #expect(heard?.fields.recording == "https://a.example/1.mp3")
    #expect(event(Delivery("record=https://a.example/1.mp3")) == nil)
  }

  @Test(arguments: [
    ("calldate", "2026-08-08 11:11:11"), ("date", "2026-08-08 11:11:11"),
    ("call_date", "2026-08-08 11:11:11"), ("calldate_timestamp_micros", "1786176671000000"),
  ])
  func start(_ name: String, _ value: String) {
    #expect(fields(name, value)?.start == utc(2026, 8, 8, 8, 11, 11))
  }

  @Test(arguments: [
    ("call_type", "in", CallType.incoming), ("call_type", "out", .outgoing),
    ("call_type", "callback", .callback), ("call_type", "transitin", .incoming),
    ("call_type", "transitout", .outgoing), ("type", "in", .incoming), ("type", "out", .outgoing),
    ("Type", " OUT ", .outgoing), ("call-type", "Callback", .callback),
    ("call_type", "TransitIn", .incoming),
  ])
  func kind(_ name: String, _ value: String, _ type: CallType) {
    #expect(fields(name, value)?.type == type)
  }

  @Test func anUnknownKindIsNone() {
    #expect(fields("type", "call_finished") == CallFields())
  }

  @Test(arguments: ["caller", "caller_number", "userfield", "E164", "e164", "Caller-Number"])
  func whoDialled(_ name: String) {
    #expect(fields(name, "380501112233")?.caller == number("+380501112233"))
  }

  @Test(arguments: ["callee", "dst", "destination", "call_destination"])
  func whoWasDialled(_ name: String) {
    #expect(fields(name, "380501112233")?.called == number("+380501112233"))
  }

  @Test func outbound() {
    #expect(fields("outbound_number", "380501112233")?.outbound == number("+380501112233"))
  }

  @Test(arguments: ["pool_name", "n_alias"])
  func pool(_ name: String) {
    #expect(fields(name, "Лендінг")?.pool == "Лендінг")
  }

  @Test(arguments: [
    "connected_with", "employee_fio", "employee", "employee_number", "manager_id",
    "internal_number", "additional_number", "extension_number",
  ])
  func whoAnswered(_ name: String) {
    #expect(fields(name, "101")?.connectedWith == "101")
    #expect(fields(name, "(not set)")?.connectedWith == nil)
  }

  @Test(arguments: [
    ("employee_number=101&connected_with=my_login&employee_fio=Olena", "Olena"),
    ("employee_number=101&connected_with=my_login&employee=Petro", "Petro"),
    ("manager_id=7&internal_number=101&connected_with=my_login", "my_login"),
    ("manager_id=7&internal_number=101&connected_with=", "101"),
  ])
  func aNameBeatsALoginBeatsANumber(_ query: String, _ connected: String) {
    #expect(event(Delivery(query: "call_id=1&" + query))?.fields.connectedWith == connected)
  }

  @Test func staffAndDepartment() {
    #expect(fields("staffid", "1111")?.staffID == "1111")
    #expect(fields("department", "Сервіс")?.department == "Сервіс")
  }

  @Test(arguments: ["disposition", "status", "call_status"])
  func result(_ name: String) {
    #expect(fields(name, "NO ANSWER")?.disposition == Disposition("NO ANSWER"))
  }

  @Test(arguments: ["duration", "call_duration"])
  func duration(_ name: String) {
    #expect(fields(name, "50")?.duration == 50)
  }

  @Test func durationInMilliseconds() {
    #expect(fields("duration_ms", "50999")?.duration == 50)
    #expect(event(Delivery("call_id=1&duration_ms=9000&duration=50"))?.fields.duration == 50)
  }

  @Test(arguments: ["waittime", "waiting"])
  func wait(_ name: String) {
    #expect(fields(name, "27")?.wait == 27)
  }

  @Test(arguments: ["billsec", "dialog"])
  func talk(_ name: String) {
    #expect(fields(name, "23")?.talk == 23)
  }

  @Test(arguments: ["recording", "recording_wav", "record_link", "record"])
  func recording(_ name: String) {
    #expect(fields(name, "https://a.example/1.mp3")?.recording == "https://a.example/1.mp3")
    #expect(fields(name, "1")?.recording == nil)
    #expect(fields(name, "3333333333.3333333")?.recording == nil)
  }

  @Test func callCard() {
    #expect(fields("call_card", "https://a.example/c/1")?.callCard == "https://a.example/c/1")
  }

  @Test func source() {
    let query =
      "call_id=1&utm_source=google&utm_medium=cpc&utm_campaign=brake+pads&utm_content=a&utm_term=b"
    let heard = event(Delivery(query: query))?.fields
    #expect(heard?.source.text == "google, cpc, brake pads, a, b")
    #expect(fields("client_id", "1.2")?.googleClientID == "1.2")
    #expect(fields("google_id", "1.2")?.googleClientID == "1.2")
  }

  @Test(arguments: [
    ("landing", CallRemark.landing), ("refferrer", .referrer), ("referrer", .referrer),
    ("remote_ip", .address), ("proper_flag", .isProper), ("repeated_flag", .isRepeated),
    ("call_counter", .count), ("category_number", .categoryNumber),
    ("category_mark", .categoryMark), ("employee_mark", .employeeMark), ("scheme_name", .scheme),
    ("step_forward", .step), ("project_id", .project),
  ])
  func remarks(_ name: String, _ remark: CallRemark) {
    let dialect = RingostatDialect(zone: .kyiv, plan: .ukraine)
    #expect(dialect.remarks(in: Delivery("call_id=1&\(name)=5")) == [remark: "5"])
    #expect(dialect.remarks(in: Delivery("call_id=1&\(name)=(not+set)")) == [:])
  }

  /// What nobody reckons with changes nothing and is no error.
  @Test(arguments: [
    "landing", "refferrer", "remote_ip", "proper_flag", "repeated_flag", "call_counter",
    "category_number", "category_mark", "employee_mark", "scheme_name", "step_forward",
    "project_id", "never_heard_of", "",
  ])
  func without(_ name: String) {
    #expect(fields(name, "1") == CallFields())
    #expect(event(Delivery(#"{"call_id":"1","\#(name)":{"deep":[1,{"a":null}]}}"#)) != nil)
  }
}
