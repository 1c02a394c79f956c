extension Phrase {
  static let keyTableTitle = Phrase("Keys", "Клавіші")
  static let keyTableAbout = Phrase(
    "What `?` shows. In lists letters work by their place, in the Ukrainian layout too.",
    "Те, що показує `?`. У списках літери діють за місцем на клавіатурі, у будь-якій розкладці.")
  static let keyTableKey = Phrase("key", "клавіша")
  static let keyTableDoes = Phrase("does", "що робить")
}
