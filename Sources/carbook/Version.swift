/// The program's version, by Semantic Versioning.
let version = "0.1.0"
