package import ArticleModel

/// Tells the language of a text by its small words, and by its script where that says more.
///
/// Of the first words those in lower case vote: each small word has one vote, parted among the
/// languages that use it. A language is believed on eight such words that make a seventh of the
/// text; on fewer only without a word of the source. Where a language that is not tagged stands
/// close to one that is (Galician, Portuguese), the latter is believed: in doubt an article is
/// tagged. Too short a text has no language. The second half of the words is not read where the first
/// has decided.
package struct TextLanguage {
  /// Tokens that are looked at, enough for any article to show its language.
  private static let sample = 500
  private static let words = FunctionWords.shared
  private static let tagged = words.languages.enumerated().reduce(UInt64(0)) { mask, language in
    Tags.languages.contains(language.element) ? mask | 1 << UInt64(language.offset) : mask
  }

  /// What the words say for one language.
  ///
  /// Letters that stand alone (the Croatian *i*, the Polish *w*) are told from longer words: text that OCR damaged is
  /// full of them.
  private struct Tally {
    var words: (votes: Float, hits: Int32) = (0, 0)
    var letters: (votes: Float, hits: Int32) = (0, 0)

    mutating func add(_ share: Float, ofLetter isLetter: Bool) {
      if isLetter {
        letters = (letters.votes + share, letters.hits &+ 1)
      } else {
        words = (words.votes + share, words.hits &+ 1)
      }
    }

    /// What counts of it: letters that stand alone as much as the longer words at most, where English has as many
    /// votes.
    @inline(__always)
    func counted(beside english: Float) -> (votes: Float, hits: Int32) {
      guard english >= words.votes else {
        return (words.votes + letters.votes, words.hits + letters.hits)
      }
      return (
        words.votes + min(letters.votes, words.votes), words.hits + min(letters.hits, words.hits)
      )
    }
  }

  /// A tally a language of ``words``.
  private var tallies = [Tally](filled: Tally(), count: words.languages.count)
  private var wordCount = 0
  /// Bytes in each script.
  private var scripts: [Script: Int] = [:]

  /// ISO 639-1; what the text shows, else what the source says, else nil.
  package static func of(_ article: Article) -> String? {
    ArticleTokens(article).language
  }

  static func of(_ article: ArticleTokens, given: String?) -> String? {
    var language = TextLanguage()
    let body = min(article.body.tokens.count, sample)
    let title = min(article.title.tokens.count, sample)
    language.read(article.body, 0..<body / 2)
    if let clear = language.clearLeader(of: body + title) { return words.languages[clear] }
    language.read(article.body, body / 2..<body)
    if language.wordCount < 100 { language.read(article.title, 0..<title) }
    return language.decide(given: given)
  }

  private mutating func read(_ field: FieldTokens, _ range: Range<Int>) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: range.count + 1) { small in
      var count = 0
      for token in field.tokens[range] {
        wordCount &+= token.kind == .word ? 1 : 0
        if token.traits.contains(.hasNonASCII) { readScripts(field.bytes, token) }
        // Small words and others take turns as they like, so that jumps would mostly be wrong.
        small[count] = token.hash
        count &+= token.isSmallWord ? 1 : 0
      }
      vote(Self.masks(UnsafeMutableBufferPointer(rebasing: small[..<count])))
    }
  }

  /// Puts the masks of the words that have one in the place of all hashes.
  private static func masks(
    _ hashes: UnsafeMutableBufferPointer<UInt64>
  ) -> UnsafeBufferPointer<UInt64> {
    let words = words
    var count = 0
    for at in hashes.indices {
      let mask = words[hashes[at]]
      hashes[count] = mask
      count &+= mask == 0 ? 0 : 1
    }
    return UnsafeBufferPointer(rebasing: hashes[..<count])
  }

  /// - Parameter masks: each a small word's languages.
  private mutating func vote(_ masks: UnsafeBufferPointer<UInt64>) {
    tallies.withUnsafeMutableBufferPointer { tallies in
      for mask in masks {
        var rest = mask & ~FunctionWords.letter
        let share = 1 / Float(rest.nonzeroBitCount)
        while rest != 0 {
          tallies[rest.trailingZeroBitCount].add(share, ofLetter: mask & FunctionWords.letter != 0)
          rest &= rest - 1
        }
      }
    }
  }

  private mutating func readScripts(_ bytes: [UInt8], _ token: Token) {
    bytes.withUnsafeBufferPointer { text in
      var at = Int(token.start)
      while at < Int(token.end) {
        let (value, width) = scalar(text, at)
        if let script = Script(of: value) { scripts[script, default: 0] += width }
        at += width
      }
    }
  }

  private func decide(given: String?) -> String? {
    let best = leader(votes)
    let shown = best.map { Self.words.languages[$0] }
    if let best, isShown(by: best, hits: 8, of: wordCount) { return shown }
    let isLikely =
      best.map { isShown(by: $0, hits: 3, of: wordCount) && outvotesEnglish($0) } ?? false
    if let script = mainScript { return given ?? (isLikely ? shown : script.language) }
    if let given { return given }
    return isLikely && shown.map(Tags.languages.contains) == true ? shown : nil
  }

  /// The language with most votes; one that is tagged, unless another has a quarter more.
  private func leader(_ votes: [Float]) -> Int? {
    guard let tagged = Self.first(of: Self.tagged, votes),
      let other = Self.first(of: ~Self.tagged, votes)
    else { return nil }
    return votes[other] > votes[tagged] * 1.25 ? other : tagged
  }

  /// The language with most votes among those of a mask, the first of equals.
  private static func first(of mask: UInt64, _ votes: [Float]) -> Int? {
    var best: Int?
    for language in votes.indices where mask & 1 << UInt64(language) != 0 {
      if best.map({ votes[language] > votes[$0] }) ?? true { best = language }
    }
    return best
  }

  /// The language that is shown already, whatever the rest of `count` words, with twice the votes of
  /// every other.
  private func clearLeader(of count: Int) -> Int? {
    let votes = votes
    guard let leader = leader(votes), isShown(by: leader, hits: 8, of: count) else { return nil }
    return votes.count { $0 * 2 > votes[leader] } == 1 ? leader : nil
  }

  private func isShown(by language: Int, hits least: Int, of count: Int) -> Bool {
    let hits = Int(counted(language).hits)
    return hits >= least && hits * 7 >= count
  }

  /// What counts for each language.
  private var votes: [Float] {
    let english = english
    return tallies.map { $0.counted(beside: english).votes }
  }

  private func counted(_ language: Int) -> (votes: Float, hits: Int32) {
    tallies[language].counted(beside: english)
  }

  private var english: Float {
    tallies[FunctionWords.english.trailingZeroBitCount].words.votes
  }

  /// Whether a few words speak for a language by themselves: `met` and `in` are English too.
  private func outvotesEnglish(_ language: Int) -> Bool {
    let votes = counted(language).votes
    return votes >= 1.5 && votes >= 2 * english
  }

  /// The script of most letters outside ASCII where these outweigh the words in ASCII; Chinese
  /// with kana is Japanese.
  private var mainScript: Script? {
    guard !scripts.isEmpty else { return nil }
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
