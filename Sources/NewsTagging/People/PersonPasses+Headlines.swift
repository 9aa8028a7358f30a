/// Where names end in headlines, whose other words have capitals too.
extension PersonPasses {
  /// Where a name ends before the plain word that a headline goes on with, if it does: Visualize in `Chums of
  /// Anna Marsh Visualize`, Is in `Haldwick Is Ill`.
  func plainWord(in name: Range<Int>) -> Int? {
    guard name.count > 1 else { return nil }
    return name.dropFirst().first { ends(name.lowerBound..<$0, at: $0) }
  }

  /// Cuts a name before a plain word; what is left of `Bill Passed` is none, and behind the word another may
  /// begin.
  mutating func cut(_ name: Range<Int>, before plain: Int) {
    labels.clear(name)
    if !isPlain(name.lowerBound..<plain) { labels.mark(name.lowerBound..<plain) }
    let rest = plain + 1..<name.upperBound
    if rest.count > 1, opensName(rest.lowerBound) { labels.mark(rest) }
  }

  /// Where a name begins behind what damaged texts run into it: Says in `Says Otto Haldwick`.
  func startBehindStrayWord(_ name: Range<Int>) -> Int {
    var start = name.lowerBound
    while start + 1 < name.upperBound, isStrayWord(start) { start += 1 }
    return start
  }

  /// A word of a damaged text that is mostly small and part of no name.
  private func isStrayWord(_ word: Int) -> Bool {
    let at = document.words[word]
    return document.legibility.mayBeDamaged && at.record.isCommonInLowerCase
      && at.traits.isDisjoint(with: [.initial, .abbreviation])
      && document.token(word).range.count > 2
      && !at.has([.given, .surname, .suffix, .particle, .place, .honorific, .title])
  }

  /// Whether a name ends before a word: with a surname before any that is mostly small, else before small
  /// words and verbs.
  private func ends(_ name: Range<Int>, at word: Int) -> Bool {
    let at = document.words[word]
    guard at.kind == .word, !at.has([.given, .surname, .suffix, .particle]),
      at.traits.isDisjoint(with: [.initial, .possessive])
    else { return false }
    guard name.contains(where: { !document.words[$0].traits.contains(.initial) }) else {
      return false
    }
    // A short headline has too few words to be told: Haldwick Is Ill.
    let isInCapitals = at.traits.contains(.allCaps)
    if at.capitalLevel == 0, !isInCapitals {
      return auxiliaries.contains(at.hash) || isStrayWord(word)
    }
    if FunctionWords.shared[at.hash] & FunctionWords.english != 0 || isVerb(word) { return true }
    // A headline in capitals that the text goes on with: "WILSON SIGNS BILL The bill was".
    guard at.capitalLevel > 0 else { return false }
    guard name.contains(where: { document.words[$0].has(.surname) }) else { return false }
    // A given name may have a surname behind it that is a rare word, too.
    let isGiven = name.count == 1 && document.words[name.lowerBound].has(.given)
    return at.record.isCommonInLowerCase || !isGiven && at.record.capitalisation == 1
  }

  /// A lone word that is mostly small.
  private func isPlain(_ name: Range<Int>) -> Bool {
    let first = document.words[name.lowerBound]
    return name.count == 1 && !labels.isBearer(name)
      && (1...2 ~= first.record.capitalisation || 6...7 ~= first.record.capitalisation)
  }

  private func opensName(_ at: Int) -> Bool {
    document.words[at].has(.given) || document.words[at].traits.contains(.initial)
  }

  /// A verb of headlines, be it misprinted: `Haldwick Soys`.
  func isVerb(_ at: Int) -> Bool {
    if rules[document.words[at].hash].contains(.verb) { return true }
    guard document.words[at].record.rawValue == 0 else { return false }
    return document.bytes(at).withUnsafeBufferPointer { text in
      LookalikeLetters.first(of: 0..<text.count, in: text) { hash, _, _ in
        rules[hash].contains(.verb) ? true : nil
      }
    } ?? false
  }
}

private let auxiliaries = TokenSet("is are was were has had have does did")
