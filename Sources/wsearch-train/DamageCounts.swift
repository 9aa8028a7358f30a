import IndexDefinition
import NewsTagging

/// What an archive says of damaged names: how often it prints names of countries, peoples and places, and which
/// capitalised words nobody knows.
struct DamageCounts {
  /// A name and how often it is printed.
  struct Name {
    let word: String
    let count: Int
    /// That of a people, not a place.
    let isPeople: Bool
  }

  /// A word that may be a damaged name, and how often it is printed.
  struct UnknownWord {
    let word: String
    /// More than half of the letters are.
    let isCapitals: Bool
    let count: Int
  }

  /// What stands beside names and unknown words.
  private(set) var surroundings = DamageSurroundings()

  private struct Form: Hashable {
    let word: String
    let isCapitals: Bool
  }

  private var articles = 0
  /// Of each word in lower case, how often the tagger finds a country in it.
  private var mentions: [String: Int] = [:]
  /// The same, where the country, its people or its capital is named.
  private var mentionsOfCountries: [String: Int] = [:]
  /// The same, where a people is named or called by its adjective.
  private var mentionsOfPeoples: [String: Int] = [:]
  /// How often each word stands with a capital, by ``TokenHash``.
  private var capitalised: [UInt64: Int] = [:]
  private var unknown: [Form: Int] = [:]
  /// How often each word that somebody knows stands with a capital.
  private var wellKnown: [String: Int] = [:]

  private let finder = PersonFinder()
  private let tagger = CountryTagger()
  private let known = KnownWords()

  mutating func add(_ article: Article) {
    articles += 1
    let tokens = ArticleTokens(article)
    guard Tags(language: tokens.language).isTagged else { return }
    for country in tagger.tags(in: tokens, people: finder.spans(in: tokens)) {
      for mention in country.mentions { add(mention, of: tokens[mention.field]) }
    }
    for field in Field.allCases { addWords(of: tokens[field], isOld: known.isOld(article.date)) }
  }

  private mutating func add(_ mention: Mention, of field: FieldTokens) {
    guard Self.rules.contains(mention.rule),
      let word = Self.letters(field.bytes[mention.range])
    else { return }
    mentions[word, default: 0] += 1
    if Self.rulesOfCountries.contains(mention.rule) { mentionsOfCountries[word, default: 0] += 1 }
    let isPeople = mention.rule == "demonym"
    if isPeople { mentionsOfPeoples[word, default: 0] += 1 }
    guard let at = field.tokens.firstIndex(where: { $0.range == mention.range }) else { return }
    surroundings.add(isPeople ? .people : .place, at..<at + 1, of: field)
  }

  /// What names a country, people or place by its whole: neither Congress nor Austro-, nor what is a misprint already.
  private static let rules: Set = [
    "country-name", "demonym", "capital", "city", "region", "former-state", "former-place",
    "dateline",
  ]

  /// What names a country, its people or its capital, which each paper may print.
  private static let rulesOfCountries: Set = ["country-name", "demonym", "capital"]

  private mutating func addWords(of field: FieldTokens, isOld: Bool) {
    for (at, token) in field.tokens.enumerated()
    where token.traits.contains(.capitalised) && !token.traits.contains(.mended) {
      capitalised[token.hash, default: 0] += 1
      guard isOld, token.kind == .word, 4...18 ~= token.range.count,
        let word = Self.letters(field.bytes[token.range])
      else { continue }
      guard known.isUnknown(token.hash) else {
        wellKnown[word, default: 0] += 1
        continue
      }
      let capitals = field.bytes[token.range].count { $0 & 0x20 == 0 }
      surroundings.add(.unknown, at..<at + 1, of: field)
      unknown[Form(word: word, isCapitals: capitals * 2 > word.utf8.count), default: 0] += 1
    }
  }

  /// A word in lower case, nil where it has other letters than those of ASCII.
  private static func letters(_ word: ArraySlice<UInt8>) -> String? {
    let small = word.map { $0 | 0x20 }
    guard small.allSatisfy({ $0 &- 97 < 26 }) else { return nil }
    return String(decoding: small, as: UTF8.self)
  }
}

extension DamageCounts {
  /// The words that nobody knows, in the alphabet's order.
  var unknownWords: [UnknownWord] {
    unknown.map { UnknownWord(word: $0.word, isCapitals: $0.isCapitals, count: $1) }
      .sorted { ($0.word, $0.isCapitals ? 1 : 0) < ($1.word, $1.isCapitals ? 1 : 0) }
  }

  /// The names that are met often enough to be meant by a damaged word, by length, then in the alphabet's order.
  ///
  /// How often one is printed is told by its capitals: where the tagger takes it for a person's, a damaged one may be, too.
  var names: [Name] {
    mentions.compactMap { word, mentions in
      let hash = TokenHash.of(word)
      let printed = capitalised[hash] ?? 0
      guard Self.lengths ~= word.utf8.count, isPrintedOften(word, mentions), known.isName(hash),
        Double(mentions) >= Double(printed) * leastShare(hash)
      else { return nil }
      let peoples = mentionsOfPeoples[word] ?? 0
      return Name(word: word, count: printed, isPeople: peoples * 2 > mentions)
    }.sorted { ($0.word.utf8.count, $0.word) < ($1.word.utf8.count, $1.word) }
  }

  /// Words printed with a capital that may be meant where a damaged word looks like a name, in the alphabet's order: those
  /// that seldom name a place themselves.
  func rivals(of names: [Name]) -> [Name] {
    let names = Set(names.map(\.word))
    return wellKnown.filter { word, count in
      Self.lengths ~= word.utf8.count && count * 20_000 >= 10 * articles && !names.contains(word)
        && mentions[word, default: 0] * 10 < count * 3
    }.map { Name(word: $0, count: $1, isPeople: false) }.sorted { $0.word < $1.word }
  }

  /// What the tagger has room for.
  private static let lengths = 5...14

  /// In 20,000 articles a place is named so often: 15 times, where most speak of a country, its people or its capital 4.
  private func isPrintedOften(_ word: String, _ mentions: Int) -> Bool {
    let isCountry = mentionsOfCountries[word, default: 0] * 2 > mentions
    return mentions * 20_000 >= (isCountry ? 4 : 15) * articles
  }

  /// The share of a word's uses that must name a country: more where it may name persons, too (Madison).
  private func leastShare(_ hash: UInt64) -> Double { known.namesPersons(hash) ? 0.7 : 0.5 }
}
