/// Which comes first in dates such as 03/04/2025.
package enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}

/// What the other dates of a file say of the order in its dates.
///
/// Dates that can be read one way only (13/9/2025) decide, where they agree; looked for as values of
/// their own, behind a quote, a separator or a tag.
struct DateOrderEvidence {
  private var dayFirst = 0
  private var monthFirst = 0

  init() {}

  /// Of the bytes of a file, or of its head.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position + 8 <= bytes.count {
      guard Self.isDigit(bytes[position]), position == 0 || Self.isBorder(bytes[position - 1])
      else {
        position += 1
        continue
      }
      position += max(1, look(bytes, at: position))
    }
  }

  /// The order that all dates agree on; nil when they do not, or there are none.
  var order: DateOrder? {
    if dayFirst > 0, monthFirst == 0 { return .dayFirst }
    return monthFirst > 0 && dayFirst == 0 ? .monthFirst : nil
  }

  /// How many bytes a date at `position` has, 0 for none.
  private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    var end = position
    guard let first = Self.number(bytes, &end), end < bytes.count else { return 0 }
    let mark = bytes[end]
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") else { return 0 }
    end += 1
    guard let second = Self.number(bytes, &end), end < bytes.count, bytes[end] == mark else {
      return 0
    }
    end += 1
    let year = end
    while end < bytes.count, Self.isDigit(bytes[end]), end - year < 5 { end += 1 }
    // `25-09-07` begins with its year.
    guard end - year == 4 || end - year == 2 && mark == UInt8(ascii: "/") else { return 0 }
    if 13...31 ~= first, 1...12 ~= second { dayFirst += 1 }
    if 1...12 ~= first, 13...31 ~= second { monthFirst += 1 }
    return end - position
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ end: inout Int) -> Int? {
    let start = end
    var value = 0
    while end < bytes.count, end - start < 3, isDigit(bytes[end]) {
      value = value * 10 + Int(bytes[end] - 48)
      end += 1
    }
    return 1...2 ~= end - start ? value : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [0x22, 0x27, 0x2c, 0x3b, 0x3e, 0x3a, 0x7c].contains(byte)
  }
}
