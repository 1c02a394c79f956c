import Glibc

CoreDumps.disable()
Signals.block()
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
