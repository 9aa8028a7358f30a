/// The light stem of a Persian term: the letters of both keyboards are one, and the endings of
/// plurals and comparison are off.
///
/// An ending behind a zero-width non-joiner is a term of its own already.
enum PersianStem {
  /// The longer before what it ends in; one is taken off.
  private static let suffixes: [[Unicode.Scalar]] = [
    "هایی", "های", "هاي", "ها", "ترین", "تر", "ان", "ات",
  ].map { ArabicLetters.persian($0) }
  private static let shortestRest = 3

  static func stem(_ term: String) -> String {
    let letters = ArabicLetters.persian(term)
    let suffix = suffixes.first { letters.ends(in: $0, leaving: shortestRest) }
    return String(letters.dropLast(suffix?.count ?? 0))
  }
}
