package import ArticleModel

/// A date among the words of a query, as people type it.
///
///     2025-09-07   2025-09   7 September 2025   September 7, 2025   7th September 2025
///     September 2025   in 1987   7 de septiembre de 2025   1er mars 2025
package struct WrittenDate: Equatable {
  /// Words of the longest.
  package static let longest = 5

  package let range: DateRange
  /// Words that it takes.
  package let count: Int

  /// The date that `words` begin with; nil where they begin with none.
  ///
  /// - Parameter today: what `last week` counts from; nil: it is no date.
  package init?(beginning words: [String], today: CalendarDate? = nil) {
    let words = words.prefix(Self.longest).map { $0.lowercased().filter { !",.".contains($0) } }
    guard let first = words.first else { return nil }
    let found =
      if first.utf8.count >= 7, first.contains("-"), let date = CalendarDate(first) {
        WrittenDate(date: date, count: 1)
      } else {
        Self.spelt(words) ?? Self.year(words)
          ?? today.flatMap { WrittenDate(RelativeDate(beginning: words), today: $0) }
      }
    guard let found else { return nil }
    self = found
  }

  private init(date: CalendarDate, count: Int) {
    range = DateRange(from: date, to: date)
    self.count = count
  }

  private init?(_ relative: RelativeDate?, today: CalendarDate) {
    guard let relative, let range = relative.range(from: today) else { return nil }
    self.range = range
    count = relative.count
  }

  /// Day, month, year; month, day, year; month, year; with `of` or its like between.
  private static func spelt(_ words: [String]) -> WrittenDate? {
    let places = words.indices.filter { !links.contains(words[$0]) }
    guard places.first == 0 else { return nil }
    for count in [3, 2] where places.count >= count {
      if let date = date(places.prefix(count).map { words[$0] }) {
        return WrittenDate(date: date, count: places[count - 1] + 1)
      }
    }
    return nil
  }

  private static let links: Set<String> = ["of", "de", "del", "di"]

  private static func date(_ words: [String]) -> CalendarDate? {
    guard let year = year(words[words.count - 1]) else { return nil }
    let months = words.map { $0 == "sept" ? 9 : MonthNames.month($0) }
    if words.count == 2 { return months[0].flatMap { CalendarDate(year: year, month: $0) } }
    for (day, month) in [(day(words[0]), months[1]), (day(words[1]), months[0])] {
      if let day, let month { return CalendarDate(year: year, month: month, day: day) }
    }
    return nil
  }

  /// A number is a year where a word says so.
  private static func year(_ words: [String]) -> WrittenDate? {
    guard words.count >= 2, yearMarks.contains(words[0]), let year = year(words[1])
    else { return nil }
    return CalendarDate(year: year).map { WrittenDate(date: $0, count: 2) }
  }

  private static let yearMarks: Set<String> = ["in", "en", "em", "nel", "anno"]

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1500...2199).contains(year) else {
      return nil
    }
    return year
  }

  /// 7 of `7`, `07`, `7th`.
  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let rest = word.dropFirst(digits.count)
    guard (1...2).contains(digits.count), ordinalEndings.contains(String(rest)) else { return nil }
    return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private static let ordinalEndings: Set<String> = ["", "st", "nd", "rd", "th", "er", "e", "º"]
}
