/// How the user has arranged his console.
extension Phrase {
  static let viewLost = Phrase(
    "view.json was damaged: it is kept as view.json.bad, and all is as usual.",
    "view.json пошкоджено: його збережено як view.json.bad, усе як звичайно.")
  static let viewNotKept = Phrase(
    "The arrangement is not kept: {}", "Впорядкування не збережено: {}")
}
