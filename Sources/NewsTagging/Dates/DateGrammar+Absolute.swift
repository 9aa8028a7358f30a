internal import ArticleModel

/// Dates that name their day, month or year: `7 September 2025`, `Aug. 7`, `May`, `in 1995`.
extension DateGrammar {
  /// Dates in figures: `2025-09-07`, `9/7/2025`, `07.09.2025`.
  ///
  /// Two small numbers before the year are month and day
  /// with slashes, day and month with dots, and swapped when that is no date.
  func numeric(_ index: Int) -> DateExpression? {
    guard let figures = NumericDate(field.bytes, tokens[index]) else { return nil }
    if let date = figures.iso { return expression(index, index + 1, date, "iso") }
    return expression(index, index + 1, figures.date, "numeric")
  }

  /// `7 September 2025`, `7. September`, `7 de septiembre de 2025`, `the 7th of May`.
  func dayMonth(_ index: Int, _ day: Int) -> DateExpression? {
    var at = behindDayRange(index)
    if isPunctuation(at, ".") || hash(at) == Self.ordinalMark { at += 1 }
    if hash(at) == Self.ofWord || hash(at) == Self.de { at += 1 }
    guard case .month(let month, _, _, let isEnglish)? = word(at), maySpeak(isEnglish),
      isCapitalised(at) || mayBeLowerCase(isEnglish)
    else { return nil }
    let (year, end) = yearBehind(at + 1)
    return dated(index, end, year: year, month: month, day: day, "day-month")
  }

  /// Behind `3` or `3 to 9`, of which the first day counts.
  private func behindDayRange(_ index: Int) -> Int {
    let isRange = Self.rangeWords.contains(hash(index + 1)) && dayNumber(index + 2) != nil
    return isRange ? index + 3 : index + 1
  }

  /// `September 7, 2025`, `Aug. 7`, `September 2025`, `May`; `mai 2023` in French.
  func month(_ index: Int) -> DateExpression? {
    guard case .month(let month, let isAbbreviation, let isCommon, let isEnglish)? = word(index),
      maySpeak(isEnglish), isCapitalised(index) || mayBeLowerCase(isEnglish)
    else { return nil }
    if isCapitalised(index), !isClock(index + 1),
      let day = dayNumber(index + 1) ?? spelledDay(index + 1)
    {
      let (ownYear, end) = yearBehind(index + 2)
      let year = ownYear ?? yearBehind(behindDays(index + 2)).0
      if let found = dated(index, end, year: year, month: month, day: day, "month-day") {
        return found
      }
    }
    let (year, end) = yearBehind(index + 1)
    if let year {
      return expression(index, end, CalendarDate(year: year, month: month), "month-year")
    }
    guard isEnglish, !isAbbreviation, isCapitalised(index), standsAlone(index, isCommon: isCommon)
    else { return nil }
    return expression(index, index + 1, nearest(month: month, at: index), "month")
  }

  /// `mid-March`, `late-June 2012`.
  func partOfMonth(_ index: Int, _ month: Int) -> DateExpression? {
    let (year, end) = yearBehind(index + 1)
    if let year {
      return expression(index, end, CalendarDate(year: year, month: month), "month-year")
    }
    return expression(index, index + 1, nearest(month: month, at: index), "month")
  }

  /// A year of four digits.
  ///
  /// Years of this age need no witness unless the words around make it a
  /// quantity; older ones need a preposition.
  func year(_ index: Int) -> DateExpression? {
    guard let value = yearValue(index), !isQuantity(index), !isHouseNumber(index) else {
      return nil
    }
    let isModern = (1900...2099).contains(value)
    let isWitnessed = isPreposition(index - 1) || isPart(index - 1)
    guard isWitnessed || (isModern && !isCapitalisedWord(index - 1) || isParenthesised(index))
    else { return nil }
    guard value >= 1400 || hash(index - 1) == Self.inWord else { return nil }
    return expression(index, index + 1, CalendarDate(year: value), yearRule(index))
  }

  /// `the sixties`, `the early nineties`; not `in her sixties`.
  func decade(_ index: Int, _ year: Int) -> DateExpression? {
    let before = isPart(index - 1) ? index - 2 : index - 1
    guard hash(before) == Self.theWord else { return nil }
    return expression(index, index + 1, CalendarDate(year: year), "decade")
  }

