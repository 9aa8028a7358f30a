internal import IndexDefinition

/// Which state a place belonged to when the article was written.
struct FormerStates {
  private let year: Int?
  private let named: Set<UInt16>

  init(date: CalendarDate?, groups: [NameGroup]) {
    year = date?.year
    named = Set(groups.compactMap { $0.sense?.kind == .gone ? $0.sense?.code : nil })
  }

  /// The sense's own code, or that of the state that held the place in the article's year; without
  /// a date, of one that the article names.
  func code(_ sense: CountryGazetteer.Sense) -> UInt16 {
    guard sense.kind.isPlace || sense.kind == .metonym else { return sense.code }
    for state in Self.states where state.heirs.contains(sense.code) {
      if year.map(state.years.contains) ?? named.contains(state.code) { return state.code }
    }
    return sense.code
  }

  private struct State {
    let code: UInt16
    /// Calendar years in which it stood from January to December, or nearly.
    let years: ClosedRange<Int>
    let heirs: [UInt16]

    init(_ code: StaticString, _ years: ClosedRange<Int>, _ heirs: String) {
      self.code = packedCode(String(describing: code))
      self.years = years
      self.heirs = heirs.split(separator: " ").map { packedCode(String($0)) }
    }
  }

  private static let states = [
    State("SU", 1923...1991, "RU UA BY GE AM AZ KZ UZ TM KG TJ MD"),
    State("SU", 1941...1991, "EE LV LT"),
    State("CS", 1919...1992, "CZ SK"),
    State("YU", 1919...1991, "RS ME HR SI BA MK XK"),
    State("YU", 1992...2002, "RS ME"),
  ]
}

/// A code as the gazetteer holds it: its first letter in the low byte.
func packedCode(_ code: String) -> UInt16 {
  let letters = Array(code.utf8)
  return UInt16(letters[0]) | UInt16(letters[1]) << 8
}

/// The same of a code that the source code spells out, which the compiler packs.
@inline(__always)
func packedCode(ofLetters letters: StaticString) -> UInt16 {
  UInt16(letters.utf8Start[0]) | UInt16(letters.utf8Start[1]) << 8
}

func text(ofCode code: UInt16) -> String {
  String(decoding: [UInt8(code & 0xFF), UInt8(code >> 8)], as: UTF8.self)
}
