import Glibc

Signals.block()
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
