package import SearchModel

/// Makes the snippets of a hit: the best passages of its body, not the first.
///
/// A passage is worth the weights of the distinct clauses in it, less for matches far apart; of
/// equal passages the earliest is taken. Later passages gain half for what was shown before.
package struct PassageMaker: Sendable {
  private let finder: MatchFinder
  private let weights: [Double]
  private let length: Int

  /// - Parameter length: bytes that a snippet should have.
  package init(_ pattern: MatchPattern, length: Int = 240) {
    finder = MatchFinder(pattern)
    weights = pattern.clauses.map(\.weight)
    self.length = length
  }

  /// The best passage of the body; its first sentences where nothing in it matches; the title
  /// where there is no body.
  ///
  /// - Parameter joined: the body's words that a line's end broke, whole.
  package func snippet(title: String, body: String, joined: String? = nil) -> Snippet {
    snippets(title: title, body: body, joined: joined, count: 1).first
      ?? Snippet(text: "", highlights: [])
  }

  /// Where the body's best passage begins to match, in UTF-8 bytes; 0 where nothing does.
  package func start(in body: String, joined: String? = nil) -> Int {
    var body = body
    let joined = BrokenTerms(joined)
    return body.withUTF8 { text in
      bestSpan(of: finder.matches(in: text, joined: joined), weights: weights)?.lowerBound ?? 0
    }
  }

  /// Up to `count` passages that share nothing, in the order of the text; at least one of any
  /// article that is not empty.
  ///
  /// - Parameter naming: places of the body that passages are to show too, though they are not
  ///   emphasised; the first of them outweighs all that the pattern has.
  package func snippets(
    title: String, body: String, joined: String? = nil, count: Int, naming: [Range<Int>] = []
  ) -> [Snippet] {
    let joined = BrokenTerms(joined)
    let snippets = snippets(in: body, joined: joined, count: count, naming: naming)
    return snippets.isEmpty ? self.snippets(in: title, count: 1) : snippets
  }

  private func snippets(
    in text: String, joined: BrokenTerms = BrokenTerms(nil), count: Int, naming: [Range<Int>] = []
  ) -> [Snippet] {
    var text = text
    return text.withUTF8 { text in
      let matches = finder.matches(in: text, joined: joined)
      let ranges = MatchFinder.merged(matches.map(\.range))
      return passages(of: matches, naming: naming, in: text, count: count)
        .map { SnippetText.snippet(of: $0, in: text, highlighting: ranges) }
    }
  }

  private func passages(
    of matches: [TextMatch], naming: [Range<Int>], in text: UnsafeBufferPointer<UInt8>, count: Int
  ) -> [Passage] {
    let cutter = PassageCutter(text: text, length: length)
    // Names are one clause more.
    let first = weights + [weights.reduce(1, +)]
    let names = naming.filter { $0.upperBound <= text.count }
      .map { TextMatch(range: $0, clause: first.count - 1) }
    var (weights, passages) = (first, [Passage]())
    var rest =
      names.isEmpty
      ? matches : (matches + names).sorted { $0.range.lowerBound < $1.range.lowerBound }
    while passages.count < count, let core = bestSpan(of: rest, weights: weights) {
      let passage = cutter.passage(around: core)
      if !passages.contains(where: { $0.range.overlaps(passage.range) }) {
        passages.append(passage)
      }
      for match in rest where passage.range.overlaps(match.range) {
        weights[match.clause] = first[match.clause] / 2
      }
      rest.removeAll { passage.range.overlaps($0.range) || core.overlaps($0.range) }
    }
    if passages.isEmpty { passages = Self.opening(of: text, cutter) }
    return passages.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func opening(of text: UnsafeBufferPointer<UInt8>, _ cutter: PassageCutter)
    -> [Passage]
  {
    let start = SentenceScanner(text: text).skipSpace(from: 0)
    return start == text.count ? [] : [cutter.passage(around: start..<start + 1)]
  }

  /// From the first to the last of the matches that are worth most together; nil for no matches.
  private func bestSpan(of matches: [TextMatch], weights: [Double]) -> Range<Int>? {
    var best: (range: Range<Int>, score: Double)?
    var counts = [Int](repeating: 0, count: weights.count)
    var worth = 0.0
    var first = 0
    // A match may lie within the one before it: half a word in the whole one.
    var end = 0
    for (last, match) in matches.enumerated() {
      end = max(end, match.range.upperBound)
      if counts[match.clause] == 0 { worth += weights[match.clause] }
      counts[match.clause] += 1
      while first < last,
        end - matches[first].range.lowerBound > length
          || counts[matches[first].clause] > 1
      {
        counts[matches[first].clause] -= 1
        if counts[matches[first].clause] == 0 { worth -= weights[matches[first].clause] }
        first += 1
      }
      let range = matches[first].range.lowerBound..<end
      let score = worth - 0.5 * Double(range.count) / Double(length)
      if score > (best?.score ?? -.infinity) + 1e-9 { best = (range, score) }
    }
    return best?.range
  }
}
