extension Phrase {
  static let keyTableTitle = Phrase("Keys", "Клавіші")
  static let keyTableAbout = Phrase(
    "What `?` shows. In lists letters work by their place, in the Ukrainian layout too. Your own keys go by the names of actions and places (configuration.md); `:` takes an action's name too.",
    "Те, що показує `?`. У списках літери діють за місцем на клавіатурі, у будь-якій розкладці. Власні клавіші — за назвами дій і місць (configuration.md); `:` теж розуміє назву дії."
  )
  static let keyTableKey = Phrase("key", "клавіша")
  static let keyTableAction = Phrase("action", "дія")
  static let keyTableDoes = Phrase("does", "що робить")
}
