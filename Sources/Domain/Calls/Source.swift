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
    let isTold = [source, medium, campaign, content, term].contains { Source.tells($0) }
    func told(_ value: String?) -> String? { !isTold || Source.tells(value) ? value : nil }
    self.source = told(source)
    self.medium = told(medium)
    self.campaign = told(campaign)
    self.content = told(content)
    self.term = told(term)
  }

  /// In Carbook's order: utm_source, utm_medium, utm_campaign, utm_content, utm_term.
  public var values: [String?] {
    [source, medium, campaign, content, term]
  }

  /// The present values in that order, joined by ", "; empty where there are none.
  public var text: String {
    values.compactMap { $0 }.joined(separator: ", ")
  }

  private static func tells(_ value: String?) -> Bool {
    value.map { $0 != "(direct)" && $0 != "(none)" } ?? false
  }
}
