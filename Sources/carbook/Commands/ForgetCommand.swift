import Domain
import Store

/// `carbook forget NUMBER`: deletes a client's number with all that goes with it.
enum ForgetCommand {
  static func run(_ invocation: Invocation, store: Store, now: Timestamp) throws {
    defer { store.close() }
    let plan = NumberPlan.ukraine
    guard let number = plan.number(invocation.operand), !number.isInternal else {
      throw CommandFailure("\(quoted(invocation.operand)) is no client's number.")
    }
    guard try Intake(plan: plan).takeWholeSpool(into: store) else {
      throw CommandFailure(
        "Deliveries that may name it wait beside the store, and this store cannot take them in.")
    }
    let plans = try store.forgetting(number)
    for line in lines(plans) { try Printer.line(line) }
    try Confirmation.ask(
      "They are deleted for good, and every delivery and note that names the number is cleared of "
        + "it. Go on?", isSure: invocation.isSure)
    let done: Forgetting
    do throws(StoreError) {
      done = try store.forget(number, plan: plan, now: now)
    } catch .invalid {
      throw CommandFailure("The number is one of the shop's own, or too short to be told apart.")
    }
    try Printer.line(
      "Forgotten: \(done.calls) calls, \(done.deliveries) deliveries of other calls, "
        + "\(done.texts) notes and other texts cleared.")
    if done.aside > 0 {
      try Printer.line(
        "\(done.aside) deliveries that could not be taken in are gone: they named it, or nobody "
          + "could read them.")
    }
    try PurgeCommand.finish(store)
  }

  private static func lines(_ forgetting: Forgetting) -> [String] {
    ["\(forgetting.calls) calls of that number are in the store."]
      + forgetting.deletedContacts.map {
        "Contact \($0.rawValue) has no other number and is deleted."
      }
      + forgetting.emptiedContacts.map {
        "Contact \($0.rawValue) has no other number and loses its name, addresses and note; its "
          + "orders stay."
      }
      + forgetting.keptContacts.map { "Contact \($0.rawValue) loses that number." }
  }
}
