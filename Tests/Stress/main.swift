import Glibc

// The long runs, each a process that starts others: see docs/testing.md.
do {
  Children.endWithUs()
  guard let run = Run(arguments: Array(CommandLine.arguments.dropFirst())) else {
    Report.complain(Run.usage)
    exit(2)
  }
  exit(try run.start() ? 0 : 1)
} catch {
  Report.complain("stress: \(error)")
  exit(1)
}
