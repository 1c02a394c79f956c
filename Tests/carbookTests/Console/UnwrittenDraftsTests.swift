import Domain
import Testing

@testable import carbook

struct UnwrittenDraftsTests {
  private func draft(_ subject: Int64, _ text: String) -> FormDraft {
    FormDraft(
      id: FormDraft.ID(kind: .contact, subject: subject),
      fields: [FormDraft.Field(name: "name", text: text)])
  }

  @Test func theLatestOfEachFormIsWrittenASecondAfterTheFirstKey() {
    var drafts = UnwrittenDrafts()
    #expect(drafts.wait(now: 0) == nil)
    drafts.put(draft(1, "О"), draft(1, "").id, now: 100)
    drafts.put(draft(1, "Ол"), draft(1, "").id, now: 900)
    drafts.put(draft(2, "П"), draft(2, "").id, now: 950)
    #expect(drafts.wait(now: 950) == 150)
    #expect(drafts.wait(now: 2000) == 0)
    let taken = drafts.take().sorted { ($0.id.subject ?? 0) < ($1.id.subject ?? 0) }
    #expect(taken.map(\.draft) == [draft(1, "Ол"), draft(2, "П")])
    #expect(drafts.wait(now: 2000) == nil && drafts.take().isEmpty)
  }

  @Test func whatIsSavedMeanwhileIsDropped() {
    var drafts = UnwrittenDrafts()
    drafts.put(draft(1, "О"), draft(1, "").id, now: 0)
    drafts.put(nil, draft(1, "").id, now: 10)
    let taken = drafts.take()
    #expect(taken.map(\.id) == [draft(1, "").id] && taken.map(\.draft) == [nil])
  }
}
