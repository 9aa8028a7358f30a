import ArticleModel
import Testing

/// Times of day as the column `time` orders them.
struct TimeOfDayTests {
  private func time(_ moment: String?, _ date: String? = "2024-05-06") -> UInt32 {
    Article(
      id: "a", title: "", body: "", date: date.flatMap { CalendarDate($0) }, publishedAt: moment
    ).timeOfDay
  }

  private static let noon: UInt32 = (48 + 12) * 3600

  @Test(
    arguments: [
      ("2024-05-06T12:00", noon), ("2024-05-06T12:00Z", noon), ("2024-05-06T12:00:07Z", noon + 7),
      ("2024-05-06T14:00+02:00", noon), ("2024-05-06T06:30:00-05:30", noon),
      // A stamp in UTC of the publisher's evening.
      ("2024-05-07T01:00Z", noon + 13 * 3600), ("2024-05-05T23:00Z", noon - 13 * 3600),
    ] as [(String, UInt32)])
  func aTimeCountsFromGreenwich(moment: String, expected: UInt32) {
    #expect(time(moment) == expected)
  }

  @Test(arguments: ["2024-05-06", "2024-05-06 12:00", "2024-05-06Tab:00", ""])
  func whatIsNoTimeIsUnknown(moment: String) {
    #expect(time(moment) == 0)
  }

  @Test func withoutADateThereIsNoTime() {
    #expect(time("2024-05-06T12:00Z", nil) == 0)
    #expect(time(nil) == 0)
  }

  @Test(arguments: ["2024-05-05T00:00+14:00", "2024-05-07T23:59:60-12:00"])
  func everyTimeFitsItsBits(moment: String) {
    #expect((1..<1 << UInt32(Article.timeOfDayBits)).contains(time(moment)))
  }
}
