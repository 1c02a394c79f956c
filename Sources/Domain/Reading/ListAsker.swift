/// What of a console shows the rows it asks for. A newer question of one does not take the place of
/// another's.
public enum ListAsker: String, Sendable {
  case list
  /// A dialog that lies over the list.
  case picker
  /// A field of a form.
  case field
}
