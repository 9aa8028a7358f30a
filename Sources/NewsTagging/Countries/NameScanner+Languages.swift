/// A people's name that is its language's.
extension NameScanner {
  /// Whether one word names a language: who speaks English, a teacher of German, printed in French and English.
  ///
  /// Not before a noun, whose adjective it may be (in French waters), nor in a list that goes on (in English, French
  /// and German ports).
  func isLanguage(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, languages.contains(tokens[start].hash) else { return false }
    return isBehindSpeech(start) && !isBeforeNoun(end)
  }

  private func isBehindSpeech(_ at: Int) -> Bool {
    var before = at - 1
    if before > 0, links.contains(tokens[before].hash), languages.contains(tokens[before - 1].hash)
    {
      before -= 2
    }
    while before > 0, degrees.contains(tokens[before].hash) { before -= 1 }
    guard before >= 0 else { return false }
    if tokens[before].hash == ofHash {
      return before > 0 && studies.contains(tokens[before - 1].hash)
    }
    return speech.contains(tokens[before].hash)
  }

  private func isBeforeNoun(_ end: Int) -> Bool {
    guard end < tokens.count else { return false }
    let next = tokens[end]
    guard next.kind == .word else {
      return next.kind == .number || text[Int(next.start)] == UInt8(ascii: ",")
    }
    if links.contains(next.hash) {
      guard end + 1 < tokens.count, languages.contains(tokens[end + 1].hash) else { return true }
      return isBeforeNoun(end + 2)
    }
    return next.traits.contains(.capitalised) || FunctionWords.shared[next.hash] & english == 0
  }
}

private let languages = TokenSet(
  """
  english french german spanish italian russian greek polish chinese japanese arabic dutch portuguese swedish
  norwegian danish hungarian turkish korean vietnamese ukrainian farsi yiddish hebrew latin
  """)
private let speech = TokenSet(
  """
  speak speaks spoke spoken speaking learn learns learned learning teach teaches taught teaching study studies studied
  studying read reads understand understands understood translate translated printed published written in into
  """)
private let studies = TokenSet(
  "teacher teachers professor knowledge student students class classes study use lessons")
private let degrees = TokenSet("only good broken little no some any fluent perfect their his her")
private let links = TokenSet("and or")
private let english = FunctionWords.shared.bit(of: "en")