  /// `the '70s`, `the ’80s`.
  func shortDecade(_ index: Int) -> DateExpression? {
    let token = tokens[index]
    guard token.end - token.start == 3, isApostrophe(index - 1),
      !token.traits.contains(.spaceBefore)
    else { return nil }
    let (ten, zero, ending) = (
      field.bytes[Int(token.start)], field.bytes[Int(token.start) + 1],
      field.bytes[Int(token.start) + 2]
    )
    guard isDigit(ten), zero == UInt8(ascii: "0"), ending == UInt8(ascii: "s") else { return nil }
    let decade = Int(ten) - 48
    let year = (decade < 2 ? 2000 : 1900) + 10 * decade
    return expression(index, index + 1, CalendarDate(year: year), "decade")
  }

  // MARK: Parts

  func isApostrophe(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .punctuation else { return false }
    let hash = tokens[index].hash
    // That of ’ too.
    return hash == TokenHash.word("'") || hash == TokenHash.word("‘")
  }

  /// `2025`, `, 2025`, `de 2025` or `nineteen ninety` at `index`: the year and the index behind it.
  func yearBehind(_ index: Int) -> (Int?, Int) {
    var at = index
    if isPunctuation(at, ",") || hash(at) == Self.de || hash(at) == Self.ofWord { at += 1 }
    if let year = yearValue(at) { return (year, at + 1) }
    if let (year, end) = relativeYear(index) { return (year, end) }
    guard let spelled = spelledYear(at) else { return (nil, index) }
    return (spelled.date.year, spelled.tokens.upperBound)
  }

