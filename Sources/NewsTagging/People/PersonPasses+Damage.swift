/// Names that go on behind what OCR damaged, and names with a nickname in quotes.
extension PersonPasses {
  /// `John W, Haldwick`: the dot of an initial that OCR took for a comma; `Anna 8herry`: a letter that it took
  /// for a figure; `Otto "Spider" Haldwick`.
  mutating func joinOverDamage() {
    for name in labels.names where labels[name.lowerBound] == .begin {
      if let end = endOverComma(name) ?? endOverFigure(name) ?? endOverNickname(name)
        ?? endOverSpeck(name) ?? endBehindInitial(name)
      {
        markInOneField(startBeforeNickname(name)..<end)
      }
    }
  }

  /// Where a name ends whose initial, without a dot, has a comma and a surname behind it.
  private func endOverComma(_ name: Range<Int>) -> Int? {
    let (initial, next) = (document.words[name.upperBound - 1], name.upperBound + 1)
    guard name.count > 1, initial.traits.contains(.initial),
      !initial.traits.contains(.abbreviation), isGlued(",", name.upperBound),
      document.words[name.lowerBound].has(.given), isSurnameBehindDamage(next)
    else { return nil }
    return endOfName(from: next)
  }

  /// Where a name ends that lacks a surname, which has a figure in it.
  private func endOverFigure(_ name: Range<Int>) -> Int? {
    let (last, next) = (document.words[name.upperBound - 1], name.upperBound)
    let lacksSurname = last.has(.given) && (name.count == 1 || !last.has(.surname))
    guard lacksSurname || last.traits.contains(.initial),
      next < document.words.count, !document.words[next].startsSentence, isDamagedWord(next)
    else { return nil }
    return next + 1
  }

  /// 8herry, B0WEN: letters with one figure, no ordinal.
  private func isDamagedWord(_ at: Int) -> Bool {
    let bytes = document.bytes(at)
    let figures = bytes.count(where: isDigit)
    guard figures == 1, bytes.count > 3, bytes.allSatisfy({ isDigit($0) || isASCIILetter($0) })
    else { return false }
    return document.words[at].kind == .number || document.words[at].isCapitalised
      || document.token(at).traits.contains(.capitalised)
  }

  /// Where a name ends that has a capitalised word or two in quotes and the surname behind it.
  private func endOverNickname(_ name: Range<Int>) -> Int? {
    let open = isQuote(name.lowerBound - 1) ? name.lowerBound - 1 : name.upperBound
    guard isQuote(open), document.words[name.lowerBound].has(.given) else { return nil }
    var close = open < name.lowerBound ? name.upperBound : open + 1
    while close - open < 3, close < document.words.count, document.words[close].isName {
      close += 1
    }
    guard close > open + 1, isQuote(close), isSurnameBehindDamage(close + 1) else { return nil }
    return endOfName(from: close + 1)
  }

  /// The quote before the nickname that a name begins with, or the initials before that: `C. J. "Pete" Haldwick`.
  private func startBeforeNickname(_ name: Range<Int>) -> Int {
    let quote = name.lowerBound - 1
    guard isQuote(quote), isQuote(name.upperBound) else { return name.lowerBound }
    return startOfInitials(quote)
  }

  /// Where a name ends whose given name a speck parts from the rest: `Otto* Haldwick`, `Otto!` / `Haldwick`.
  private func endOverSpeck(_ name: Range<Int>) -> Int? {
    let (given, speck, next) = (
      document.words[name.lowerBound], name.upperBound, name.upperBound + 1
    )
    guard name.count == 1, given.has(.given), next < document.words.count,
      document.isPunctuation(speck),
      !document.token(speck).traits.contains(.spaceBefore),
      document.words[next].traits.isDisjoint(with: .paragraphStart)
    else { return nil }
    let isSpeck = specks.contains(document.words[speck].hash)
    let endsLine = isMark("!", speck) && document.words[next].traits.contains(.lineStart)
    let goesOn = isSpeck && isSurnameBehindDamage(next) || endsLine && labels[next] == .begin
    return goesOn ? endOfName(from: next) : nil
  }

  /// Where a name ends whose initial a line's end or marks part from the surname: `Otto N.` / `Haldwick`,
  /// `Otto N.-Haldwick`, `Otto N. "Haldwick`.
  private func endBehindInitial(_ name: Range<Int>) -> Int? {
    let (first, initial) = (document.words[name.lowerBound], document.words[name.upperBound - 1])
    guard name.count > 1, first.has(.given), !first.traits.contains(.initial),
      initial.traits.contains(.initial)
    else { return nil }
    var next = name.upperBound
    while next - name.upperBound < 2, next < document.words.count,
      joints.contains(document.words[next].hash)
    {
      next += 1
    }
    guard next < document.words.count, isSurnameBehindInitial(next),
      next == name.upperBound || isJointOfDamage(name.upperBound..<next)
    else { return nil }
    return endOfName(from: next)
  }

