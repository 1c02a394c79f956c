/// What a person is told while he looks elsewhere.
extension Phrase {
  static let noticeMissed = Phrase("Missed call", "Пропущений дзвінок")
  static let noticeDue = Phrase("Call back is due", "Час передзвонити")
  static let waitsSince = Phrase("{}, waiting since {}", "{}, чекає з {}")
}
