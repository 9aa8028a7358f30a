/// The words of calendar expressions, found by token hash.
///
/// Built once, on first use (some 350 words). A filter spares most words the look-up.
struct DateLexicon: Sendable {
  static let shared = DateLexicon()

  private var words = TokenTable<DateWord>(minimumCapacity: 512)
  private var filter = TokenFilter()
  private var openings = TokenFilter()

  @inline(__always)
  subscript(hash: UInt64) -> DateWord? {
    filter.mayContain(hash) ? words[hash] : nil
  }

  /// Whether an expression may begin with the word; sometimes yes for one that opens none.
  @inline(__always)
  func mayOpen(_ hash: UInt64) -> Bool { openings.mayContain(hash) }

  private init() {
    addMonths()
    addWeekdays()
    addRelative()
    addNumbers()
    addHolidays()
  }

  private mutating func add(_ text: String, _ word: DateWord) {
    for hash in TokenHash.words(text) { add(hash, word) }
  }

  private mutating func add(_ hash: UInt64, _ word: DateWord) {
    words[hash] = word
    filter.insert(hash)
    if word.opensExpressions { openings.insert(hash) }
  }

  private mutating func addMonths() {
    let full = """
      january february march april may june july august september october november december
      """
    let short = "jan. feb. mar. apr. - jun. jul. aug. sep. oct. nov. dec."
    let bare = "jan feb - apr - jun jul aug sept oct nov dec"
    let others = [
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "januar februar märz april mai juni juli august september oktober november dezember",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "januari februari maart april mei juni juli augustus september oktober november december",
    ]
    for list in others { addMonths(list, isAbbreviation: false, isEnglish: false) }
    addMonths(short, isAbbreviation: true, isEnglish: true)
    addMonths(bare, isAbbreviation: true, isEnglish: true)
    addMonths(full, isAbbreviation: false, isEnglish: true)
    for (index, name) in full.split(whereSeparator: \.isWhitespace).enumerated() {
      add("mid-\(name) early-\(name) late-\(name) end-\(name)", .partOfMonth(index + 1))
    }
    add("sept. sep", .month(9, isAbbreviation: true, isCommon: false, isEnglish: true))
  }

  private mutating func addMonths(_ list: String, isAbbreviation: Bool, isEnglish: Bool) {
    for (index, name) in list.split(whereSeparator: \.isWhitespace).enumerated() where name != "-" {
      let isCommon = ["may", "march", "mar.", "jan", "dec", "nov", "oct"].contains(name)
      add(
        String(name),
        .month(
          index + 1, isAbbreviation: isAbbreviation, isCommon: isCommon, isEnglish: isEnglish))
    }
  }

  private mutating func addWeekdays() {
    let full = "monday tuesday wednesday thursday friday saturday sunday"
    let short = "mon. tue. wed. thu. fri. sat. sun."
    for (day, name) in full.split(separator: " ").enumerated() {
      add("\(name) \(name)s", .weekday(day, isAbbreviation: false))
    }
    for (day, name) in short.split(separator: " ").enumerated() {
      add("\(name) \(name.dropLast())", .weekday(day, isAbbreviation: true))
    }
    add("tues. tues", .weekday(1, isAbbreviation: true))
    add("thurs. thurs thur. thur", .weekday(3, isAbbreviation: true))
  }

  private mutating func addRelative() {
    add("yesterday", .dayOffset(-1))
    add("year-ago year-earlier", .yearEarlier)
    add("today tonight", .dayOffset(0))
    add("tomorrow", .dayOffset(1))
    add("weekend", .weekend)
    for (names, unit) in [
      ("day days", DateUnit.day), ("week weeks", .week), ("month months", .month),
      ("quarter quarters", .quarter), ("year years", .year), ("decade decades", .decade),
    ] {
      let pair = names.split(separator: " ")
      add(String(pair[0]), .unit(unit, isPlural: false))
      add(String(pair[1]), .unit(unit, isPlural: true))
    }
    add("last previous past", .direction(-1, isAnaphoric: false))
    add("this current", .direction(0, isAnaphoric: false))
    add("next coming", .direction(1, isAnaphoric: false))
    add("that same", .direction(0, isAnaphoric: true))
    add("following", .direction(1, isAnaphoric: true))
    add("ago", .ago)
    add("earlier before", .shift(-1))
    add("later after", .shift(1))
    add("morning afternoon evening night noon midnight", .partOfDay)
    add("early late mid beginning end middle start earlier-this year-end", .part)
    add("spring summer autumn fall winter", .season)
    add(
      "in since until till from by during of before through for around about between to",
      .preposition)
  }

  private mutating func addNumbers() {
    add("a an one", .number(1))
    let small = "two three four five six seven eight nine ten eleven twelve"
    for (index, name) in TokenHash.words(small).enumerated() {
      add(name, .number(index + 2))
    }
    let ordinals = "first second third fourth"
    for (index, name) in TokenHash.words(ordinals).enumerated() {
      add(name, .ordinal(index + 1))
    }
    add("q1 q2 q3 q4", .quarter)
    let decades = "twenties thirties forties fifties sixties seventies eighties nineties"
    for (index, name) in TokenHash.words(decades).enumerated() {
      add(name, .decade(1920 + 10 * index))
    }
    add("nineteen", .century(19))
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    for (index, name) in TokenHash.words(tens).enumerated() { add(name, .tens((index + 2) * 10)) }
  }

  private mutating func addHolidays() {
    add("christmas", .holiday(.fixed(12, 25)))
    add("halloween", .holiday(.fixed(10, 31)))
    add("thanksgiving", .holiday(.nth(4, weekday: 3, month: 11)))
    add("easter", .holiday(.easter(0)))
    for phrase in HolidayPhrase.all {
      guard let hash = phrase.words.first, words[hash] == nil else { continue }
      add(hash, .holidayOpening)
    }
  }
}
