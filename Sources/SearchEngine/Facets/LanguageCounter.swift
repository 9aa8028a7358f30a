internal import IndexDefinition

/// Counts articles by language, as the `language` column has it.
final class LanguageCounter {
  /// Two ASCII letters, `first << 8 | second`, are below.
  private static let codeCount = 1 << 15
  /// By code; 0 stands for no language.
  private var table = [Int](repeating: 0, count: codeCount)

  /// Counts `rows`, ascending, too.
  func count(_ rows: Rows, in columns: ColumnReader) throws {
    try rows.forEachWindow { window, rows in
      columns.move(to: window)
      let codes = try columns.values(of: .language)
      for row in rows {
        let code = Int(codes[Int(row & ColumnLayout.offsetMask)])
        guard table.indices.contains(code) else { throw columns.damage(.language) }
        table[code] += 1
      }
    }
  }

  /// Adds what was counted of other articles.
  func add(_ other: LanguageCounter) {
    for code in table.indices { table[code] += other.table[code] }
  }

  var unknown: Int { table[0] }

  /// The languages counted at least once, by ISO 639-1.
  var counted: [(language: String, count: Int)] {
    table.indices.dropFirst().filter { table[$0] > 0 }.map { code in
      let letters = [UInt8(code >> 8), UInt8(code & 255)]
      return (String(decoding: letters, as: UTF8.self), table[code])
    }
  }
}
