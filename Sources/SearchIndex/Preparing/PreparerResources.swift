internal import ArticleReading
internal import Tagging

/// What the preparers of all threads share.
struct PreparerResources: Sendable {
  let reader: ArticleReader
  let tagger = Tagger()
  let knownTerms: KnownTerms

  init(reader: ArticleReader, knownTerms limit: Int) {
    self.reader = reader
    knownTerms = KnownTerms(limit: limit)
  }
}
