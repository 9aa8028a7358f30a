import IndexDefinition
import QueryLanguage
import SearchIndex
import TestSupport

/// Seeded articles and queries over few words, so that every kind of match is frequent.
struct RandomCorpus {
  static let words = [
    "peace", "talk", "talks", "talking", "trade", "trading", "trader", "harbour", "harbours",
    "wheat", "the", "of", "and", "minister", "ministry", "zürich", "u", "s", "strike", "strikes",
    "striking", "covid", "19", "north",
  ]
  static let people = ["Ada Quill", "Bo Marsh", "Cy Marsh", "Dee O'Hara", "Élan Voss"]
  static let countries = ["FR", "GB", "PL", "UA", "US"]

  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func articles(_ count: Int) -> [(Article, Tags)] {
    (1...count).map { number in
      let title = text(0...4)
      let body = broken(text(1...30))
      var article = Article(
        id: String(number), title: title, body: "\(body) end\(number % 50)", date: date(),
        source: [nil, "Wire", "The Paper", "Élan"][number % 4],
        language: [nil, "en", "en", "en", "fr"][number % 5])
      article.publishedAt = moment(article.date, number)
      return (article, tags())
    }
  }

  private mutating func text(_ lengths: ClosedRange<Int>) -> String {
    let count = Int.random(in: lengths, using: &generator)
    return (0..<count).map { _ in word() }.joined(separator: " ")
  }

  /// With line ends in the middle of some words, behind a hyphen or none.
  private mutating func broken(_ text: String) -> String {
    text.split(separator: " ").map { word in
      guard word.utf8.count > 5, Int.random(in: 0..<5, using: &generator) == 0 else {
        return String(word)
      }
      let half = word.prefix(Int.random(in: 2...4, using: &generator))
      let hyphen = Bool.random(using: &generator) ? "-" : ""
      return half + hyphen + "\n" + word.dropFirst(half.count)
    }.joined(separator: " ")
  }

  private mutating func word() -> String {
    let index = min(
      Int.random(in: 0..<Self.words.count, using: &generator),
      Int.random(in: 0..<Self.words.count, using: &generator))
    return Self.words[index]
  }

  private mutating func date() -> CalendarDate? {
    let year = Int.random(in: 2023...2025, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return nil
    case 1: return CalendarDate(year: year)
    case 2: return CalendarDate(year: year, month: month)
    default:
      return CalendarDate(
        year: year, month: month, day: Int.random(in: 1...28, using: &generator))
    }
  }

  /// A time for two of three days, so few that some share one; drawn from the number alone.
  private func moment(_ date: CalendarDate?, _ number: Int) -> String? {
    guard let date, date.precision == .day, number % 3 > 0 else { return nil }
    return "\(date)T0\(number % 7):30" + ["", "Z", "+02:00", "-11:00"][number % 4]
  }

  private mutating func tags() -> Tags {
    let mention = [Mention(field: .body, range: 0..<1, rule: "test")]
    let people = Self.people.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    let countries = Self.countries.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    return Tags(
      people: people.map { PersonTag(name: $0, mentions: mention) },
      countries: countries.map { CountryTag(code: $0, isFocus: false, mentions: mention) })
  }

  mutating func query(depth: Int = 2) -> Query {
    switch Int.random(in: 0..<(depth > 0 ? 14 : 8), using: &generator) {
    case 0...3: .term(Term(word()))
    case 4: .term(Term(word(), .exact))
    case 5:
      .term(
        Term(
          String(word().prefix(3)), [.prefix, .infix].randomElement(using: &generator) ?? .prefix))
    case 6: .phrase(Phrase(text(2...3)))
    case 7:
      .phrase(
        Phrase("\(word()) harbour", slop: Int.random(in: 0...3, using: &generator)))
    case 8: .and([query(depth: depth - 1), query(depth: depth - 1)])
    case 9: .or([query(depth: depth - 1), query(depth: depth - 1)])
    case 10: .and([query(depth: depth - 1), .not(query(depth: depth - 1))])
    case 11:
      .within([.title, .body].randomElement(using: &generator) ?? .body, query(depth: depth - 1))
    case 12: .filter(.country(Self.countries.randomElement(using: &generator) ?? "FR"))
    default: .sequence([query(depth: 0), query(depth: 0), query(depth: 0)])
    }
  }
}
