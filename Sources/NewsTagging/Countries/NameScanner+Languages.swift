/// A people's name that is its language's.
extension NameScanner {
  /// Whether one word names a language: who speaks English, a teacher of German, printed in French and English.
  ///
  /// Not before a noun, whose adjective it may be (in French waters, in Russian "filtration" camps), nor in a list that
  /// goes on (in English, French and German ports).
  func isLanguage(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, languages.contains(tokens[start].hash) else { return false }
    return isBehindSpeech(start) && !isBeforeNoun(end)
  }

  private func isBehindSpeech(_ at: Int) -> Bool {
    var before = at - 1
    if before > 0, listWords.contains(tokens[before].hash),
      languages.contains(tokens[before - 1].hash)
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
    // English and French are two languages, what stands behind the second tells.
    let isPair =
      end + 1 < tokens.count && listWords.contains(tokens[end].hash)
      && languages.contains(tokens[end + 1].hash)
    let at = isPair ? end + 2 : end
    guard at < tokens.count else { return false }
    let next = tokens[at]
    if next.kind != .word { return !stops.contains(text[Int(next.start)]) }
    return !followers.contains(next.hash)
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
  "teacher teachers professor knowledge student students class classes study lessons")
private let degrees = TokenSet("only good broken little no some any fluent perfect their his her")
private let stops = ".;:!?".utf8
/// What goes on behind a language and never opens what it is the adjective of.
private let followers = TokenSet(
  "that at to for with by on from is was are were when while because but so he she it they")
