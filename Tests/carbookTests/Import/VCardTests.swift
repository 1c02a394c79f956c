import Domain
import Testing

@testable import carbook

@Suite("vCards")
struct VCardTests {
  private static let cases: [(String, String)] = [
    // RFC 2426, section 7; RFC 6350, section 8.
    ("FN:Олена Іваненко\nN:Іваненко;Олена;;;", "Олена Іваненко"),
    ("N:Іваненко;Олена;Петрівна;пані;", "Іваненко Олена Петрівна"),
    ("FN:Дуже довге\n  імʼя\n\t тут", "Дуже довге імʼя тут"),
    ("FN:a\\, b\\; c\\\\d", "a, b; c\\d"),
    ("FN:О\nNOTE:перший\\nдругий; третій", "О note=перший\nдругий; третій"),
    ("FN:О\nTEL;TYPE=CELL:+380 50 123-45-67", "О +380501234567 mobile"),
    ("FN:О\nTEL;TYPE=\"work,voice\":0441112233", "О +380441112233 work"),
    ("FN:О\nTEL;VALUE=uri;TYPE=home:tel:+380-50-123-45-67;ext=12", "О +380501234567 home"),
    ("FN:О\nTEL:0501112233\nTEL;PREF=1:0501112244", "О +380501112244 +380501112233"),
    ("FN:О\nTEL:0501112233\nTEL;TYPE=CELL:+380501112233", "О +380501112233"),
    ("FN:О\nitem1.TEL:0501112233\nitem1.X-ABLabel:_$!<Mobile>!$_", "О +380501112233 mobile"),
    ("FN:О\nitem1.TEL:0501112233\nitem2.X-ABLabel:Склад", "О +380501112233"),
    ("FN:О\nEMAIL;TYPE=INTERNET:a@b.ua\nemail:c@d.ua", "О email=a@b.ua email=c@d.ua"),
    ("FN:О\nORG:Автопарк\\, ТОВ;Гараж\nUID:urn:uuid:1", "О org=Автопарк, ТОВ id=urn:uuid:1"),
    ("FN:О\nPHOTO;ENCODING=b:AAAA\n BBBB\nNOTE:далі", "О note=далі"),
    // What 2.1 does otherwise.
    ("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=86=D0=B2=\n=D0=B0=D0=BD;", "Іван"),
    ("N;CHARSET=WINDOWS-1251;QUOTED-PRINTABLE:=B2=E2=E0=ED", "Іван"),
    ("FN;QUOTED-PRINTABLE:100=25 =ZZ", "100% =ZZ"),
    ("FN:О\nTEL;CELL;VOICE:0501112233", "О +380501112233 mobile"),
    ("FN:О\nno property here\n;x:1\n.:2", "О"),
  ]

  @Test("say a contact", arguments: cases)
  func card(lines text: String, wanted: String) throws {
    for end in ["\n", "\r\n"] {
      let file = "BEGIN:VCARD\nVERSION:3.0\n\(text)\nEND:VCARD\n"
        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
      let rows = try all(VCardRows(lines(file, stretch: 11), encoding: .utf8))
      #expect(rows.count == 1)
      let reader = ContactReader(
        plan: .ukraine, dates: ImportDate(zone: .kyiv, now: Timestamp(seconds: 1_790_000_000)))
      #expect(rows.map { written($0.map(reader.contact), VCardTests.text) } == ["1: " + wanted])
    }
  }

  private static func text(_ contact: ContactImport) -> String {
    var words = [contact.name ?? "-"]
    for number in contact.numbers {
      words += [number.number.text, number.label].compactMap { $0 }
    }
    words += contact.emails.map { "email=" + $0 }
    words += contact.organizations.map { "org=" + $0 }
    if let note = contact.note { words.append("note=" + note) }
    if let id = contact.externalID { words.append("id=" + id) }
    return words.joined(separator: " ")
  }

  @Test(
    "that are broken cost themselves only",
    arguments: [
      (
        "BEGIN:VCARD\nFN:А\nBEGIN:VCARD\nFN:Б\nEND:VCARD",
        ["1: ! The card has no END:VCARD.", "3: Б"]
      ),
      ("BEGIN:VCARD\nFN:А", ["1: ! The card has no END:VCARD."]),
      (
        "x\n\nBEGIN:VCARD\nFN:А\nEND:VCARD\n",
        ["1: ! The line stands outside of any card.", "3: А"]
      ),
      ("begin:vcard \nFN:А\nend:vcard", ["1: А"]),
    ] as [(String, [String])])
  func broken(text: String, wanted: [String]) throws {
    let rows = try all(VCardRows(lines(text), encoding: .utf8))
    #expect(rows.map { written($0) { $0[.name] ?? "" } } == wanted)
  }

  @Test("may have a photo larger than any line that is kept")
  func photo() throws {
    let photo = String(repeating: " " + String(repeating: "A", count: 75) + "\r\n", count: 20_000)
    let text = "BEGIN:VCARD\r\nFN:А\r\nPHOTO:\r\n\(photo)NOTE:б\r\nEND:VCARD\r\n"
    let rows = try all(VCardRows(lines(text, stretch: 65_536), encoding: .utf8))
    #expect(rows.map { written($0) { $0[.note] ?? "" } } == ["1: б"])
  }
}
