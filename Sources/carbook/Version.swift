/// The program's version, by Semantic Versioning.
let version = "0.1.0"

/// When it was made, as mdoc(7) writes a date.
let versionDate = "November 21, 2026"
