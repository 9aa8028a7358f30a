/// A word or phrase of a query: the terms it may stand for.
struct NaiveLeaf: Hashable {
  /// Terms side by side.
  struct Pattern: Hashable {
    /// Allowed terms at each position.
    var slots: [Set<Int32>]
    /// Tokens that may stand between, in any order; nil: none, and the order holds.
    var slop: Int?
    var isTyped: Bool
  }

  /// Single terms as typed.
  var typed: Set<Int32> = []
  /// Single terms that stand for the one typed; they count half.
  var forms: Set<Int32> = []
  var phrases: Set<Pattern> = []
  /// Numbers of fields: 0 title, 1 body.
  var fields: [Int]

  var patterns: [Pattern] {
    [
      Pattern(slots: [typed], isTyped: true),
      Pattern(slots: [forms.subtracting(typed)], isTyped: false),
    ] + phrases
  }
}

/// The articles that hold a leaf.
struct NaiveMatches {
  /// Numbers of articles, ascending.
  var articles: [Int] = []
  /// Occurrences weighted: typed 1, other forms ½, and 1 more in the title.
  var frequencies: [Double] = []
  /// Occurrences in all articles.
  var occurrences = 0
}

extension NaiveCorpus {
  /// Looks at every token of every article.
  func matches(of leaf: NaiveLeaf) -> NaiveMatches {
    var frequencies = [Double](repeating: 0, count: articles.count)
    var total = 0
    for pattern in leaf.patterns where !pattern.slots.contains(where: \.isEmpty) {
      let slots = pattern.slots.map(table)
      // Words that a line's end broke stand beside no others.
      let isWord = pattern.slots.count == 1 && leaf.fields.contains(1)
      for field in leaf.fields + (isWord ? [2] : []) {
        let weight = (pattern.isTyped ? 1 : 0.5) + (field == 0 ? 1 : 0)
        fields[field].forEachArticle { article, tokens in
          let count = pattern.slop.map { Self.near(slots, $0, tokens) } ?? Self.runs(slots, tokens)
          frequencies[article] += weight * Double(count)
          total += count
        }
      }
    }
    let found = articles.indices.filter { frequencies[$0] > 0 }
    return NaiveMatches(
      articles: found, frequencies: found.map { frequencies[$0] }, occurrences: total)
  }

  private func table(_ allowed: Set<Int32>) -> [Bool] {
    var table = [Bool](repeating: false, count: terms.terms.count)
    for term in allowed { table[Int(term)] = true }
    return table
  }

  /// Places where the slots' terms follow one another.
  private static func runs(_ slots: [[Bool]], _ tokens: UnsafeBufferPointer<Int32>) -> Int {
    guard tokens.count >= slots.count else { return 0 }
    let first = slots[0]
    if slots.count == 1 { return tokens.reduce(0) { first[Int($1)] ? $0 + 1 : $0 } }
    return (0...tokens.count - slots.count).count { start in
      first[Int(tokens[start])]
        && slots.indices.allSatisfy { slots[$0][Int(tokens[start + $0])] }
    }
  }

  /// Places with a term of some slot from which every slot has one near enough.
  private static func near(
    _ slots: [[Bool]], _ slop: Int, _ tokens: UnsafeBufferPointer<Int32>
  ) -> Int {
    let width = max(slop + 1, slots.count - 1)
    return tokens.indices.count { start in
      guard slots.contains(where: { $0[Int(tokens[start])] }) else { return false }
      let window = tokens[start...min(start + width, tokens.count - 1)]
      return slots.allSatisfy { slot in window.contains { slot[Int($0)] } }
    }
  }
}

extension TokenField {
  func forEachArticle(_ body: (Int, UnsafeBufferPointer<Int32>) -> Void) {
    tokens.withUnsafeBufferPointer { tokens in
      for article in 0..<starts.count - 1 {
        body(
          article, UnsafeBufferPointer(rebasing: tokens[starts[article]..<starts[article + 1]]))
      }
    }
  }
}
