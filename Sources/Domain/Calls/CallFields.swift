/// What the provider can say of a call; every field may be missing.
public struct CallFields: Equatable, Sendable {
  /// What the provider called it; never `.internal`, which follows from the two sides.
  public var type: CallType?
  /// Who dialled.
  public var caller: PhoneNumber?
  /// Who was dialled: "where they called".
  public var called: PhoneNumber?
  /// The number an outgoing call was shown from: always ours.
  public var outbound: PhoneNumber?
  public var start: Timestamp?
  /// Seconds from the first ring to the end: wait + talk.
  public var duration: Int?
  /// Seconds until somebody answered or the caller gave up.
  public var wait: Int?
  /// Seconds of conversation.
  public var talk: Int?
  public var disposition: Disposition?
  /// The employee, by name where the provider knows it, else by login or number.
  public var connectedWith: String?
  /// The employee's id at the provider.
  public var staffID: String?
  public var department: String?
  /// The name of the tracked number or pool that was dialled.
  public var pool: String?
  public var utmSource: String?
  public var utmMedium: String?
  public var utmCampaign: String?
  public var utmContent: String?
  public var utmTerm: String?
  public var recording: String?
  /// Decides over `recording`: the provider sends links to recordings that do not exist.
  public var hasRecording: Bool?
  /// The provider's web page of the call.
  public var callCard: String?
  public var googleClientID: String?

  public init() {}

  public var source: Source {
    Source(
      source: utmSource, medium: utmMedium, campaign: utmCampaign, content: utmContent,
      term: utmTerm)
  }
}
