import Domain
import Testing

@Suite struct SourceTests {
  @Test(arguments: [
    (["google", "cpc", "brakes", "banner", "pads"], "google, cpc, brakes, banner, pads"),
    (["google", nil, nil, nil, "pads"], "google, pads"),
    ([nil, nil, nil, nil, nil], ""),
    // "(direct)" and "(none)" are shown where they are all there is
    (["(direct)", "(none)", nil, nil, nil], "(direct), (none)"),
    (["(direct)", "(none)", "spring", nil, nil], "spring"),
    (["google", "(none)", nil, nil, nil], "google"),
  ])
  func text(_ values: [String?], _ text: String) {
    let source = Source(
      source: values[0], medium: values[1], campaign: values[2], content: values[3],
      term: values[4])
    #expect(source.text == text)
    #expect(source.values.compactMap { $0 }.joined(separator: ", ") == text)
  }
}
