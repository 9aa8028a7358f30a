package import IndexDefinition

/// Tells the language of a text by its small words, and by its script where that says more.
///
/// Of the first words those in lower case vote: each small word has one vote, parted among the
/// languages that use it. A language is believed on eight such words that make a seventh of the
/// text; on fewer only without a word of the source. Where a language that is not tagged stands
/// close to one that is (Galician, Portuguese), the latter is believed: in doubt an article is
/// tagged. Too short a text has no language.
package struct TextLanguage {
  /// Tokens that are looked at, enough for any article to show its language.
  private static let sample = 500
  private static let words = FunctionWords.shared
  private static let tagged = words.languages.enumerated().reduce(UInt64(0)) { mask, language in
    Tags.languages.contains(language.element) ? mask | 1 << UInt64(language.offset) : mask
  }

  private var votes = [Float](repeating: 0, count: words.languages.count)
  private var hits = [Int](repeating: 0, count: words.languages.count)
  private var wordCount = 0
  /// Bytes in each script.
  private var scripts: [Script: Int] = [:]

  /// ISO 639-1; what the text shows, else what the source says, else nil.
  package static func of(_ article: Article) -> String? {
    ArticleTokens(article).language
  }

  static func of(_ article: ArticleTokens, given: String?) -> String? {
    var language = TextLanguage()
    language.read(article.body)
    if language.wordCount < 100 { language.read(article.title) }
    return language.decide(given: given)
  }

  private mutating func read(_ field: FieldTokens) {
    field.bytes.withUnsafeBufferPointer { text in
      for token in field.tokens.prefix(Self.sample) where token.kind == .word {
        wordCount += 1
        if token.traits.contains(.hasNonASCII) { readScripts(text, token) }
        if !token.traits.contains(.capitalised) { vote(Self.words[token.hash]) }
      }
    }
  }

  private mutating func vote(_ mask: UInt64) {
    guard mask != 0 else { return }
    let share = 1 / Float(mask.nonzeroBitCount)
    var rest = mask
    while rest != 0 {
      let language = rest.trailingZeroBitCount
      votes[language] += share
      hits[language] += 1
      rest &= rest - 1
    }
  }

  private mutating func readScripts(_ text: UnsafeBufferPointer<UInt8>, _ token: Token) {
    var at = Int(token.start)
    while at < Int(token.end) {
      let (value, width) = scalar(text, at)
      if let script = Script(of: value) { scripts[script, default: 0] += width }
      at += width
    }
  }

  private func decide(given: String?) -> String? {
    let best = leader()
    let shown = best.map { Self.words.languages[$0] }
    if let best, isShown(by: best, hits: 8) { return shown }
    let isLikely = best.map { isShown(by: $0, hits: 3) && outvotesEnglish($0) } ?? false
    if let script = mainScript { return given ?? (isLikely ? shown : script.language) }
    if let given { return given }
    return isLikely && shown.map(Tags.languages.contains) == true ? shown : nil
  }

  /// The language with most votes; one that is tagged, unless another has a quarter more.
  private func leader() -> Int? {
    func first(_ isTagged: Bool) -> Int? {
      votes.indices.filter { (Self.tagged & 1 << UInt64($0) != 0) == isTagged }
        .max { (votes[$0], $1) < (votes[$1], $0) }
    }
    guard let tagged = first(true), let other = first(false) else { return nil }
    return votes[other] > votes[tagged] * 1.25 ? other : tagged
  }

  private func isShown(by language: Int, hits least: Int) -> Bool {
    hits[language] >= least && hits[language] * 7 >= wordCount
  }

  /// Whether a few words speak for a language by themselves: `met` and `in` are English too.
  private func outvotesEnglish(_ language: Int) -> Bool {
    let english = Self.words.languages.firstIndex(of: "en").map { votes[$0] } ?? 0
    return votes[language] >= 1.5 && votes[language] >= 2 * english
  }

  /// The script of most letters outside ASCII where these outweigh the words in ASCII; Chinese
  /// with kana is Japanese.
  private var mainScript: Script? {
    let foreign = scripts.filter { $0.key != .latin }
    guard foreign.values.reduce(0, +) > 4 * wordCount else { return nil }
    if foreign[.kana, default: 0] * 10 > foreign[.han, default: 0], foreign[.hangul] == nil,
      foreign[.kana] != nil
    {
      return .kana
    }
    return foreign.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }
}
