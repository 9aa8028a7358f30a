internal import ArticleModel

/// Three numbers of one token parted by one mark, the last of them a year of two or four digits or
/// the day behind an ISO year: `9/7/2025`, `07.09.25`, `2025-09-07`.
struct NumericDate {
  private var numbers = SIMD4<Int>()
  private var digits = SIMD4<Int>()
  private let mark: UInt8

  /// Nil where the token is anything else, or a number has more than four digits.
  init?(_ bytes: [UInt8], _ token: Token) {
    // From 1/2/97 to 12/31/1997, with room for numbers that are no date.
    guard 6...14 ~= token.end - token.start else { return nil }
    let marks = UInt8(ascii: "-")...UInt8(ascii: "/")
    var mark: UInt8 = 0
    var place = 0
    for byte in bytes[token.range] {
      if isDigit(byte) {
        numbers[place] = numbers[place] * 10 + Int(byte) - 48
        digits[place] += 1
      } else {
        guard marks.contains(byte), mark == 0 || byte == mark, place < 2 else { return nil }
        mark = byte
        place += 1
      }
    }
    self.mark = mark
    guard place == 2, digits.max() <= 4, digits[2] == 2 || digits[2] == 4 else { return nil }
  }

  /// The date of `YYYY-MM-DD`, nil for another order.
  var iso: CalendarDate? {
    guard mark == UInt8(ascii: "-"), digits == SIMD4(4, 2, 2, 0) else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The date of the other orders, its year last, from 1500 to 2100.
  var date: CalendarDate? {
    let year = digits[2] == 4 ? numbers[2] : numbers[2] + (numbers[2] < 30 ? 2000 : 1900)
    guard 1500...2100 ~= year else { return nil }
    let first = CalendarDate(year: year, month: numbers[0], day: numbers[1])
    let second = CalendarDate(year: year, month: numbers[1], day: numbers[0])
    return mark == UInt8(ascii: "/") ? first ?? second : second ?? first
  }
}
