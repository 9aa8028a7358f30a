internal import ArticleModel

/// Numbers that look like years and are none.
extension DateGrammar {
  /// A sum, a count or part of a longer number: `$1995`, `2000 people`, `1950 feet`, `page 1999`.
  func isQuantity(_ index: Int) -> Bool {
    if isPartOfNumber(index) { return true }
    if index > 0, tokens[index - 1].kind == .punctuation,
      !tokens[index].traits.contains(.spaceBefore),
      !isPunctuation(index - 1, "("), !isPunctuation(index - 1, "-"),
      !isPunctuation(index - 1, "'"), !isPunctuation(index - 1, "/")
    {
      return true
    }
    if Self.numberedThings.contains(hash(index - 1)) { return true }
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word else {
      return isPunctuation(index + 1, "%")
    }
    return Self.counted.contains(hash(index + 1))
  }

  /// A group of a phone number, or the number behind `pp.`.
  private func isPartOfNumber(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if isPunctuation(index - 1, "."), Self.abbreviatedThings.contains(hash(index - 2)) {
      return true
    }
    return isGroupOfDigits(index - 1) || isGroupOfDigits(index + 1)
  }

  /// A number that is neither a year nor a day.
  private func isGroupOfDigits(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .number && yearValue(index) == nil
      && dayNumber(index) == nil
  }

  /// 1995 in `at 1995 Main Street`: the number of a house.
  func isHouseNumber(_ index: Int) -> Bool {
    guard Self.beforeHouses.contains(hash(index - 1)) else { return false }
    return (index + 2...index + 3).contains { at in
      Self.streets.contains(hash(at)) && (index + 1..<at).allSatisfy(isCapitalised)
    }
  }

  private static let numberedThings = TokenSet(
    "no. no number page pages room flight channel box highway route model boeing psalm area level")
  private static let abbreviatedThings = TokenSet("p pp no nos vol fig art para ch tel")
  private static let beforeHouses = TokenSet("at of lives live lived near")
  private static let streets = TokenSet(
    "street avenue ave. ave road rd. boulevard blvd. blvd lane terrace")
  private static let counted = TokenSet(
    """
    people feet meters metres miles kilometers kilometres tons tonnes pounds dollars euros yards men
    women soldiers troops votes shares points percent hours gmt acres words pages jobs members homes
    workers students cars units barrels km kg mw mph rpm hectares deaths cases residents employees
    a.m p.m est edt hrs local block
    """)
}
