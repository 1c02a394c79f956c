import Testing

@testable import Domain

@Suite struct RetryPauseTests {
  @Test(
    arguments: [
      (1, 5_000), (2, 10_000), (3, 20_000), (4, 40_000), (8, 640_000), (9, 900_000),
      (1000, 900_000),
      (0, 5_000), (-7, 5_000), (Int.max, 900_000),
    ] as [(Int, Int64)])
  func growsUpToAQuarterOfAnHour(_ failures: Int, _ milliseconds: Int64) {
    #expect(RetryPause.milliseconds(failures: failures, chance: 0.5) == milliseconds)
  }

  @Test func chanceSpreadsIt() {
    #expect(RetryPause.milliseconds(failures: 2, chance: 0) == 7_500)
    #expect(RetryPause.milliseconds(failures: 2, chance: 1) == 12_500)
    #expect(RetryPause.milliseconds(failures: 2, chance: .infinity) == 12_500)
  }

  @Test func theProvidersWishIsObeyed() {
    #expect(RetryPause.milliseconds(failures: 1, retryAfter: 120, chance: 0) == 120_000)
    #expect(RetryPause.milliseconds(failures: 9, retryAfter: 1, chance: 0.5) == 900_000)
    #expect(RetryPause.milliseconds(failures: 1, retryAfter: .max, chance: 0) == 86_400_000)
    #expect(RetryPause.milliseconds(failures: 1, retryAfter: -5, chance: 0) == 3_750)
  }
}
