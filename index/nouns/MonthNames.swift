/// Months as written in English, French, German, Spanish, Italian, Portuguese and Dutch.
package enum MonthNames {
  /// A month's names stand in a row, those with accents without them too.
  private static let names: [[String]] = [
    ["january", "janvier", "januar", "enero", "gennaio", "janeiro", "januari", "jänner", "janner"],
    [
      "february", "février", "fevrier", "februar", "febrero", "febbraio", "fevereiro", "februari",
    ],
    ["march", "mars", "märz", "marz", "maerz", "marzo", "março", "marco", "maart"],
    ["april", "avril", "abril", "aprile"],
    ["may", "mai", "mayo", "maggio", "maio", "mei"],
    ["june", "juin", "juni", "junio", "giugno", "junho"],
    ["july", "juillet", "juli", "julio", "luglio", "julho"],
    ["august", "août", "aout", "agosto", "augustus"],
    ["september", "septembre", "septiembre", "settembre", "setembro", "setiembre"],
    ["october", "octobre", "oktober", "octubre", "ottobre", "outubro"],
    ["november", "novembre", "noviembre", "novembro"],
    ["december", "décembre", "decembre", "dezember", "diciembre", "dicembre", "dezembro"],
  ]

  /// The month, 1 to 12, that `word` is the name of, whole or cut to three letters or more.
  package static func month(_ word: some StringProtocol) -> Int? {
    let name = word.lowercased()
    guard name.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0.hasPrefix(name) } }.map { $0 + 1 }
  }
}
