/// Generates news-like articles: the same seed gives the same bytes on every machine.
///
/// Words by the Zipf–Mandelbrot law of English (`ZipfSampler`), bursty: an article draws every
/// eighth word from twelve of its theme's forty, and articles share themes. Lengths follow the
/// quantiles of a log-normal (median 260 words, sigma 0.7). People and countries have skewed
/// shares; days spread over ten years with fewer articles at weekends and in August.
struct CorpusGenerator {
  struct GeneratedArticle {
    var id: String
    var title: [UInt8]
    var body: [UInt8]
    var date: String
  }

  /// What one article is about, by rank.
  private struct Subject {
    var words: [Int]
    var person: Int
    var country: Int
  }

  private var random: RandomSource
  private let words = ZipfSampler(count: 1 << 22, shift: 0.5, bend: 5_000)
  private let contentWords = ZipfSampler(count: 1 << 20, shift: 300, bend: 5_000)
  private let themes = ZipfSampler(count: 2_000, shift: 50)
  private let people = ZipfSampler(count: 200_000, shift: 20)
  private let countries = ZipfSampler(count: Self.countryNames.count, shift: 3)
  private var number = 0

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
  }

  mutating func next() -> GeneratedArticle {
    number += 1
    let subject = Subject(
      words: themeWords(), person: people.draw(&random), country: countries.draw(&random))
    var article = GeneratedArticle(id: "g\(number)", title: [], body: [], date: day())
    appendSentence(7, subject, to: &article.title)
    appendParagraphs(length(), subject, to: &article.body)
    return article
  }

  /// Twelve of the forty words of a theme, which are the same whenever the theme is drawn.
  private mutating func themeWords() -> [Int] {
    var own = RandomSource(seed: UInt64(themes.draw(&random)))
    let words = (0..<40).map { _ in 200 + contentWords.draw(&own) }
    return (0..<12).map { _ in words[random.below(words.count)] }
  }

  private mutating func appendParagraphs(
    _ words: Int, _ subject: Subject, to text: inout [UInt8]
  ) {
    var left = words
    while left > 0 {
      let length = min(left, 8 + random.below(20))
      appendSentence(length, subject, to: &text)
      text += random.below(4) == 0 ? [0x2E, 0x0A, 0x0A] : [0x2E, 0x20]
      left -= length
    }
  }

  private mutating func appendSentence(
    _ words: Int, _ subject: Subject, to text: inout [UInt8]
  ) {
    let start = text.count
    for position in 0..<words {
      if position > 0 { text.append(0x20) }
      appendWord(subject, to: &text)
    }
    if text[start] >= 97 { text[start] -= 32 }
  }

  private mutating func appendWord(_ subject: Subject, to text: inout [UInt8]) {
    switch random.below(60) {
    case 0:
      appendName(random.below(3) == 0 ? people.draw(&random) : subject.person, to: &text)
    case 1:
      text +=
        Self.countryNames[
          random.below(3) == 0 ? countries.draw(&random) : subject.country]
    case 2...8:
      Vocabulary.append(rank: subject.words[random.below(subject.words.count)], to: &text)
    default: Vocabulary.append(rank: words.draw(&random), to: &text)
    }
  }

  /// Given name and surname of a person's rank; thirty thousand surnames, shared by the less known.
  private func appendName(_ rank: Int, to text: inout [UInt8]) {
    let surnames = 30_011
    text += Self.givenNames[(rank + rank / surnames) % Self.givenNames.count]
    text.append(0x20)
    let start = text.count
    Vocabulary.append(rank: 5_000 + rank % surnames, to: &text)
    text[start] -= 32
  }

  /// Quantiles of exp(N(ln 260, 0.7)) in twentieths, with linear steps between.
  private mutating func length() -> Int {
    let quantiles = [
      40, 82, 106, 126, 144, 162, 180, 198, 218, 238, 260, 284, 310, 340, 375, 417, 469, 537, 638,
      822, 1690,
    ]
    let at = random.fraction() * 20
    let step = Int(at)
    return quantiles[step]
      + Int((at - Double(step)) * Double(quantiles[step + 1] - quantiles[step]))
  }

  /// A day of 2015 to 2024; Saturdays, Sundays and August have half the articles.
  private mutating func day() -> String {
    while true {
      let days = random.below(3653)
      let (year, month, day) = Self.civil(16_436 + days)
      let weekend = (16_436 + days + 3) % 7 >= 5
      if weekend || month == 8, random.below(2) == 0 { continue }
      return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
  }

  /// civil_from_days of Howard Hinnant's date algorithms, for days after 1970.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1
    )
  }

  private static let givenNames = """
    James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard
    Susan Joseph Jessica Thomas Sarah Charles Karen Anna Peter Maria Ivan Olga Hans Ingrid Pierre
    Claire Carlos Lucia Ahmed Fatima Wei Yuki
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

  private static let countryNames = """
    Britain,France,Germany,Russia,China,Ukraine,Israel,Iran,India,Japan,Italy,Spain,Poland,Turkey,
    Canada,Australia,Brazil,Mexico,Egypt,Syria,Iraq,Pakistan,Nigeria,Kenya,Greece,Sweden,Norway,
    Finland,Denmark,Ireland,Portugal,Austria,Belgium,Hungary,Romania,Bulgaria,Serbia,Argentina,Chile,
    Peru,Colombia,Venezuela,Cuba,Indonesia,Vietnam,Thailand,Malaysia,Philippines,Taiwan,Algeria
    """.split(whereSeparator: { $0 == "," || $0.isNewline }).map { Array($0.utf8) }
}
