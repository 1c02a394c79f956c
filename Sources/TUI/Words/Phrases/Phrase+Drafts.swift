/// Unfinished forms.
extension Phrase {
  static let draftKept = Phrase(
    "Your text is kept: {drafts} opens it again.", "Текст збережено: {drafts} відкриє його знову.")
  static let draftBack = Phrase(
    "Your unfinished text is back.", "Ваш незавершений текст знову тут.")
  static let draftsLeft = Phrase("{}: press {drafts}", "{}: натисніть {drafts}")
  static let draftsTitle = Phrase("Unfinished forms", "Незавершені форми")
  static let draftDropped = Phrase("The text is gone.", "Текст видалено.")
  static let doDrafts = Phrase("unfinished forms", "незавершені форми")
  static let doOpenDraft = Phrase("go on with it", "продовжити")
  static let doDropDraft = Phrase("drop it", "видалити")
  static let whyNoDrafts = Phrase("No form was left unfinished.", "Незавершених форм немає.")
}
