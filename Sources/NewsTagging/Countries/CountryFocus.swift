internal import ArticleModel

/// Chooses the one to three countries that an article is about.
struct CountryFocus {
  let article: ArticleTokens

  private struct Candidate {
    let code: UInt16
    var mentions: [Mention] = []
    var score: Float = 0
  }

  func tags(_ found: [(code: UInt16, mention: Mention, context: NameContext)]) -> [CountryTag] {
    var candidates: [Candidate] = []
    for (code, mention, context) in found {
      let slot = candidates.firstIndex { $0.code == code } ?? candidates.count
      if slot == candidates.count { candidates.append(Candidate(code: code)) }
      candidates[slot].mentions.append(mention)
      candidates[slot].score += weight(mention, context)
    }
    let focus = Self.focus(candidates)
    let tags = candidates.map {
      CountryTag(
        code: text(ofCode: $0.code), isFocus: focus.contains($0.code), mentions: $0.mentions)
    }
    return tags.sorted { ($1.mentions.count, $0.code) < ($0.mentions.count, $1.code) }
  }

  private func weight(_ mention: Mention, _ context: NameContext) -> Float {
    if mention.field == .title { return 4 }
    if context.contains(.dateline) { return 3 }
    return 1 + 2 * max(0, 1 - Float(mention.range.lowerBound) / lead)
  }

  /// Bytes over which a mention's weight falls from 3 to 1; in a short text all of it, so that what
  /// its last sentence adds is no focus.
  private var lead: Float { Float(min(article.body.bytes.count, 300)) }

  /// The three highest, of those that reach half of the first; the earlier named of equals.
  private static func focus(_ candidates: [Candidate]) -> [UInt16] {
    let ranked = candidates.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element).prefix(3)
    guard let top = ranked.first?.score else { return [] }
    return ranked.filter { $0.score >= top * 0.5 }.map(\.code)
  }
}
