/// A word that may name an option, with what stands behind its first `=`.
///
/// Cut at the byte: a mark that combines with the `=` is of the value.
struct OptionWord {
  /// As the option is spelled: `--limit` of `--limit=3`.
  let spelling: String
  /// The value that is attached; nil without a `=`.
  let value: String?

  init(_ word: String) {
    guard let end = word.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      (spelling, value) = (word, nil)
      return
    }
    spelling = String(word[..<end])
    value = String(word[word.utf8.index(after: end)...])
  }
}
