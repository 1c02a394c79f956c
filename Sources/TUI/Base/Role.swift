/// What a piece of text means. Screens name roles; a theme says how a role looks, so that no
/// screen knows a colour and a meaning never hangs on colour alone.
public enum Role: UInt8, CaseIterable, Sendable {
  case plain, dim, strong
  case title, titleInfo, tab, tabActive, statusLine
  case border, borderFocused, paneTitle, paneTitleFocused
  case heading, label, value, link, matched, badge, newClient
  case selected, selectedUnfocused, marked
  // Call status words.
  case ringing, talking, answered, missed, notReached, busy, failed, refused, voicemail
  case unknown, other, notUnderstood
  // Repair status of an order.
  case repairNew, repairProgress, repairWaiting, repairReady, repairClosed, repairCancelled
  // What stands below the panes.
  case hint, hintKey, prompt, promptKey, error, warning, success
  // Forms and dialogs.
  case field, fieldFocused, fieldError, fieldLabel, dialog, dialogTitle, button, buttonFocused
  // Figures and charts.
  case bar, barAccent
}
