/// Given names that older papers write short, with a dot: `Jno. T. Harris`.
///
/// Whom such a name may mean is told by `index/gazetteers/given-names.tsv`, which has them too.
enum ShortNames {
  /// The hash of the whole name, nil for other words.
  static func whole(_ hash: UInt64) -> UInt64? { names[hash] ?? lone[hash] }

  /// Whether a word before a dot is a short name; some are only before an initial, since people are called so
  /// and sentences end in them: `Alex. H. Stephens`, not `He met Alex. Police came`.
  static func isShort(_ hash: UInt64, _ isBeforeInitial: @autoclosure () -> Bool) -> Bool {
    names[hash] != nil || lone[hash] != nil && isBeforeInitial()
  }

  private static let names = table(namesPairs)
  static let namesPairs =
    """
    chas charles wm william geo george jas james thos thomas robt robert benj benjamin edw edward jno john saml
    samuel danl daniel nathl nathaniel richd richard edwd edward andw andrew fredk frederick archd archibald eliz
    elizabeth margt margaret abrm abraham
    """
  private static let lone = table(lonePairs)
  static let lonePairs =
    """
    alex alexander jos joseph fred frederick theo theodore eben ebenezer dan daniel sam samuel matt
    matthew phil philip nath nathaniel zach zachariah tim timothy
    ed edward chris christopher steph stephen arch archibald dav david josh joshua thad thaddeus
    """

  /// - Parameter pairs: short names, each with the whole one behind it.
  private static func table(_ pairs: String) -> TokenTable<UInt64> {
    let words = TokenHash.words(pairs)
    var table = TokenTable<UInt64>(minimumCapacity: words.count)
    for at in stride(from: 0, to: words.count, by: 2) { table[words[at]] = words[at + 1] }
    return table
  }
}
