/// Where a term stands in an article: `column << 32 | position`, positions counting tokens.
package typealias Occurrence = Int64

extension Occurrence {
  package init(column: Int, position: Int) {
    self = Int64(column) << 32 | Int64(position)
  }

  package var column: Int { Int(self >> 32) }
  package var position: Int { Int(self & 0xffff_ffff) }
}

/// Occurrences in one article by column of `article_fts`.
package struct ColumnCounts: Equatable {
  var title: Int = 0
  var body: Int = 0
  var bigrams: Int = 0

  init(title: Int = 0, body: Int = 0, bigrams: Int = 0) {
    self.title = title
    self.body = body
    self.bigrams = bigrams
  }

  init(_ occurrences: some Sequence<Occurrence>) {
    for occurrence in occurrences {
      switch occurrence.column {
      case 0: title += 1
      case 1: body += 1
      default: bigrams += 1
      }
    }
  }
}
