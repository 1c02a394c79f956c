/// Copying.
extension Phrase {
  static let copiedByTerminal = Phrase(
    "Copied; the terminal was asked (OSC 52).", "Скопійовано через термінал (OSC 52).")
  static let copiedByProgram = Phrase("Copied with {}.", "Скопійовано ({}).")
  static let copyTooLong = Phrase("Too long for the clipboard.", "Задовге для буфера обміну.")
  static let doCopyMenu = Phrase("copy …", "копіювати …")
  static let copyTitle = Phrase("Copy", "Копіювати")
  static let helpCopyMenu = Phrase("What is copied", "Що копіювати")
  static let whyNothingToCopy = Phrase("There is nothing to copy.", "Тут нічого копіювати.")
  static let copyNumber = Phrase("number", "номер")
  static let copyName = Phrase("name", "ім’я")
  static let copyEmail = Phrase("e-mail", "ел. пошта")
  static let copyRecording = Phrase("recording's link", "посилання на запис")
  static let copyOrder = Phrase("order's number", "номер замовлення")
  static let copyPlate = Phrase("plate", "номерний знак")
  static let copyVIN = Phrase("VIN", "VIN")
}
