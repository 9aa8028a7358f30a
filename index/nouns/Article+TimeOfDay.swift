extension Article {
  /// When on its day the article was published, as UTC counts it: the seconds since two days before its
  /// own began in Greenwich, so that no zone makes them negative; 0 where no time is known.
  ///
  /// A time without a zone counts as Greenwich's. Of two articles of one day the later has the larger value.
  package var timeOfDay: UInt32 {
    publishedAt.flatMap { moment in date.map { Self.timeOfDay(moment, on: $0) } } ?? 0
  }

  /// The bits of ``timeOfDay``.
  package static var timeOfDayBits: Int { 19 }

  /// - Parameters:
  ///   - moment: as ``publishedAt`` has it; 0 for what is not of its form.
  ///   - date: as ``date`` has it: a stamp in UTC can be of the day before or after.
  package static func timeOfDay(_ moment: String, on date: CalendarDate) -> UInt32 {
    let bytes = Array(moment.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T"),
      let day = CalendarDate(moment.prefix(10)),
      let hour = number(bytes, at: 11), let minute = number(bytes, at: 14)
    else { return 0 }
    let days = max(-1, min(day.daysSinceEpoch - date.daysSinceEpoch, 1))
    let hasSeconds = bytes.count > 18 && bytes[16] == UInt8(ascii: ":")
    let second = hasSeconds ? number(bytes, at: 17) ?? 0 : 0
    let zone = zone(bytes[(hasSeconds ? 19 : 16)...])
    return UInt32((2 + days) * 86_400 + hour * 3600 + minute * 60 + second - zone * 60)
  }

  /// Minutes east of Greenwich of `+02:00`; 0 of `Z`, of nothing and of what is neither.
  private static func zone(_ text: ArraySlice<UInt8>) -> Int {
    let bytes = Array(text)
    guard bytes.count == 6, let hours = number(bytes, at: 1), let minutes = number(bytes, at: 4)
    else { return 0 }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> Int? {
    guard place + 1 < bytes.count, bytes[place] &- 48 < 10, bytes[place + 1] &- 48 < 10 else {
      return nil
    }
    return Int(bytes[place] - 48) * 10 + Int(bytes[place + 1] - 48)
  }
}
