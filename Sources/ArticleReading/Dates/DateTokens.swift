import OperatingSystem

/// A piece of a written date.
enum DateToken: Equatable {
  case number(Int, digits: Int)
  /// In lower case.
  case word(String)
  case month(Int)
  /// A sign between the others, blanks left out.
  case sign(UInt8)
}

/// Cuts a written date into pieces; digits of any script count as digits.
struct DateTokens {
  private(set) var tokens: [DateToken] = []

  init(_ text: String, limit: Int = 32) {
    let text = Self.plain(text)
    var rest = text[...].unicodeScalars
    while let scalar = rest.first, tokens.count < limit {
      if let digit = Self.digit(scalar) {
        number(digit, &rest)
      } else if scalar.properties.isAlphabetic {
        word(&rest)
      } else {
        rest.removeFirst()
        // An apostrophe in front of a year, whatever its form.
        if "’‘".unicodeScalars.contains(scalar) { tokens.append(.sign(UInt8(ascii: "'"))) }
        if "–—−".unicodeScalars.contains(scalar) { tokens.append(.sign(UInt8(ascii: "-"))) }
        if scalar.isASCII, scalar.value > 0x20 { tokens.append(.sign(UInt8(scalar.value))) }
      }
    }
  }

  /// In lower case, `p.m.` in one word.
  private static func plain(_ text: String) -> String {
    let text = text.lowercased()
    guard text.contains(".m") || text.contains(". m") else { return text }
    return text.replacing("p.m.", with: "pm ").replacing("a.m.", with: "am ").replacing(
      "p. m.", with: "pm "
    )
    .replacing("a. m.", with: "am ").replacing("p.m", with: "pm").replacing("a.m", with: "am")
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.value < 0x80 { return scalar.value &- 48 < 10 ? Int(scalar.value) - 48 : nil }
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }

  private mutating func number(_ first: Int, _ rest: inout Substring.UnicodeScalarView) {
    var (value, digits) = (first, 1)
    rest.removeFirst()
    while let scalar = rest.first, let digit = Self.digit(scalar) {
      if digits < 18 { value = value * 10 + digit }
      digits += 1
      rest.removeFirst()
    }
    tokens.append(.number(value, digits: digits))
  }

  private mutating func word(_ rest: inout Substring.UnicodeScalarView) {
    let letters = rest.prefix {
      $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
    }
    let word = String(letters).inFormC
    rest = rest[letters.endIndex...]
    // Between the numbers of Chinese, Japanese and Korean dates.
    switch word {
    case "年", "月", "日", "년", "월", "일": return tokens.append(.sign(UInt8(ascii: "/")))
    case "時", "点", "시": return tokens.append(.sign(UInt8(ascii: ":")))
    case "分", "秒", "분", "초": return
    default: break
    }
    tokens.append(DateWords.month(word).map { .month($0) } ?? .word(word))
  }
}
