/// Generates news-like articles: the same seed gives the same bytes on every machine.
///
/// Words by the Zipf–Mandelbrot law over 2^20 ranks (which makes the vocabulary grow as Heaps' law
/// has it), bursty: an article draws a sixth of its words from a topic of its own. Lengths follow
/// the quantiles of a log-normal (median 260 words, sigma 0.7). People and countries have skewed
/// shares; days spread over ten years with fewer articles at weekends and in August.
struct CorpusGenerator {
  struct GeneratedArticle {
    var id: String
    var title: [UInt8]
    var body: [UInt8]
    var date: String
  }

  private var random: RandomSource
  private let words = ZipfSampler(count: 1 << 20, shift: 2.7)
  private let people = ZipfSampler(count: 20_000, shift: 20)
  private let countries = ZipfSampler(count: Self.countryNames.count, shift: 3)
  private var number = 0

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
  }

  mutating func next() -> GeneratedArticle {
    number += 1
    let topic = (0..<12).map { _ in 200 + words.draw(&random) }
    let person = people.draw(&random)
    let country = countries.draw(&random)
    return GeneratedArticle(
      id: "g\(number)", title: sentence(7, topic, person, country),
      body: body(words: length(), topic, person, country), date: day())
  }

  private mutating func body(
    words count: Int, _ topic: [Int], _ person: Int, _ country: Int
  ) -> [UInt8] {
    var text: [UInt8] = []
    var left = count
    while left > 0 {
      let length = min(left, 8 + random.below(20))
      text += sentence(length, topic, person, country)
      text += random.below(4) == 0 ? Array(".\n\n".utf8) : Array(". ".utf8)
      left -= length
    }
    return text
  }

  private mutating func sentence(
    _ length: Int, _ topic: [Int], _ person: Int, _ country: Int
  ) -> [UInt8] {
    var text: [UInt8] = []
    for position in 0..<length {
      if position > 0 { text.append(0x20) }
      var word: [UInt8]
      switch random.below(60) {
      case 0: word = Self.name(random.below(3) == 0 ? people.draw(&random) : person)
      case 1:
        word = Array(
          Self.countryNames[random.below(3) == 0 ? countries.draw(&random) : country].utf8)
      case 2...11: word = Vocabulary.word(rank: topic[random.below(topic.count)])
      default: word = Vocabulary.word(rank: words.draw(&random))
      }
      if position == 0, word[0] >= 97 { word[0] -= 32 }
      text += word
    }
    return text
  }

  /// Given name and surname of a person's rank.
  private static func name(_ rank: Int) -> [UInt8] {
    let surname = Vocabulary.word(rank: 5_000 + rank)
    let given = givenNames[rank % givenNames.count]
    return Array(given.utf8) + [0x20, surname[0] - 32] + surname.dropFirst()
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
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let countryNames = """
    Britain,France,Germany,Russia,China,Ukraine,Israel,Iran,India,Japan,Italy,Spain,Poland,Turkey,
    Canada,Australia,Brazil,Mexico,Egypt,Syria,Iraq,Pakistan,Nigeria,Kenya,Greece,Sweden,Norway,
    Finland,Denmark,Ireland,Portugal,Austria,Belgium,Hungary,Romania,Bulgaria,Serbia,Argentina,Chile,
    Peru,Colombia,Venezuela,Cuba,Indonesia,Vietnam,Thailand,Malaysia,Philippines,Taiwan,Algeria
    """.split(whereSeparator: { $0 == "," || $0.isNewline }).map(String.init)
}
