private import IndexData

/// The tables of names in `index/gazetteers`, compiled into the binary; each file's head names its
/// columns.
package enum Gazetteer: Sendable {
  /// Words that stand before a person's name: `words language gender kind before`.
  case honorifics
  /// Given names with their short forms and spellings: `gender names`.
  case givenNames
  /// Family names and whole names in several spellings: `part spellings`.
  case nameSpellings
  /// Country codes with their English labels: `code label`.
  case countries
  /// What countries are called: `folded name, code, kind, language, name`.
  case countryNames
  /// What words beside a name say of it: `kind words reason`.
  case nameRules
  /// What tells names in languages other than English: `language kind words reason`.
  case nameLanguages
  /// The small words of each language: `language words`.
  case functionWords
  /// Halves of words that a line's end broke: `place halves`.
  case wordHalves
  /// Names that papers print daily, and words like them: `word cost kind`.
  case damagedNames
  /// What stands beside names: `side word place people`.
  case damagedSurroundings
  /// How OCR prints letters: `kind letters printed cost`.
  case letterDamage
  /// How letters follow each other: `letters costs`.
  case letterSequences

  /// The file as it lies in the read-only segment.
  package var bytes: UnsafeBufferPointer<UInt8> {
    switch self {
    case .honorifics:
      UnsafeBufferPointer(start: wsearch_honorifics(), count: wsearch_honorifics_size())
    case .givenNames:
      UnsafeBufferPointer(start: wsearch_given_names(), count: wsearch_given_names_size())
    case .nameSpellings:
      UnsafeBufferPointer(start: wsearch_name_spellings(), count: wsearch_name_spellings_size())
    case .countries:
      UnsafeBufferPointer(start: wsearch_countries(), count: wsearch_countries_size())
    case .countryNames:
      UnsafeBufferPointer(start: wsearch_country_names(), count: wsearch_country_names_size())
    case .nameRules:
      UnsafeBufferPointer(start: wsearch_name_rules(), count: wsearch_name_rules_size())
    case .nameLanguages:
      UnsafeBufferPointer(start: wsearch_name_languages(), count: wsearch_name_languages_size())
    case .functionWords:
      UnsafeBufferPointer(start: wsearch_function_words(), count: wsearch_function_words_size())
    case .damagedNames:
      UnsafeBufferPointer(start: wsearch_damaged_names(), count: wsearch_damaged_names_size())
    case .damagedSurroundings:
      UnsafeBufferPointer(
        start: wsearch_damaged_surroundings(), count: wsearch_damaged_surroundings_size())
    case .letterDamage:
      UnsafeBufferPointer(start: wsearch_letter_damage(), count: wsearch_letter_damage_size())
    case .letterSequences:
      UnsafeBufferPointer(start: wsearch_letter_sequences(), count: wsearch_letter_sequences_size())
    case .wordHalves:
      UnsafeBufferPointer(start: wsearch_word_halves(), count: wsearch_word_halves_size())
    }
  }

  /// Names of countries and places as one table that `CountryGazetteer` reads in place, aligned to
  /// four bytes.
  package static var places: UnsafeRawPointer { UnsafeRawPointer(wsearch_gazetteer()) }

  /// UTF-8 between two tabs.
  package typealias Cell = Slice<UnsafeBufferPointer<UInt8>>

  /// The rows that are neither empty nor a `#` comment, cut at tabs.
  package var rows: some Sequence<[Cell]> {
    bytes.split(separator: UInt8(ascii: "\n")).lazy
      .filter { $0.first != UInt8(ascii: "#") }
      .map(Self.cells)
  }

  /// A row cut at its tabs, in room that is made once: no table has more columns.
  private static func cells(of row: Cell) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(5)
    var rest = row
    while let tab = rest.firstIndex(of: UInt8(ascii: "\t")) {
      cells.append(rest[..<tab])
      rest = rest[(tab + 1)...]
    }
    cells.append(rest)
    return cells
  }
}
