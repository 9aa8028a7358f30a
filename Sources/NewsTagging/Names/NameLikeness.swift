/// How surely two full names of different articles are one person's, the least sure first.
enum NameLikeness: Int, Comparable {
  case none
  /// P. Sampras and Pete Sampras.
  case initial
  /// Bill and William Clinton; George Bush and George W. Bush.
  case short
  /// George W. Bush and George Walker Bush.
  case middle
  /// Volodymyr Zelensky and Volodymyr Zelenskyy.
  case spelling
  /// The same but for capitals, diacritics, hyphens and dots.
  case same

  static func < (one: NameLikeness, other: NameLikeness) -> Bool { one.rawValue < other.rawValue }
}

extension PersonName {
  /// The likeness of two names of which neither is lone; stricter than ``agrees(with:)``.
  func likeness(to other: PersonName) -> NameLikeness {
    guard let head, let otherHead = other.head, !isLone, !other.isLone,
      generation == nil || other.generation == nil || generation == other.generation
    else { return .none }
    if letters == other.letters { return .same }
    let (whole, otherWhole) = (NameSpellings.hash(letters), NameSpellings.hash(other.letters))
    if NameSpellings.wholes.areOne(whole, otherWhole) { return .spelling }
    guard !isFamilyFirst, !other.isFamilyFirst else { return .none }
    if head.sound == otherHead.sound {
      return min(givenLikeness(to: other), head == otherHead ? .same : .spelling)
    }
    if isFamilyCut(of: other) || other.isFamilyCut(of: self) { return .short }
    return isTurned(of: other) || other.isTurned(of: self) ? .spelling : .none
  }

  /// A given name stands last and none first: Orban Viktor.
  var isTurnable: Bool {
    fullWords == 2 && words.count == 2 && !isFamilyFirst
      && !GivenNames.shared.contains(words[0]) && GivenNames.shared.contains(words[1])
  }

  private func givenLikeness(to other: PersonName) -> NameLikeness {
    let (mine, theirs) = (given, other.given)
    guard let first = mine.first, let otherFirst = theirs.first else { return .none }
    guard first.isVariant(of: otherFirst) else {
      let (short, long) = mine.count < theirs.count ? (mine, theirs) : (theirs, mine)
      let dropsInitial = long.count == short.count + 1 && long.first?.kind == .initial
      return dropsInitial && long.dropFirst().elementsEqual(short) ? .short : .none
    }
    let middles = zip(mine.dropFirst(), theirs.dropFirst())
    guard middles.allSatisfy({ $0.isVariant(of: $1) }) else { return .none }
    if first.kind == .initial || otherFirst.kind == .initial { return .initial }
    if mine.count != theirs.count { return .short }
    if mine.count > 1, !mine.dropFirst().elementsEqual(theirs.dropFirst()) { return .middle }
    return first.sound == otherFirst.sound ? .spelling : .short
  }

  /// Carlos Salinas is Carlos Salinas de Gortari.
  private func isFamilyCut(of longer: PersonName) -> Bool {
    fullWords >= 2 && words.count < longer.words.count && longer.words.starts(with: words)
      && longer.words[words.count].kind == .particle
  }

  /// Orban Viktor is Viktor Orban, since Viktor is a given name and Orban is none.
  private func isTurned(of other: PersonName) -> Bool {
    other.words.count == 2 && isTurnable
      && words[0] == other.words[1] && words[1] == other.words[0]
  }
}
