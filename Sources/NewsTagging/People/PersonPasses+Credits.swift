/// Photo credits: `(Nuala Brennan/PA)`.
extension PersonPasses {
  /// Two or three capitalised words between an opening bracket and a slash with an agency behind
  /// it are the photographer.
  mutating func markCredits() {
    for word in document.capitalised where isMark("(", word - 1) {
      let length = Int(document.words[word].runLength)
      if document.words[word].runPosition == 0, (2...3).contains(length),
        isMark("/", word + length),
        isMark(")", word + length + 2), document.words[word + length + 1].isCapitalised
      {
        labels.mark(word..<word + length, by: .photoCredit)
      }
    }
  }

  func isMark(_ mark: Unicode.Scalar, _ at: Int) -> Bool {
    document.words.indices.contains(at) && document.words[at].kind == .punctuation
      && document.words[at].shape >> 16 == mark.value
  }
}
