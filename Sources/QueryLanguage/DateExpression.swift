package import ArticleModel

/// The way dates are written in a query: `2025-09`, `2024..2025-03`, `2020..`, `..2020`, `>=2020`,
/// `>2020`, `<=2020`, `<2020`, and `*` for any date.
extension DateRange {
  /// Nil when `expression` is not of these forms or names no day.
  package init?(expression: String) {
    if expression == "*" {
      self.init()
    } else if let comparison = Self(comparison: expression) {
      self = comparison
    } else if let range = Self(ends: expression) {
      self = range
    } else if let date = CalendarDate(expression) {
      self.init(from: date, to: date)
    } else {
      return nil
    }
  }

  /// Reads `>=2020` and its kin.
  private init?(comparison: String) {
    let sign = comparison.prefix { "<>=".contains($0) }
    guard let date = CalendarDate(comparison.dropFirst(sign.count)) else { return nil }
    switch sign {
    case ">=": self.init(from: date)
    case "<=": self.init(to: date)
    case ">":
      guard let next = date.lastDay.advanced(by: 1) else { return nil }
      self.init(from: next)
    case "<":
      guard let previous = date.firstDay.advanced(by: -1) else { return nil }
      self.init(to: previous)
    default: return nil
    }
  }

  /// Reads `2024..2025-03`, either end open; ends the wrong way round are turned.
  private init?(ends: String) {
    let scalars = Array(ends.utf8)
    guard
      let dots = scalars.indices.dropLast().first(where: {
        scalars[$0] == UInt8(ascii: ".") && scalars[$0 + 1] == UInt8(ascii: ".")
      })
    else { return nil }
    let texts = [scalars[..<dots], scalars[(dots + 2)...]]
    let dates = texts.map { CalendarDate(String(decoding: $0, as: UTF8.self)) }
    guard zip(texts, dates).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
    switch (dates[0], dates[1]) {
    case (let from?, let to?) where from.firstDay > to.lastDay: self.init(from: to, to: from)
    case (nil, nil): return nil
    case (let from, let to): self.init(from: from, to: to)
    }
  }

  /// The shortest expression that reads back as this range.
  package var expression: String {
    guard let from else { return to.map { "..\($0.shortestAsLast)" } ?? "*" }
    guard let to else { return "\(from.shortestAsFirst).." }
    for precision in [CalendarDate.Precision.year, .month, .day] {
      let whole = from.cut(to: precision)
      if whole.firstDay == from, whole.lastDay == to { return whole.description }
    }
    return "\(from.shortestAsFirst)..\(to.shortestAsLast)"
  }
}

extension CalendarDate {
  fileprivate func advanced(by days: Int) -> CalendarDate? {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// The coarsest date that begins on this day.
  fileprivate var shortestAsFirst: CalendarDate {
    [.year, .month].map(cut).first { $0.firstDay == self } ?? self
  }

  /// The coarsest date that ends on this day.
  fileprivate var shortestAsLast: CalendarDate {
    [.year, .month].map(cut).first { $0.lastDay == self } ?? self
  }
}
