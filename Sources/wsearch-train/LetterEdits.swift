/// Where the number of each edit lies in a table that has one for all that OCR may do to a name's letters.
///
/// For each of the 26 letters, small and capital, one block: the letter printed as one of 26, lost, split into one
/// of 676 pairs, merged with one of 26 next letters into one of 26. Behind the blocks 26 letters printed for none.
enum LetterEdits {
  /// How the letters of a name are printed: all but the first in small letters, or as capitals.
  enum Kind: Int, CaseIterable { case small, capital }

  static let letters = 26
  private static let loss = letters
  private static let splits = loss + 1
  private static let mergers = splits + letters * letters
  private static let block = mergers + letters * letters
  private static let insertions = block * letters * Kind.allCases.count
  static let count = insertions + letters

  /// The edits of one letter.
  @inline(__always)
  static func block(_ kind: Kind, _ letter: Int) -> Range<Int> {
    let start = (kind.rawValue * letters + letter) * block
    return start..<start + block
  }

  /// The letter itself among those it may be printed as.
  @inline(__always)
  static func substitution(_ kind: Kind, _ letter: Int, _ printed: Int) -> Int {
    block(kind, letter).lowerBound + printed
  }

  @inline(__always)
  static func loss(_ kind: Kind, _ letter: Int) -> Int { block(kind, letter).lowerBound + loss }

  @inline(__always)
  static func split(_ kind: Kind, _ letter: Int, _ first: Int, _ second: Int) -> Int {
    block(kind, letter).lowerBound + splits + first * letters + second
  }

  /// All splits of one letter.
  static func splits(_ kind: Kind, _ letter: Int) -> Range<Int> {
    let start = block(kind, letter).lowerBound
    return start + splits..<start + mergers
  }

  @inline(__always)
  static func merger(_ kind: Kind, _ letter: Int, with next: Int, _ printed: Int) -> Int {
    block(kind, letter).lowerBound + mergers + next * letters + printed
  }

  /// All mergers that begin with one letter.
  static func mergers(_ kind: Kind, _ letter: Int) -> Range<Int> {
    let end = block(kind, letter).upperBound
    return end - letters * letters..<end
  }

  @inline(__always)
  static func insertion(_ printed: Int) -> Int { insertions + printed }
}
