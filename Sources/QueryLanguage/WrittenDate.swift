package import ArticleModel

/// A date among the words of a query, as people type it.
///
///     2025-09-07   2025-09   7 September 2025   September 7, 2025   7th September 2025   September 2025
///     in 1987
package struct WrittenDate: Equatable {
  package let date: CalendarDate
  /// Words that it takes.
  package let count: Int

  /// The date that `words` begin with; nil where they begin with none.
  package init?(beginning words: [String]) {
    let words = words.prefix(3).map { $0.lowercased().filter { $0 != "," && $0 != "." } }
    guard let first = words.first else { return nil }
    if first.utf8.count >= 7, let date = CalendarDate(first), first.contains("-") {
      self.init(date: date, count: 1)
    } else if let found = Self.spelt(words) ?? Self.year(words) {
      self = found
    } else {
      return nil
    }
  }

  private init(date: CalendarDate, count: Int) {
    self.date = date
    self.count = count
  }

  /// Day, month, year; month, day, year; month, year.
  private static func spelt(_ words: [String]) -> WrittenDate? {
    let months = words.map(month)
    if words.count == 3, let year = year(words[2]) {
      let places = [(day: 0, month: 1), (day: 1, month: 0)]
      for place in places {
        guard let month = months[place.month], let day = day(words[place.day]) else { continue }
        return CalendarDate(year: year, month: month, day: day)
          .map { WrittenDate(date: $0, count: 3) }
      }
    }
    guard words.count >= 2, let month = months[0], let year = year(words[1]) else { return nil }
    return CalendarDate(year: year, month: month).map { WrittenDate(date: $0, count: 2) }
  }

  /// A number is a year where a word says so.
  private static func year(_ words: [String]) -> WrittenDate? {
    guard words.count >= 2, words[0] == "in", let year = year(words[1])
    else { return nil }
    return CalendarDate(year: year).map { WrittenDate(date: $0, count: 2) }
  }

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
    guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(rest) else {
      return nil
    }
    return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private static func month(_ word: String) -> Int? {
    let number = months.firstIndex { month in
      month == word || month.utf8.count > 4 && word == month.prefix(3)
        || word == "sept" && month == "september"
    }
    return number.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
