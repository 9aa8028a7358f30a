internal import OperatingSystem

/// One record of RFC 4180: every field in quotes, quotes in it doubled.
struct CSVRecord {
  /// Whether fields stay byte for byte.
  ///
  /// Else what commands a terminal is shown as an escape, and a field that a spreadsheet would run as
  /// a formula begins with an apostrophe, by which spreadsheets know a text.
  let isRaw: Bool

  func text(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private func quoted(_ field: String) -> String {
    let field = isRaw ? field : defused(field)
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A number is no formula, also where it is negative.
  private func defused(_ field: String) -> String {
    let isFormula = field.unicodeScalars.first.map { Self.signs.contains($0) } ?? false
    return (isFormula && Double(field) == nil ? "'" : "") + field.visibleLines
  }

  /// What formulas begin with, in full width too; white space before them is passed over by some.
  private static let signs: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
}
