import IndexDefinition
import OperatingSystem

/// When something was published, as feeds, dumps, agencies and front matter write it.
///
/// The day is taken as written, whatever the time zone: a piece dated 7 September in Kyiv is of the
/// 7th. What is not certain is not guessed at: dates that can be either way round (`03/04/2025`)
/// without an order, spans of time, other calendars.
struct PublicationDate: Equatable {
  var date: CalendarDate
  var time: TimeOfDay?

  /// The day with its time of day, ISO 8601; nil when there is no time.
  var publishedAt: String? {
    time.flatMap { date.precision == .day ? date.description + $0.description : nil }
  }

  enum Reading: Equatable {
    case certain(PublicationDate)
    /// The same digits are two days.
    case ambiguous(dayFirst: CalendarDate, monthFirst: CalendarDate)
    case unknown
  }

  /// The date that `text` names, by an order of day and month where one is needed and known.
  static func read(_ text: String, order: DateOrder? = nil) -> Reading {
    guard text.utf8.count <= 120 else { return .unknown }
    if let date = iso(text) { return .certain(date) }
    var tokens = DateTokens(text).tokens
    let time = TimeOfDay.take(from: &tokens)
    var form = DateForm(tokens, order: order, isTimed: time != nil)
    switch form.read() {
    case .certain(var date):
      date.time = date.time ?? time
      return .certain(date)
    case let other: return other
    }
  }

  /// The date that `text` names; nil when it cannot be read for certain.
  static func parse(_ text: String) -> CalendarDate? {
    guard case .certain(let date) = read(text) else { return nil }
    return date.date
  }

  /// `2025-09-07` and `2025-09-07T21:04:05+02:00`, as most sources write it, without a detour.
  private static func iso(_ text: String) -> PublicationDate? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= 10,
        let day = CalendarDate(utf8: UnsafeBufferPointer(rebasing: bytes[..<10])),
        isPlausible(day.year) || 1000..<1500 ~= day.year
      else { return nil }
      if bytes.count == 10 { return PublicationDate(date: day) }
      guard bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20 else { return nil }
      let time = TimeOfDay(iso: UnsafeBufferPointer(rebasing: bytes[11...]))
      return time.map { PublicationDate(date: day, time: $0) }
    }
  }

  /// Since there is print, and not in a time to come: other years are no data, or of another calendar.
  static func isPlausible(_ year: Int) -> Bool { 1500...2100 ~= year }

  /// The first day, month and year all told, that stands anywhere in a line of text.
  static func find(in line: String) -> PublicationDate? {
    let tokens = DateTokens(line, limit: 40).tokens
    for start in tokens.indices {
      if case .word = tokens[start] { continue }
      if case .sign = tokens[start] { continue }
      for count in [5, 4, 3] where start + count <= tokens.count {
        let part = Array(tokens[start..<start + count])
        var form = DateForm(part, order: nil, isTimed: false)
        guard
          !part.contains(where: {
            if case .word(let word) = $0 { !DateForm.isOrdinal(word) } else { false }
          }),
          !part.contains(.sign(0x3a)), case .certain(let date) = form.read(),
          date.date.precision == .day
        else { continue }
        var rest = Array(tokens[(start + count)...])
        return PublicationDate(date: date.date, time: TimeOfDay.take(from: &rest))
      }
    }
    return nil
  }
}
