import OperatingSystem

/// Months as written in English, French, German, Spanish, Italian, Portuguese and Dutch.
enum MonthNames {
  /// Names without accents; a month's names stand in a row.
  private static let names: [[String]] = [
    ["january", "janvier", "januar", "enero", "gennaio", "janeiro", "januari", "janner"],
    ["february", "fevrier", "februar", "febrero", "febbraio", "fevereiro", "februari"],
    ["march", "mars", "marz", "maerz", "marzo", "marco", "maart"],
    ["april", "avril", "abril", "aprile"],
    ["may", "mai", "mayo", "maggio", "maio", "mei"],
    ["june", "juin", "juni", "junio", "giugno", "junho"],
    ["july", "juillet", "juli", "julio", "luglio", "julho"],
    ["august", "aout", "agosto", "augustus"],
    ["september", "septembre", "septiembre", "settembre", "setembro", "setiembre"],
    ["october", "octobre", "oktober", "octubre", "ottobre", "outubro"],
    ["november", "novembre", "noviembre", "novembro"],
    ["december", "decembre", "dezember", "diciembre", "dicembre", "dezembro"],
  ]

  /// The month, 1 to 12, that `word` is the name of, whole or cut to three letters or more.
  static func month(_ word: some StringProtocol) -> Int? {
    let plain = String(word).inFormD.lowercased().unicodeScalars
      .filter { $0.properties.canonicalCombiningClass == .notReordered }
    let name = String(String.UnicodeScalarView(plain))
    guard name.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0.hasPrefix(name) } }.map { $0 + 1 }
  }
}
