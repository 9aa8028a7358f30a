/// Whether the words around a calendar expression speak of the past or of the future.
enum Tense {
  case past, future

  /// The tense at token `index`, by the nearest cue in its sentence; nil without one.
  static func at(_ index: Int, in tokens: [Token], _ bytes: [UInt8]) -> Tense? {
    var best: (tense: Tense, distance: Int)?
    func weigh(_ other: Int, _ distance: Int) {
      guard distance < best?.distance ?? .max, let tense = cue(other, tokens, bytes) else { return }
      best = (tense, distance)
    }
    var at = index
    while at > 0, index - at < 16, !tokens[at].traits.contains(.sentenceStart) {
      at -= 1
      weigh(at, (index - at) * 2)
    }
    at = index + 1
    while at < tokens.count, at - index < 9, !tokens[at].traits.contains(.sentenceStart) {
      // What somebody did "Friday to close the sale" is no plan.
      if tokens[at].hash != to { weigh(at, (at - index) * 2 + 3) }
      at += 1
    }
    return best?.tense
  }

  private static func cue(_ index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Tense? {
    let token = tokens[index]
    guard token.kind == .word, !token.traits.contains(.capitalised) else { return nil }
    if futureWords.contains(token.hash) { return .future }
    let previous = index > 0 ? tokens[index - 1].hash : 0
    if token.hash == to, isInfinitive(after: index, tokens) { return .future }
    if pastWords.contains(token.hash) || endsInED(token, bytes) {
      return previous == be ? .future : .past
    }
    return nil
  }

  private static func isInfinitive(after index: Int, _ tokens: [Token]) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.kind == .word && !next.traits.contains(.capitalised)
      && !articles.contains(next.hash)
  }

  private static func endsInED(_ token: Token, _ bytes: [UInt8]) -> Bool {
    let end = Int(token.end)
    return token.end - token.start > 3 && bytes[end - 1] == UInt8(ascii: "d")
      && bytes[end - 2] == UInt8(ascii: "e")
  }

  private static let be = TokenHash.of("be")
  private static let to = TokenHash.of("to")
  private static let articles = TokenSet("the a an his her its their our my")
  private static let futureWords = TokenSet(
    """
    will shall would may might upcoming scheduled due expected planned plans hopes until
    beginning starting effective 'll expects intends set wants
    """)
  private static let pastWords = TokenSet(
    """
    said was were had did told met took came went began fell rose won lost made gave found left held
    sent struck hit shot fought wrote spoke broke threw flew ran saw got put set cut led read kept
    brought bought sold sought stood became drew drove grew knew paid beat built caught felt died
    """)
}
