/// When one of several people of a name is the one whom it means.
package enum Dominance {
  /// Whether `share` is nine tenths of `all`, at least.
  package static func isClear(_ share: Int, of all: Int) -> Bool {
    share > 0 && 10 * share >= 9 * all
  }
}