  /// Whether marks are OCR's and no sentence's: glued to a word; dashes and quotes in a damaged text alone.
  private func isJointOfDamage(_ marks: Range<Int>) -> Bool {
    let isApart = [marks.lowerBound, marks.upperBound].allSatisfy {
      document.token($0).traits.contains(.spaceBefore)
    }
    return !isApart
      && (document.legibility.mayBeDamaged
        || !marks.contains { dashesAndQuotes.contains(document.words[$0].hash) })
  }

  /// A capitalised word of more than two letters that is hardly ever small, no title, no place's people and no
  /// place that all know.
  private func isSurnameBehindInitial(_ at: Int) -> Bool {
    let word = document.words[at]
    guard word.isName, document.token(at).range.count > 2,
      word.traits.isDisjoint(with: [.paragraphStart, .initial]),
      !word.startsSentence || word.traits.contains(.lineStart),
      !word.has([.country, .nationality, .calendar, .title, .honorific])
    else { return false }
    return isNoRule(word) && FunctionWords.shared[word.hash] == 0
      && document.gazetteer.record(word.hash)?.isWidelyKnown != true
      && (word.record.isHardlyEverSmall || word.record.rawValue == 0)
  }

  /// `J. II. Haldwick`, `V. IL Haldwick`, `Anna It. Haldwick`: an initial or a given name, what OCR makes of
  /// another initial, and a surname.
  ///
  /// - Parameter word: what an initial may have become.
  mutating func markDamagedInitial(_ word: Int) {
    guard word > 0, !document.words[word].startsSentence, precedesInitial(word - 1) else { return }
    var next = word + 1
    while next - word < 3, isMark(".", next) || isMark(")", next) || isMark("'", next) {
      next += 1
    }
    guard isSurnameBehindInitials(next) else { return }
    markInOneField(startOfInitials(word - 1)..<endOfName(from: next), by: .initials)
  }

  /// No name goes on from the title into the body, which lie behind one another here.
  private mutating func markInOneField(_ name: Range<Int>, by pass: PersonPass? = nil) {
    guard name.lowerBound >= document.titleCount || name.upperBound <= document.titleCount else {
      return
    }
    labels.mark(name, by: pass)
  }

  /// An initial with its dot, or a given name that is no town's behind in or of.
  private func precedesInitial(_ at: Int) -> Bool {
    let word = document.words[at]
    guard word.isName else { return false }
    if word.traits.isSuperset(of: [.initial, .abbreviation]) { return true }
    return word.has(.given) && FunctionWords.shared[word.hash] == 0
      && !word.has([.calendar, .title]) && (labels.isPerson(at) || !isPlaced(at))
  }

  private func isPlaced(_ at: Int) -> Bool {
    guard at > 0, !document.words[at].startsSentence else { return false }
    let before = document.words[at - 1]
    return before.has(.locative) || before.isName && !before.traits.contains(.initial)
  }

  private func startOfInitials(_ at: Int) -> Int {
    var start = at
    while start > 0, labels[start] == .inside { start -= 1 }
    while start > 0, !document.words[start].startsSentence,
      document.words[start - 1].traits.isSuperset(of: [.initial, .abbreviation])
    {
      start -= 1
    }
    return start
  }

  private func isSurnameBehindInitials(_ at: Int) -> Bool {
    guard at < document.words.count, document.words[at].isName, document.token(at).range.count > 3
    else { return false }
    let word = document.words[at]
    return !word.traits.contains(.lineStart) && document.token(at).traits.contains(.spaceBefore)
      && FunctionWords.shared[word.hash] == 0
      && (word.has(.surname) || labels[at] == .begin || word.record.rawValue == 0)
  }

  private func isQuote(_ at: Int) -> Bool {
    guard document.words.indices.contains(at), document.isPunctuation(at) else { return false }
    return nicknameQuotes.contains(document.words[at].hash)
  }

  private func isGlued(_ mark: Unicode.Scalar, _ at: Int) -> Bool {
    isMark(mark, at) && !document.token(at).traits.contains(.spaceBefore)
  }

  /// A capitalised word that is a surname, a person's by the model, or in no list.
  private func isSurnameBehindDamage(_ at: Int) -> Bool {
    guard at < document.words.count, document.words[at].isName else { return false }
    let word = document.words[at]
    return !word.startsSentence && !word.traits.contains(.paragraphStart)
      && !word.traits.contains(.initial)
      && (word.has(.surname) || labels.isPerson(at) || word.record.rawValue == 0)
  }

  private func endOfName(from start: Int) -> Int {
    var end = start + 1
    while end < document.words.count, labels[end] == .inside { end += 1 }
    return end
  }
}

private let specks = TokenSet("* ^ | • ~ ■ » « ' ` §")
private let dashesAndQuotes = TokenSet("— \" '' `` “ ” ' . » «")
private let joints = TokenSet("\" '' `` “ ” ' . - — * ^ • ~ » « `")
/// What stands around a nickname.
let nicknameQuotes = TokenSet("\" '' `` “ ”")
