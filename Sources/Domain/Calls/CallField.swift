/// The mergeable fields by name. The positions are stored: append, never renumber.
enum CallField: UInt32, CaseIterable {
  case type, caller, called, outbound, start, duration, wait, talk, disposition, connectedWith
  case staffID, department, pool, utmSource, utmMedium, utmCampaign, utmContent, utmTerm
  case recording, hasRecording, callCard, googleClientID
}
