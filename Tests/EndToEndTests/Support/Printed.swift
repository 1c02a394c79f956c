/// A call as `carbook calls --format json` prints it.
struct PrintedCall: Decodable, Equatable {
  let id: Int
  let providerId: String
  let order: String?
  let comment: String?
  let date: String
  let status: String
  let rawStatus: String?
  let type: String?
  let caller: String?
  let called: String?
  let client: String?
  let customer: String?
  let contactId: Int?
  let wait: Int?
  let talk: Int?
  let connectedWith: String?
  let source: String?
  let utm: [String: String?]
  let recording: String?
}

/// A contact as `carbook contacts --format json` prints it.
struct PrintedContact: Decodable, Equatable {
  let id: Int
  let name: String?
  let numbers: [String]
  let emails: [String]
  let organizations: [String]
  let responsible: String?
  let created: String
  let note: String?
}
