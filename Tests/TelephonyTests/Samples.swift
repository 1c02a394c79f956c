import Domain
import Telephony

/// The provider's four sample bodies (provider facts, "Bodies"), and what they say.
enum Sample: CaseIterable {
  case outgoing, incoming, nested, form

  /// What mutations put into them.
  static let morsels = [
    "{", "}", "[", "]", "\"", "\\", "\\u", ",", ":", "&", "=", "%", "+", "<", ">", "\u{0}", "-1",
    "99999999999999999999", "1e999", "null", "\\ud800", "--\r\n", "[a]", "Ї",
  ]

  /// As the provider writes it; a form stands as the JSON that says the same.
  var json: String {
    switch self {
    case .outgoing:
      #"""
      {"call_id":"3333333333.3333333","caller":"\"Support desk\" <380501112233>","callee":"380441112233","status":"ANSWERED",
       "date":"2026-08-08 11:11:11","call_duration":50,"waiting":27,"dialog":23,"type":"out","record":"3333333333.3333333",
       "recording_wav":"https://app.ringostat.com/recordings/x.wav?token=abc","has_recording":"1",
       "employee_fio":"Іван Іванов","department":"Сервіс","staffid":"1111","outbound_number":"380501112233"}
      """#
    case .incoming:
      #"""
      {"call_type":"in","dst":"380440000009","E164":"+380501112233","userfield":"380501112233","connected_with":"myproject_ivanenko",
       "disposition":"ANSWERED","billsec":"3","duration":"14","cdr_id":"ua9_-1790775458.2139025",
       "recording_wav":"https://app.ringostat.com/recordings/x.wav?token=t"}
      """#
    case .nested:
      #"""
      {"uniqueid":"ua0_-1731315881.12669683","calldate":"2024-11-11 11:04:41",
       "additional_call_data":{"userfield":"380501112233","dst":"380440000009","call_type":"in"}}
      """#
    case .form:
      #"""
      {"call_id":"3333333333.3333334","caller":"\"Support desk\" <380501112233>","callee":"380441112233",
       "status":"NO ANSWER","date":"2026-08-08 11:11:11","type":"in"}
      """#
    }
  }

  /// URL-encoded; nested fields as `http_build_query` writes them.
  var form: String {
    switch self {
    case .outgoing:
      "call_id=3333333333.3333333&caller=%22Support+desk%22+%3C380501112233%3E&callee=380441112233"
        + "&status=ANSWERED&date=2026-08-08%2011:11:11&call_duration=50&waiting=27&dialog=23"
        + "&type=out&record=3333333333.3333333&recording_wav=https%3A%2F%2Fapp.ringostat.com"
        + "%2Frecordings%2Fx.wav%3Ftoken%3Dabc&has_recording=1&employee_fio="
        + "%D0%86%D0%B2%D0%B0%D0%BD+%D0%86%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2&department="
        + "%D0%A1%D0%B5%D1%80%D0%B2%D1%96%D1%81&staffid=1111&outbound_number=380501112233"
    case .incoming:
      "call_type=in&dst=380440000009&E164=%2B380501112233&userfield=380501112233"
        + "&connected_with=myproject_ivanenko&disposition=ANSWERED&billsec=3&duration=14"
        + "&cdr_id=ua9_-1790775458.2139025"
        + "&recording_wav=https://app.ringostat.com/recordings/x.wav?token=t"
    case .nested:
      "uniqueid=ua0_-1731315881.12669683&calldate=2024-11-11+11%3A04%3A41"
        + "&additional_call_data%5Buserfield%5D=380501112233"
        + "&additional_call_data%5Bdst%5D=380440000009&additional_call_data[call_type]=in"
    case .form:
      "call_id=3333333333.3333334&caller=%22Support+desk%22+%3C380501112233%3E"
        + "&callee=380441112233&status=NO+ANSWER&date=2026-08-08+11%3A11%3A11&type=in"
    }
  }

  var id: String {
    switch self {
    case .outgoing: "3333333333.3333333"
    case .incoming: "ua9_-1790775458.2139025"
    case .nested: "ua0_-1731315881.12669683"
    case .form: "3333333333.3333334"
    }
  }

  var fields: CallFields {
    var fields = CallFields()
    switch self {
    case .outgoing:
      fields.type = .outgoing
      fields.caller = number("+380501112233")
      fields.called = number("+380441112233")
      fields.outbound = number("+380501112233")
      fields.start = utc(2026, 8, 8, 8, 11, 11)
      fields.duration = 50
      fields.wait = 27
      fields.talk = 23
      fields.disposition = Disposition("ANSWERED")
      fields.connectedWith = "Іван Іванов"
      fields.staffID = "1111"
      fields.department = "Сервіс"
      fields.recording = "https://app.ringostat.com/recordings/x.wav?token=abc"
      fields.hasRecording = true
    case .incoming:
      fields.type = .incoming
      fields.caller = number("+380501112233")
      fields.called = number("+380440000009")
      fields.duration = 14
      fields.talk = 3
      fields.disposition = Disposition("ANSWERED")
      fields.connectedWith = "myproject_ivanenko"
      fields.recording = "https://app.ringostat.com/recordings/x.wav?token=t"
    case .nested:
      fields.type = .incoming
      fields.caller = number("+380501112233")
      fields.called = number("+380440000009")
      fields.start = utc(2024, 11, 11, 9, 4, 41)
    case .form:
      fields.type = .incoming
      fields.caller = number("+380501112233")
      fields.called = number("+380441112233")
      fields.start = utc(2026, 8, 8, 8, 11, 11)
      fields.disposition = Disposition("NO ANSWER")
    }
    return fields
  }
}

let dialect = RingostatDialect(zone: .kyiv, plan: .ukraine)

let receipt = utc(2026, 8, 8, 8, 12, 0)

func number(_ text: String) -> PhoneNumber? {
  NumberPlan.ukraine.number(text)
}

func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int)
  -> Timestamp
{
  let time = CivilDate(year: year, month: month, day: day).flatMap {
    CivilTime(date: $0, hour: hour, minute: minute, second: second)
  }
  return Timestamp(seconds: time?.secondsSinceEpoch ?? .min)
}

extension Delivery {
  init(
    _ body: String = "", type: String? = nil, query: String? = nil,
    headers: [(name: String, value: String)] = [], occasion: Occasion = .after,
    received: Timestamp = receipt
  ) {
    self.init(
      occasion: occasion, method: body.isEmpty ? "GET" : "POST", query: query, mediaType: type,
      headers: headers, body: Array(body.utf8), received: received)
  }
}

/// What a delivery says of its call; nil where it was not understood.
func event(_ delivery: Delivery) -> CallEvent? {
  guard case .event(let event) = dialect.read(delivery) else { return nil }
  return event
}

/// What `name` = `value`, beside an id, says.
func fields(_ name: String, _ value: String, occasion: Occasion = .after) -> CallFields? {
  let value = value.utf8.map { byte in
    let digits = String(byte, radix: 16)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }.joined()
  return event(Delivery(query: "call_id=x1&\(name)=\(value)", occasion: occasion))?.fields
}
