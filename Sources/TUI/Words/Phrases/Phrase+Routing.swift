/// Where callers are connected.
extension Phrase {
  static let settingsRouting = Phrase("Call routing", "Маршрутизація")
}
