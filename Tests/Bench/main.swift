import Foundation
import Glibc

// `make bench`: docs/performance.md explains the rows.
signal(SIGPIPE, SIG_IGN)
do {
  let bench = try Bench(Array(CommandLine.arguments.dropFirst()))
  print(try Report.table(bench.run()))
} catch {
  Report.note("bench: \(error)")
  exit(1)
}
