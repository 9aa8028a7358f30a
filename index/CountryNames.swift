/// What countries are called: labels to show, and the codes behind names that users type.
///
/// Read from `gazetteers/countries.tsv` and `country-names.tsv`, each when first asked for, so
/// nothing is paid at start-up.
package enum CountryNames {
  /// The English label of a code ("GB" gives "United Kingdom"), the code itself when unknown.
  package static func label(for code: String) -> String {
    labels[code] ?? code
  }

  /// Every code with its label, in order of code.
  package static var all: [(code: String, label: String)] {
    labels.sorted { $0.key < $1.key }.map { (code: $0.key, label: $0.value) }
  }

  /// The code that a user means by a code, name, alias or demonym; nil when none is known.
  ///
  /// Case, diacritics, spaces and punctuation do not count. An English name wins over another
  /// language's, a country's name over a demonym.
  package static func code(for input: String) -> String? {
    let code = input.uppercased()
    if labels[code] != nil { return code }
    let key = folded(input)
    guard !key.isEmpty else { return nil }
    return names.filter { $0.key == key }.min { $0.precedence < $1.precedence }?.code
  }

  /// Labels of the countries whose names are nearest to an unknown input, the nearest first.
  ///
  /// Only names within a third of the input's length in edits count.
  package static func suggestions(for input: String, limit: Int = 3) -> [String] {
    let key = Array(folded(input).utf8)
    let most = max(1, key.count / 3)
    var nearest: [String: Int] = [:]
    for name in names where abs(name.key.utf8.count - key.count) <= most {
      let distance = editDistance(key, Array(name.key.utf8))
      if distance <= most { nearest[name.code] = min(distance, nearest[name.code] ?? distance) }
    }
    return nearest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit)
      .map { label(for: $0.key) }
  }

  private static let labels: [String: String] = Dictionary(
    uniqueKeysWithValues: Gazetteer.countries.rows.map { (text($0[0]), text($0[1])) })

  private struct Name {
    var key: String
    var code: String
    /// 0 for an English country name, more for what is less likely meant.
    var precedence: Int
  }

  private static let names: [Name] = Gazetteer.countryNames.rows.map { row in
    let kind = text(row[2]) == "demonym" ? 1 : text(row[2]) == "gone" ? 2 : 0
    return Name(
      key: text(row[0]), code: text(row[1]), precedence: kind + (text(row[3]) == "en" ? 0 : 4))
  }

  private static func text(_ cell: Gazetteer.Cell) -> String {
    String(decoding: cell, as: UTF8.self)
  }

  /// Letters and digits alone, lower case, without diacritics; the `key` of the names file.
  static func folded(_ name: String) -> String {
    name.unicodeScalars.map(baseLetter).joined()
  }

  /// The letter under a diacritic by its Unicode name: LATIN SMALL LETTER E WITH ACUTE is e.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> String {
    let properties = scalar.properties
    let isLetterOrDigit = properties.isAlphabetic || properties.numericType != nil
    guard isLetterOrDigit else { return "" }
    guard !scalar.isASCII, let words = properties.name?.split(separator: " "),
      words.first == "LATIN", let letter = words.firstIndex(of: "LETTER"), letter + 1 < words.count
    else { return properties.lowercaseMapping }
    return words[letter + 1].lowercased()
  }

  /// Levenshtein's distance in bytes, one row at a time.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (at, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = at + 1
      for column in right.indices {
        let replaced = diagonal + (byte == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
