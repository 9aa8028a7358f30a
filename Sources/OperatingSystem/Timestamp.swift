/// A point in time, from the system's clock.
package struct Timestamp: Equatable, Sendable {
  package let secondsSince1970: Double

  package init(secondsSince1970: Double) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The time of the call.
  package static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      secondsSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000)
  }

  /// ISO 8601 in UTC, to the second: `2025-09-07T12:00:00Z`.
  package var iso8601: String {
    var seconds = time_t(secondsSince1970.rounded(.down))
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let date = [(parts.tm_year + 1900, 4), (parts.tm_mon + 1, 2), (parts.tm_mday, 2)]
    let time = [(parts.tm_hour, 2), (parts.tm_min, 2), (parts.tm_sec, 2)]
    return Self.joined(date, by: "-") + "T" + Self.joined(time, by: ":") + "Z"
  }

  private static func joined(_ parts: [(number: Int32, digits: Int)], by mark: String) -> String {
    parts.map { part in
      let text = String(part.number)
      return String(repeating: "0", count: max(0, part.digits - text.utf8.count)) + text
    }.joined(separator: mark)
  }
}
