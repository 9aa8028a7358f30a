internal import ArticleModel

/// Chooses the countries that an article is about, one at least and mostly one or two.
struct CountryFocus {
  /// Of the body, in bytes.
  let length: Int

  private struct Candidate {
    let code: UInt16
    var mentions: [Mention] = []
    var weight: Float = 0
    var isInDateline = false
    /// Named at another place than in a dateline.
    var isElsewhere = false
    /// Named as a country, not by its people or its towns alone.
    var isNamed = false
    /// Where it is first named behind the dateline, as a share of the body; 0 in the title.
    var first: Float = 1
  }

  func tags(_ found: [(code: UInt16, mention: Mention, context: NameContext)]) -> [CountryTag] {
    var candidates: [Candidate] = []
    for (code, mention, context) in found {
      let slot = candidates.firstIndex { $0.code == code } ?? candidates.count
      if slot == candidates.count { candidates.append(Candidate(code: code)) }
      add(mention, context, to: &candidates[slot])
    }
    let focus = Self.focus(candidates)
    let tags = candidates.map {
      CountryTag(
        code: text(ofCode: $0.code), isFocus: focus.contains($0.code), mentions: $0.mentions)
    }
    return tags.sorted { ($1.mentions.count, $0.code) < ($0.mentions.count, $1.code) }
  }

  private func add(
    _ mention: Mention, _ context: NameContext, to candidate: inout Candidate
  ) {
    candidate.mentions.append(mention)
    candidate.weight += weight(mention, context) * (context.contains(.money) ? 0.3 : 1)
    candidate.isNamed = candidate.isNamed || Self.isName(mention.rule)
    if mention.field == .body, context.contains(.dateline) {
      candidate.isInDateline = true
      return
    }
    candidate.isElsewhere = true
    let length = Float(max(length, 1))
    let place = mention.field == .title ? 0 : Float(mention.range.lowerBound) / length
    candidate.first = min(candidate.first, place)
  }

  private func weight(_ mention: Mention, _ context: NameContext) -> Float {
    if mention.field == .title { return 4 }
    if context.contains(.dateline) { return 3 }
    return 1 + 2 * max(0, 1 - Float(mention.range.lowerBound) / lead)
  }

  /// Bytes over which a mention's weight falls from 3 to 1; in a short text all of it, so that what
  /// its last sentence adds is no focus.
  private var lead: Float { Float(max(min(length, 300), 1)) }

  /// Those that pass the bar, and the highest, the earlier named of equals.
  private static func focus(_ candidates: [Candidate]) -> [UInt16] {
    let total = candidates.reduce(0) { $0 + $1.weight }
    let scores = candidates.map { score($0, total, others: candidates.count - 1) }
    guard let top = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return [] }
    return candidates.indices.filter { $0 == top || scores[$0] >= bar }.map { candidates[$0].code }
  }

  /// How much an article is about a country, in units of a logistic regression's exponent.
  ///
  /// What counts most is the dateline, then the share of all mentions, which need be the smaller the more
  /// countries there are. Fitted to what editors noted of newswire, in rounded numbers.
  private static func score(_ candidate: Candidate, _ total: Float, others: Int) -> Float {
    var score = 3.7 * candidate.weight / max(total, 0.1) - 1.3 * candidate.first
    score += 0.7 * PlaceResolver.log1p(Float(min(others, 12)))
    score += 0.65 * PlaceResolver.log1p(min(candidate.weight, 12))
    // Nowhere else its first place counts against it.
    if candidate.isInDateline { score += candidate.isElsewhere ? 3.2 : 4.8 }
    return candidate.isNamed ? score + 1.2 : score
  }

  private static let bar: Float = 3.8

  private static func isName(_ rule: String?) -> Bool {
    rule == "country-name" || rule == "abbreviation" || rule == "former-state"
  }
}