  /// The year of `1995`, `1990s`, `1988-89` and `1986/87`, between 1000 and 2100.
  func yearValue(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .number else { return nil }
    let (start, end) = (Int(tokens[index].start), Int(tokens[index].end))
    guard end - start >= 4 else { return nil }
    var value = 0
    for at in start..<start + 4 {
      guard isDigit(field.bytes[at]) else { return nil }
      value = value * 10 + Int(field.bytes[at]) - 48
    }
    guard (1000...2100).contains(value) else { return nil }
    switch end - start {
    case 4: return value
    case 5: return field.bytes[start + 4] == UInt8(ascii: "s") ? value : nil
    case 7, 9:
      switch field.bytes[start + 4] {
      case UInt8(ascii: "-"): return value
      // 1986/87 is a season or a budget's year; 2000/25 is a sum.
      case UInt8(ascii: "/"): return endsWithNext(of: value, end) ? value : nil
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether the two digits before `end` are those of the year behind `year`.
  private func endsWithNext(of year: Int, _ end: Int) -> Bool {
    let (ten, one) = (field.bytes[end - 2], field.bytes[end - 1])
    return isDigit(ten) && isDigit(one) && Int(ten) * 10 + Int(one) - 528 == (year + 1) % 100
  }

  private func yearRule(_ index: Int) -> String {
    field.bytes[Int(tokens[index].end) - 1] == UInt8(ascii: "s") ? "decade" : "year"
  }

  private func dated(
    _ from: Int, _ to: Int, year: Int?, month: Int, day: Int, _ rule: String
  ) -> DateExpression? {
    if let year {
      return expression(from, to, CalendarDate(year: year, month: month, day: day), rule)
    }
    guard let reference else { return nil }
    let days = (-1...1).lazy.compactMap {
      CalendarDate(year: reference.year + $0, month: month, day: day)
    }
    let end = isLast(to) ? to + 1 : to
    if end > to || isOver(from) {
      return expression(from, end, days.last { $0 <= reference }, rule)
    }
    let today = reference.daysSinceEpoch
    let near = days.first { abs($0.daysSinceEpoch - today) <= Self.near }
    return expression(from, to, near ?? likeliest(Array(days), from, today), rule)
  }

  /// Of days that are all far: those that are not where the tense is cost more.
  private func likeliest(_ days: [CalendarDate], _ index: Int, _ today: Int) -> CalendarDate? {
    let (isFuture, isAhead) = (tense(index) == .future, isAhead(index))
    func cost(_ day: CalendarDate) -> Int {
      let days = day.daysSinceEpoch - today
      return abs(days) + (days > 0 && !isFuture ? 1 : days < 0 && isAhead ? 2 : 0) * Self.near
    }
    return days.min { cost($0) < cost($1) }
  }

  /// `since Oct. 23`, `last Oct. 23`.
  private func isOver(_ index: Int) -> Bool {
    if case .direction(let way, false)? = word(index - 1) { return way < 0 }
    return Self.pastWitnesses.contains(hash(index - 1))
  }

  /// `will retire on Dec. 31`; not `the May 30 murder` of which somebody will be tried.
  private func isAhead(_ index: Int) -> Bool {
    hash(index - 1) != Self.theWord && Tense.followsFuture(index, in: tokens, field.bytes)
  }

  /// The month of that name nearest to the article's date, where the tense leaves a choice.
  private func nearest(month: Int, at index: Int) -> CalendarDate? {
    guard let reference, let own = reference.month else { return nil }
    var distance = month - own
    if Self.pastWitnesses.contains(hash(index - 1)) {
      if distance > 0 { distance -= 12 }
    } else if case .direction(let way, false)? = word(index - 1), way != 0 {
      if way < 0, distance >= 0 { distance -= 12 }
      if way > 0, distance <= 0 { distance += 12 }
    } else if distance > 0, let before = inBefore(index),
      Tense.followsPast(before, in: tokens, field.bytes)
    {
      distance -= 12
    } else if abs(distance) > 3 {
      let isFuture = tense(index) == .future
      if isFuture, distance < -5 { distance += 12 }
      if !isFuture, distance > 4 { distance -= 12 }
    }
    return reference.adding(months: distance)
  }

  /// Where the "in" of `in September` and `in late September` stands.
  private func inBefore(_ index: Int) -> Int? {
    let before = isPart(index - 1) ? index - 2 : index - 1
    return hash(before) == Self.inWord ? before : nil
  }

  /// A month's name without day and year: not the start of a name, and May and March only where
  /// a preposition or the like stands before.
  private func standsAlone(_ index: Int, isCommon: Bool) -> Bool {
    let before = word(index - 1)
    var isWitnessed = false
    switch before {
    case .preposition, .part, .direction, .shift: isWitnessed = true
    default: isWitnessed = isJoined(index) || isOwned(index)
    }
    if isCommon || tokens[index].traits.contains(.allCaps) { return isWitnessed }
    let follows = isCapitalised(index + 1) && !tokens[index + 1].traits.contains(.sentenceStart)
    return isWitnessed || (!follows && !isCapitalisedWord(index - 1))
  }

  /// `in April or May`: the month before it vouches.
  private func isJoined(_ index: Int) -> Bool {
    guard Self.joints.contains(hash(index - 1)), isCapitalised(index - 2) else { return false }
    if case .month? = word(index - 2) { return true }
    return false
  }

  /// `the March talks`, `its May sales`; not `the March on Rome` nor `the May government`.
  private func isOwned(_ index: Int) -> Bool {
    guard
      Self.owners.contains(hash(index - 1))
        || hash(index - 1) == Self.theWord && hash(index) != Self.may,
      index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    return next.kind == .word && !next.traits.contains(.capitalised)
      && !Self.behindNouns.contains(next.hash)
  }

  private func isClock(_ index: Int) -> Bool {
    hash(index + 1) == Self.percent || isPunctuation(index + 1, "%")
  }

  private func isPreposition(_ index: Int) -> Bool {
    switch word(index) {
    case .preposition, .season, .direction, .shift: true
    default: Self.yearWitnesses.contains(hash(index))
    }
  }

  private func isPart(_ index: Int) -> Bool {
    if case .part? = word(index) { return true }
    return isPunctuation(index, "-") && word(index - 1) != nil
  }

  private func isParenthesised(_ index: Int) -> Bool {
    isPunctuation(index - 1, "(") && isPunctuation(index + 1, ")")
  }

  private func isCapitalisedWord(_ index: Int) -> Bool {
    index >= 0 && tokens[index].kind == .word && isCapitalised(index)
      && !tokens[index].traits.contains(.sentenceStart)
  }

  /// Days within which a date is the nearest one, whatever the tense.
  private static let near = 120
  /// What ended or began then is over or under way.
  private static let pastWitnesses = TokenSet("ended since")
  @inline(__always) private static var de: UInt64 { TokenHash.word("de") }
  private static let ordinalMark = TokenHash.of("º")
  private static let rangeWords = TokenSet("to and - – bis au al a tot")
  private static let joints = TokenSet("and or")
  private static let owners = TokenSet("its their this his her our")
  @inline(__always) private static var may: UInt64 { TokenHash.word("may") }
  private static let behindNouns = TokenSet(
    "on of for to in is was has had will and or who which that")
  @inline(__always) private static var percent: UInt64 { TokenHash.word("percent") }
  private static let yearWitnesses = TokenSet(
    "and or en fiscal year the as than season en im seit nel")
}
