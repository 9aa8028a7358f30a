extension PersonName {
  /// Whether one article would call one person by both names.
  ///
  /// Symmetric. Given names may be dropped, cut to initials or swapped for a short form; middle
  /// names too; the family name may lose its particles or its second half. Two different full
  /// given names or generations tell people apart.
  func agrees(with other: PersonName) -> Bool {
    guard let head, let otherHead = other.head else { return false }
    guard generation == nil || other.generation == nil || generation == other.generation
    else { return false }
    if head.sound == otherHead.sound, isFamilyFirst == other.isFamilyFirst || isLone || other.isLone
    {
      return givenNamesAgree(with: other)
    }
    if isLone || other.isLone { return false }
    return isCutShort(of: other) || other.isCutShort(of: self) || isReversed(of: other)
      || letters == other.letters
  }

  private func givenNamesAgree(with other: PersonName) -> Bool {
    let (mine, theirs) = (given, other.given)
    guard let first = mine.first, let otherFirst = theirs.first else { return true }
    if isFamilyFirst, letters == other.letters { return true }
    if first.isVariant(of: otherFirst) {
      return zip(mine.dropFirst(), theirs.dropFirst()).allSatisfy { $0.isVariant(of: $1) }
    }
    // Edgar Hoover is J. Edgar Hoover, Garcia Marquez is Gabriel Garcia Marquez.
    return Self.dropsFirst(mine, theirs) || Self.dropsFirst(theirs, mine)
  }

  private static func dropsFirst(_ short: ArraySlice<NameWord>, _ long: ArraySlice<NameWord>)
    -> Bool
  {
    guard short.count < long.count, short.allSatisfy({ $0.kind != .initial }) else { return false }
    return long.suffix(short.count).elementsEqual(short)
  }

  /// Carlos Salinas is Carlos Salinas de Gortari.
  private func isCutShort(of longer: PersonName) -> Bool {
    fullWords >= 2 && words.count < longer.words.count && longer.words.starts(with: words)
  }

  /// Orban Viktor is Viktor Orban.
  private func isReversed(of other: PersonName) -> Bool {
    words.count == 2 && other.words.count == 2 && fullWords == 2
      && words[0] == other.words[1] && words[1] == other.words[0]
  }
}
