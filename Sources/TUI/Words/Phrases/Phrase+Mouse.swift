/// Clicks and the wheel.
extension Phrase {
  static let doMouse = Phrase("mouse on or off", "миша: увімкнути чи вимкнути")
  static let mouseMark = Phrase("mouse", "миша")
  static let mouseIsOn = Phrase(
    "The mouse is on; with Shift it marks text as ever.",
    "Мишу увімкнено; із Shift вона, як завжди, виділяє текст.")
  static let mouseIsOff = Phrase("The mouse is off.", "Мишу вимкнено.")
}
