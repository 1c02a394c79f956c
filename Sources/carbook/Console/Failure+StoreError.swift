import Store
import TUI

extension Failure {
  init(_ error: StoreError) {
    switch error {
    case .locked: self = .storeBusy
    case .full: self = .storeFull
    case .readOnly: self = .storeReadOnly
    case .newerSchema: self = .storeNewer
    case .missing: self = .gone
    case .taken(let owner, let user): self = .taken(owner: owner, by: user)
    case .nothingToUndo: self = .nothingToUndo
    case .changedSince(let user): self = .changedSince(by: user)
    case .nameTaken: self = .nameTaken
    case .hasMembers: self = .hasMembers
    case .conflict(let current): self = .conflict(current: current)
    case .orderConflict(let current): self = .orderConflict(current: current)
    case .numberTaken(let order): self = .orderNumberTaken(order.number)
    case .employeeConflict(let current): self = .employeeConflict(current: current)
    case .employeeInUse: self = .employeeInUse
    case .routeConflict(let current): self = .routeConflict(current: current)
    case .statusInUse(let count): self = .statusInUse(orders: count)
    case .integrationConflict(let current): self = .integrationConflict(current: current)
    case .integrationInUse: self = .integrationInUse
    default: self = .other(String(describing: error))
    }
  }
}
