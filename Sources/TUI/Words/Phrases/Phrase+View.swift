/// How the user has arranged his console.
extension Phrase {
  static let doTheme = Phrase("colours", "кольори")
  static let argumentTheme = Phrase(
    "dark, light, high-contrast or mono", "dark, light, high-contrast або mono")
  static let noSuchTheme = Phrase(
    "The themes are dark, light, high-contrast and mono.",
    "Теми: dark, light, high-contrast, mono.")
  static let themeShown = Phrase(
    "The theme is {} now; view.theme in the configuration keeps it.",
    "Тепер тема {}; view.theme у налаштуваннях її закріпить.")
  static let viewLost = Phrase(
    "view.json was damaged: it is kept as view.json.bad, and all is as usual.",
    "view.json пошкоджено: його збережено як view.json.bad, усе як звичайно.")
  static let viewNotKept = Phrase(
    "The arrangement is not kept: {}", "Впорядкування не збережено: {}")

  // The columns chooser.
  static let columnsTitle = Phrase("Columns", "Стовпці")
  static let columnsByRoom = Phrase("Columns (by room)", "Стовпці (за місцем)")
  static let columnNoRoom = Phrase("no room", "не вміст.")
  static let columnAutomatic = Phrase("auto {}", "авто {}")
  static let columnRecordingName = Phrase("Recording", "Запис")
  static let helpColumns = Phrase("When choosing columns", "Під час вибору стовпців")
  static let doColumns = Phrase("columns", "стовпці")
  static let doToggleColumn = Phrase("show or hide", "показати/сховати")
  static let doColumnLater = Phrase("later", "далі")
  static let doColumnEarlier = Phrase("earlier", "раніше")
  static let doWiden = Phrase("wider", "ширше")
  static let doNarrow = Phrase("narrower", "вужче")
  static let doColumnsByRoom = Phrase("by room", "за місцем")
  static let whyColumnsByRoom = Phrase(
    "The room decides which columns are shown already.",
    "Стовпці й так обирає наявне місце.")
  static let whyLastColumn = Phrase("One column stays.", "Один стовпець лишається.")
}
