/// `carbook reference WHAT`: documents and completions, for who packages the program.
enum ReferenceCommand {
  static func run(_ invocation: Invocation) throws {
    guard let reference = Reference(rawValue: invocation.operand) else {
      let known = Reference.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(
        "carbook reference prints \(known), not \(quoted(invocation.operand)).")
    }
    try Printer.line(reference.text)
  }
}
