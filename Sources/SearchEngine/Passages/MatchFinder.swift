internal import Tokenizing

/// Finds where a text matches a pattern, in one pass of the tokenizer.
package struct MatchFinder: Sendable {
  /// A place of a term in the pattern.
  private struct Place {
    var variant: Int
    var slot: Int
  }

  /// A token that some slot takes.
  private struct PatternToken {
    /// Counts the tokens of the text, or of its pairs.
    var number: Int
    var range: Range<Int>
    var symbol: TermTable.Symbol
  }

  private struct Way {
    var clause: Int
    var slotCount: Int
    var slop: Int?
  }

  private var table = TermTable()
  private var ways: [Way] = []
  private var places: [[Place]] = []
  private var hasBigrams = false

  package init(_ pattern: MatchPattern) {
    for (clause, variants) in pattern.clauses.map(\.variants).enumerated() {
      for variant in variants where !variant.slots.isEmpty { add(variant, of: clause) }
    }
    table.seal()
  }

  private mutating func add(_ variant: MatchPattern.Variant, of clause: Int) {
    for (slot, alternatives) in variant.slots.enumerated() {
      let symbols =
        alternatives.terms.map { table.add(term: $0) }
        + alternatives.prefixes.map { table.add(prefix: $0) }
      places += repeatElement([], count: table.count - places.count)
      for symbol in symbols { places[symbol].append(Place(variant: ways.count, slot: slot)) }
      hasBigrams =
        hasBigrams
        || (alternatives.terms + alternatives.prefixes).contains { Bigrams.text(of: $0) != nil }
    }
    ways.append(Way(clause: clause, slotCount: variant.slots.count, slop: variant.slop))
  }

  /// The byte ranges to emphasise in `text`, ascending; those that overlap are one.
  ///
  /// - Parameter joined: the words of `text` that a line's end broke, whole; the match of one spans the break.
  package func ranges(in text: String, joined: String? = nil) -> [Range<Int>] {
    var text = text
    let joined = BrokenTerms(joined)
    return Self.merged(text.withUTF8 { matches(in: $0, joined: joined) }.map(\.range))
  }

  /// All matches by where they begin, the longer first.
  func matches(
    in text: UnsafeBufferPointer<UInt8>, joined: BrokenTerms = BrokenTerms(nil)
  ) -> [TextMatch] {
    let words = joined.isEmpty ? wordTokens(in: text) : wordTokens(in: text, joined: joined)
    var matches = matches(of: words)
    if hasBigrams { matches += self.matches(of: pairTokens(in: text)) }
    let precedes = { (left: TextMatch, right: TextMatch) in
      (left.range.lowerBound, -left.range.upperBound, left.clause)
        < (right.range.lowerBound, -right.range.upperBound, right.clause)
    }
    let isSorted = zip(matches, matches.dropFirst()).allSatisfy { precedes($0, $1) }
    return isSorted ? matches : Set(matches).sorted(by: precedes)
  }

  /// The ranges, ascending, with those that share bytes made one.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  // MARK: The pass

  private func wordTokens(in text: UnsafeBufferPointer<UInt8>) -> [PatternToken] {
    var tokens: [PatternToken] = []
    var number = 0
    Tokenizer().forEachToken(in: text) { range, folded in
      table.forEachSymbol(of: folded) {
        tokens.append(PatternToken(number: number, range: range, symbol: $0))
      }
      number += 1
    }
    return tokens
  }

  /// The same, and halves that are one word.
  private func wordTokens(
    in text: UnsafeBufferPointer<UInt8>, joined: BrokenTerms
  ) -> [PatternToken] {
    var tokens: [PatternToken] = []
    var number = 0
    var last: (range: Range<Int>, folded: [UInt8])?
    Tokenizer().forEachToken(in: text) { range, folded in
      if let last, BrokenTerms.isBreak(text[last.range.upperBound..<range.lowerBound]),
        case let whole = last.folded + folded, joined.contains(whole)
      {
        whole.withUnsafeBufferPointer { whole in
          table.forEachSymbol(of: whole) {
            let range = last.range.lowerBound..<range.upperBound
            tokens.append(PatternToken(number: number - 1, range: range, symbol: $0))
          }
        }
      }
      table.forEachSymbol(of: folded) {
        tokens.append(PatternToken(number: number, range: range, symbol: $0))
      }
      last = (range, Array(folded))
      number += 1
    }
    return tokens
  }

  /// The pairs of the scripts written without spaces; runs are not neighbours.
  private func pairTokens(in text: UnsafeBufferPointer<UInt8>) -> [PatternToken] {
    var tokens: [PatternToken] = []
    var number = 0
    Bigrams.forEachPair(in: text) { range, beginsRun in
      number += beginsRun ? 2 : 1
      table.forEachSymbol(of: UnsafeBufferPointer(rebasing: text[range])) {
        tokens.append(PatternToken(number: number, range: range, symbol: $0))
      }
    }
    return tokens
  }

  // MARK: From tokens to clauses

  private func matches(of tokens: [PatternToken]) -> [TextMatch] {
    var matches: [TextMatch] = []
    for (index, token) in tokens.enumerated() {
      for place in places[token.symbol] {
        let way = ways[place.variant]
        if way.slotCount == 1 {
          matches.append(TextMatch(range: token.range, clause: way.clause))
        } else if way.slop != nil {
          matches += nearness(of: place, from: index, in: tokens)
        } else if place.slot == 0,
          let end = end(ofPhrase: place.variant, from: index, in: tokens)
        {
          matches.append(
            TextMatch(range: token.range.lowerBound..<end, clause: way.clause))
        }
      }
    }
    return matches
  }

  /// Where the phrase that begins at the token ends; nil when it breaks off.
  private func end(ofPhrase variant: Int, from start: Int, in tokens: [PatternToken]) -> Int? {
    var end: Int?
    var index = start
    for slot in 1..<ways[variant].slotCount {
      let number = tokens[start].number + slot
      while index < tokens.count, tokens[index].number < number { index += 1 }
      var candidate = index
      end = nil
      while candidate < tokens.count, tokens[candidate].number == number, end == nil {
        if takes(tokens[candidate], variant, slot) {
          end = tokens[candidate].range.upperBound
        }
        candidate += 1
      }
      guard end != nil else { return nil }
    }
    return end
  }

  private func takes(_ token: PatternToken, _ variant: Int, _ slot: Int) -> Bool {
    places[token.symbol].contains { $0.variant == variant && $0.slot == slot }
  }

  /// The words of a NEAR clause whose leftmost is the token; none when one of them is too far.
  private func nearness(of place: Place, from start: Int, in tokens: [PatternToken])
    -> [TextMatch]
  {
    let way = ways[place.variant]
    let first = tokens[start].number
    let last = first + way.slotCount - 1 + (way.slop ?? 0)
    var found = [Range<Int>?](repeating: nil, count: way.slotCount)
    found[place.slot] = tokens[start].range
    for token in tokens[(start + 1)...] {
      guard token.number <= last, found.contains(nil) else { break }
      guard token.number > first, let slot = freeSlot(for: token, place.variant, found)
      else { continue }
      found[slot] = token.range
    }
    let ranges = found.compactMap { $0 }
    guard ranges.count == way.slotCount else { return [] }
    return ranges.map { TextMatch(range: $0, clause: way.clause) }
  }

  /// The first slot of the variant that takes the token and has nothing yet.
  private func freeSlot(for token: PatternToken, _ variant: Int, _ found: [Range<Int>?]) -> Int? {
    places[token.symbol].first { $0.variant == variant && found[$0.slot] == nil }?.slot
  }
}

/// A place in a text that matches a clause of a pattern.
package struct TextMatch: Sendable, Hashable {
  /// UTF-8 bytes, half-open: of a phrase, from its first token to its last.
  package var range: Range<Int>
  /// Number of the clause in ``MatchPattern/clauses``.
  package var clause: Int

  package init(range: Range<Int>, clause: Int) {
    self.range = range
    self.clause = clause
  }
}
