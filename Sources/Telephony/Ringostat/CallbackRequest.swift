import Domain

/// Has the provider connect an employee with a client (`Api\V2\Callback.external`): his phone rings
/// first, then the client's.
public enum CallbackRequest {
  /// - Parameters:
  ///   - client: a number that can be dialled from outside.
  ///   - employee: his number or SIP login.
  ///   - project: digits.
  public static func request(
    client: PhoneNumber, employee: String, project: String
  ) -> ProviderRequest {
    let parameters = JSONText.object([
      ("caller_type", .string("default")), ("callee_type", .string("default")),
      ("caller", .string(client.digits)), ("callee", .string(employee)),
      ("projectId", .string(project)),
      // 0 rings the employee before the client.
      ("manager_dst", .number("0")),
    ])
    let body = JSONText.object([
      ("jsonrpc", .string("2.0")), ("id", .number("1")),
      ("method", .string("Api\\V2\\Callback.external")), ("params", parameters),
    ])
    return ProviderRequest(.post, "/a/v2", body: body.text)
  }

  /// Errors come inside a 200.
  /// - Throws: `refused` with the provider's words; `notUnderstood` for what is no JSON-RPC answer.
  public static func check(_ body: [UInt8]) throws(ProviderProblem) {
    guard let members = JSONReader.members(body) else { throw ProviderProblem(.notUnderstood) }
    if let error = members["error"], !error.elementsEqual("null".utf8) {
      let parts = JSONReader.members(Array(error)) ?? [:]
      throw ProviderProblem(
        .refused, code: parts["code"].flatMap(JSONReader.text).flatMap { Int($0) },
        words: parts["message"].flatMap(JSONReader.text) ?? JSONReader.text(error))
    }
    guard members["result"] != nil else { throw ProviderProblem(.notUnderstood) }
  }
}
