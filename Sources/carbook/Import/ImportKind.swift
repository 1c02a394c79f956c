/// What a file is imported as; the raw value is the word on the command line.
enum ImportKind: String, CaseIterable {
  case contacts
  case orders
  case calls
}
