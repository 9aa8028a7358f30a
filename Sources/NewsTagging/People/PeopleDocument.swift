internal import ArticleModel

/// An article's words, title before body, with everything that the features read.
///
/// A class, so that whoever holds one is no larger for it: the passes hand theirs on at every word.
package final class PeopleDocument: Sendable {
  package let article: ArticleTokens
  package let words: ContiguousArray<PeopleWord>
  /// The capitalised words, in text order: names have no others but particles and marks between.
  let capitalised: ContiguousArray<Int>
  /// The peoples that the document names, each once: a few.
  let peoples: [UInt64]
  /// Words of the title; the body's follow.
  package let titleCount: Int
  let lexicon: Lexicon
  let gazetteer = CountryGazetteer()
  let rules = NameRules.shared
  /// Nil for English, and where the text does not tell.
  let language: NameLanguage?
  /// Whether most of it is sentences in capitals.
  let isInCapitals: Bool
  /// Whether it is a post, a comment or a message rather than an article.
  let isInformal: Bool
  let legibility: Legibility
  /// Whether it is read by the model for texts that OCR damaged.
  let isDamaged: Bool

  package init(_ article: ArticleTokens, lexicon: Lexicon) {
    titleCount = article.title.tokens.count
    let count = titleCount + article.body.tokens.count
    var reader = WordReader(capacity: count)
    var words = ContiguousArray<PeopleWord>(unsafeUninitializedCapacity: count) { words, written in
      reader.read(article.title, into: words)
      reader.read(article.body, into: words)
      assert(reader.count == count, "words that were never written")
      written = reader.count
    }
    (capitalised, peoples, isInCapitals, isInformal, legibility) =
      words.withUnsafeMutableBufferPointer {
        let draft = PeopleDraft(reader, of: $0, in: article.language, lexicon)
        return (
          draft.capitalised, draft.peoples, draft.casing.isInCapitals, draft.isInformal,
          draft.legibility
        )
      }
    self.words = words
    self.lexicon = lexicon
    language = NameLanguage.of(article.language)
    isDamaged = !isInformal && legibility.suitsDamaged(article.language, article.date)
    self.article = article
  }

  @inline(__always)
  package func token(_ word: Int) -> Token {
    word < titleCount ? article.title.tokens[word] : article.body.tokens[word - titleCount]
  }

  @inline(__always)
  package func bytes(_ word: Int) -> ArraySlice<UInt8> {
    word < titleCount
      ? article.title.bytes[token(word).range] : article.body.bytes[token(word).range]
  }

  /// What the lexicon knows of a word that may lie far from any name.
  func record(_ word: Int) -> WordRecord {
    let known = words[word].record
    return known.rawValue != 0 || words[word].kind != .word ? known : lexicon[words[word].hash]
  }

  func isLowercaseParticle(_ word: Int) -> Bool { words[word].isLowercaseParticle }
}
