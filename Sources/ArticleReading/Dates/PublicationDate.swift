import IndexDefinition

/// Reads the date forms that feeds, dumps and front matter use.
///
/// The day is taken as written, whatever the time zone: a piece dated 7 September in Kyiv is of the
/// 7th. Dates that could be either way round (`03/04/2025`) are not guessed at; with full stops
/// (`07.09.2025`) the day comes first everywhere.
struct PublicationDate {
  /// The date that `text` names; nil when it cannot be read for certain.
  static func parse(_ text: String) -> CalendarDate? {
    let parts = pieces(of: text)
    guard let first = parts.first else { return nil }
    return digital(first, parts) ?? written(parts, isDotted: text.isDotted)
  }

  /// The first day, month and year all told, that stands anywhere in a line of text.
  static func find(in line: String) -> CalendarDate? {
    let parts = pieces(of: line, limit: 24)
    for start in parts.indices {
      guard parts[start] != .word, let end = parts.index(start, offsetBy: 3, limitedBy: parts.count)
      else { continue }
      let part = Array(parts[start..<end])
      guard !part.contains(.word), let first = part.first else { continue }
      if let date = digital(first, part) ?? written(part, isDotted: line.isDotted),
        date.precision == .day,
        1600..<2100 ~= date.year
      {
        return date
      }
    }
    return nil
  }

  /// A stretch of digits or of letters.
  private enum Piece: Equatable {
    case number(Int, digits: Int)
    case month(Int)
    case word
  }

  /// Between the numbers of Chinese, Japanese and Korean dates.
  private static let separators: Set<Substring> = ["年", "月", "日", "년", "월", "일"]

  private static func pieces(of text: String, limit: Int = 8) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text).utf8
    while let byte = rest.first, pieces.count < limit {
      if byte &- 48 < 10 {
        let digits = rest.prefix { $0 &- 48 < 10 }
        rest = rest[digits.endIndex...]
        pieces.append(.number(Int(Substring(digits)) ?? 0, digits: digits.count))
      } else if byte | 0x20 &- 97 < 26 || byte >= 0x80 {
        let letters = rest.prefix { $0 | 0x20 &- 97 < 26 || $0 >= 0x80 }
        rest = rest[letters.endIndex...]
        let word = Substring(letters)
        if !separators.contains(word) {
          pieces.append(MonthNames.month(word).map { .month($0) } ?? .word)
        }
      } else {
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  /// `2025-09-07…`, `2025/9/7`, `20250907…`, `2025-09`, `2025`, seconds since 1970.
  private static func digital(_ first: Piece, _ parts: [Piece]) -> CalendarDate? {
    guard case .number(let value, let digits) = first else { return nil }
    switch digits {
    case 8, 12, 14:
      var value = value
      for _ in 8..<digits { value /= 10 }
      return CalendarDate(year: value / 10000, month: value / 100 % 100, day: value % 100)
    case 10: return CalendarDate(daysSinceEpoch: value / 86_400)
    case 13: return CalendarDate(daysSinceEpoch: value / 86_400_000)
    case 4:
      guard parts.count > 1 else { return CalendarDate(year: value) }
      guard case .number(let month, 1...2) = parts[1] else { return nil }
      guard parts.count > 2 else { return CalendarDate(year: value, month: month) }
      guard case .number(let day, 1...2) = parts[2] else { return nil }
      return CalendarDate(year: value, month: month, day: day)
    default: return nil
    }
  }

  /// `Sun, 07 Sep 2025 …`, `7 September 2025`, `September 7, 2025`, `7-SEP-1987`, `September 2025`,
  /// `13/9/2025`, `7.9.2025`.
  private static func written(_ parts: [Piece], isDotted: Bool) -> CalendarDate? {
    var parts = parts[...]
    while parts.first == .word { parts = parts.dropFirst() }
    // Ordinals: 7th September.
    let plain = parts.filter { $0 != .word }
    guard plain.count >= 2 else { return nil }
    switch (plain[0], plain[1], plain.count > 2 ? plain[2] : nil) {
    case (.number(let day, 1...2), .month(let month), .number(let year, let digits)?),
      (.month(let month), .number(let day, 1...2), .number(let year, let digits)?):
      return CalendarDate(year: full(year, digits), month: month, day: day)
    case (.number(let year, 4), .month(let month), .number(let day, 1...2)?):
      return CalendarDate(year: year, month: month, day: day)
    case (.month(let month), .number(let year, 4), _):
      return CalendarDate(year: year, month: month)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, 4)?):
      if first > 12 || isDotted { return CalendarDate(year: year, month: second, day: first) }
      if second > 12 || first == second {
        return CalendarDate(year: year, month: first, day: second)
      }
      return nil
    default: return nil
    }
  }

  /// Two-digit years as RFC 2822 reads them: 00–49 are 2000–2049, 50–99 are 1950–1999.
  private static func full(_ year: Int, _ digits: Int) -> Int {
    digits == 2 ? (year < 50 ? 2000 : 1900) + year : year
  }
}

extension String {
  fileprivate var isDotted: Bool { utf8.contains(0x2e) && !utf8.contains(0x2f) }
}
