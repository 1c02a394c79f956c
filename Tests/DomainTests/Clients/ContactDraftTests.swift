import Domain
import Testing

@Suite struct ContactDraftTests {
  private func problems(_ draft: ContactDraft) -> [ContactDraft.Field: ContactDraft.Problem] {
    draft.problems(plan: .ukraine)
  }

  @Test(arguments: [
    ContactDraft(name: "Олена"), ContactDraft(numbers: ["0501112233"]),
    ContactDraft(name: "О", numbers: ["", " ", "234-56-78"], emails: ["", "olena@example.com"]),
    ContactDraft(
      name: String(repeating: "ї", count: 200), note: String(repeating: "x", count: 4000)),
  ])
  func canBeStored(_ draft: ContactDraft) {
    #expect(problems(draft).isEmpty)
  }

  @Test(arguments: [
    (ContactDraft(), ContactDraft.Field.name, ContactDraft.Problem.empty),
    (ContactDraft(name: " ", numbers: [" "], note: "x"), .name, .empty),
    (ContactDraft(name: String(repeating: "ї", count: 201)), .name, .tooLong(limit: 200)),
    (
      ContactDraft(name: "x", organizations: ["y", String(repeating: "x", count: 201)]),
      .organization(1), .tooLong(limit: 200)
    ),
    (
      ContactDraft(
        name: "x", numbers: ["", .init(text: "", label: String(repeating: "x", count: 201))]),
      .label(1), .tooLong(limit: 200)
    ),
    (
      ContactDraft(name: "x", externalID: String(repeating: "x", count: 201)), .externalID,
      .tooLong(limit: 200)
    ),
    (
      ContactDraft(name: "x", responsible: String(repeating: "x", count: 201)), .responsible,
      .tooLong(limit: 200)
    ),
    (
      ContactDraft(name: "x", note: String(repeating: "x", count: 4001)), .note,
      .tooLong(limit: 4000)
    ),
    (ContactDraft(numbers: ["101"]), .number(0), .notANumber),
    (ContactDraft(numbers: ["", "ivanenko"]), .number(1), .notANumber),
    (ContactDraft(numbers: ["anonymous"]), .number(0), .notANumber),
    (ContactDraft(numbers: ["*101#"]), .number(0), .notANumber),
    (ContactDraft(numbers: ["0501112233", "+380 50 111 22 33"]), .number(1), .repeatedNumber),
  ])
  func isWrong(_ draft: ContactDraft, _ field: ContactDraft.Field, _ problem: ContactDraft.Problem)
  {
    #expect(problems(draft) == [field: problem])
  }

  @Test(arguments: [
    ("a@b.c", true), ("olena.i+car@example.com", true), ("a@localhost", true),
    ("олена@приклад.укр", true), (" a@b.c ", true), ("a", false), ("@b.c", false), ("a@", false),
    ("a@b@c", false), ("a@.b", false), ("a@b.", false), ("a@b..c", false), ("a b@c.d", false),
    ("a@b\u{0}.c", false), ("a@b.c\u{7F}", false),
    (String(repeating: "a", count: 64) + "@b.c", true),
    (String(repeating: "a", count: 65) + "@b.c", false),
    ("a@" + String(repeating: "b", count: 253), false),
  ])
  func emails(_ email: String, _ isOne: Bool) {
    let draft = ContactDraft(name: "x", emails: ["", email])
    #expect(problems(draft) == (isOne ? [:] : [.email(1): .notAnEmail]))
  }
}
