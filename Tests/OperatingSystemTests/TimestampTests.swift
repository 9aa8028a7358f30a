import Foundation
import OperatingSystem
import TestSupport
import Testing

struct TimestampTests {
  @Test(arguments: 1...4)
  func textIsThatOfFoundation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      // Years 0001 to 9999, before 1582 as Foundation's calendar does not count.
      let seconds = Double.random(in: -12_000_000_000...253_402_300_799, using: &generator)
      let expected = Date(timeIntervalSince1970: seconds).formatted(.iso8601)
      #expect(Timestamp(secondsSince1970: seconds).iso8601 == expected, "\(seconds)")
    }
  }

  @Test func nowIsNow() {
    let now = Timestamp.now.secondsSince1970
    #expect(abs(now - Date().timeIntervalSince1970) < 5)
    #expect(Timestamp(secondsSince1970: 1_757_246_400.9).iso8601 == "2025-09-07T12:00:00Z")
  }
}
