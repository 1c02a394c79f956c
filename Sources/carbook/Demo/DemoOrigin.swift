/// Where a client of the demo shop came from.
struct DemoOrigin: Equatable, Sendable {
  let pool: DemoPool
  /// source, medium, campaign, content, term
  let utm: [String?]

  /// The same for every call of a client.
  init(seed: UInt64, slot: Int) {
    var random = SplitMix64(seed: seed, stream: .source, index: slot)
    let place = random.below(100)
    switch place {
    case 0..<34:
      pool = .googleAds
      let isSearch = random.chance(0.7)
      utm = [
        "google", "cpc", random.pick(DemoOrigin.campaigns),
        random.chance(0.4) ? "banner_\(random.within(1...4))" : nil,
        isSearch ? random.pick(DemoOrigin.terms) : nil,
      ]
    case 34..<44:
      pool = .instagram
      utm = ["facebook", "cpc", random.pick(DemoOrigin.socialCampaigns), nil, nil]
    case 44..<50:
      pool = .instagram
      utm = ["instagram", "social", nil, "bio", nil]
    case 50..<66:
      pool = .site
      utm = ["google", "organic", nil, nil, nil]
    case 66..<84:
      pool = .site
      utm = ["(direct)", "(none)", nil, nil, nil]
    default:
      pool = .service
      utm = [nil, nil, nil, nil, nil]
    }
  }

  private static let campaigns = [
    "brand_kyiv", "to_kyiv_search", "hodova_diagnostyka", "shynomontazh", "remont-akpp",
    "Заміна оливи — Київ", "pmax_service",
  ]
  private static let socialCampaigns = ["sezonna_zamina_shyn", "remarketing_30d", "before_winter"]
  private static let terms = [
    "сто київ", "ремонт ходової", "заміна оливи ціна", "автосервіс поруч", "car service kyiv",
    "розвал сходження",
  ]
}
