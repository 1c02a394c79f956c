/// Where a client came from: the five UTM values of the advertisement he followed.
public struct Source: Hashable, Sendable {
  public let source: String?
  public let medium: String?
  public let campaign: String?
  public let content: String?
  public let term: String?

  /// `(direct)` and `(none)` are kept only where they are all there is (provider facts, "Values").
  public init(
    source: String? = nil, medium: String? = nil, campaign: String? = nil, content: String? = nil,
    term: String? = nil
  ) {
    let all = [source, medium, campaign, content, term]
    let isTold = all.contains { $0.map { !Source.isEmptyWord($0) } ?? false }
    let told = all.map { isTold && $0.map(Source.isEmptyWord) ?? false ? nil : $0 }
    self.source = told[0]
    self.medium = told[1]
    self.campaign = told[2]
    self.content = told[3]
    self.term = told[4]
  }

  /// In Carbook's order: utm_source, utm_medium, utm_campaign, utm_content, utm_term.
  public var values: [String?] {
    [source, medium, campaign, content, term]
  }

  /// The present values in that order, joined by ", "; empty where there are none.
  public var text: String {
    values.compactMap { $0 }.joined(separator: ", ")
  }

  private static func isEmptyWord(_ value: String) -> Bool {
    value == "(direct)" || value == "(none)"
  }
}
