import NewsTagging

/// How often each word of plain text occurs, and how often capitalised inside a sentence.
struct WordCounts {
  struct Count {
    var all: Int32 = 0
    var inside: Int32 = 0
    var capitalised: Int32 = 0
  }

  private(set) var counts: [UInt64: Count] = [:]
  /// The words in text order; 0 ends a sentence.
  private var words: [UInt64] = []

  var total: Int { words.count }

  /// Sentences in capitals count for clusters but not for capitalisation.
  mutating func add(_ field: FieldTokens) {
    for token in field.tokens {
      if token.traits.contains(.sentenceStart) { words.append(0) }
      guard token.kind == .word else {
        if token.kind == .number { words.append(UInt64(min(token.range.count, 5))) }
        continue
      }
      words.append(token.hash)
      counts[token.hash, default: Count()].add(token)
    }
    words.append(0)
  }

  /// The share of the field's lower-case words that were counted before; 0 below 50 words.
  func knownShare(_ field: FieldTokens) -> Double {
    let words = field.tokens.filter {
      $0.kind == .word && !$0.traits.contains(.capitalised) && $0.range.count > 1
    }
    guard words.count >= 50 else { return 0 }
    return Double(words.count { counts[$0.hash] != nil }) / Double(words.count)
  }

  /// The most frequent words, most frequent first.
  func frequent(_ minimum: Int, limit: Int) -> [UInt64] {
    let words = counts.filter { $0.value.all >= minimum }
      .sorted { ($1.value.all, $0.key) < ($0.value.all, $1.key) }
    return words.prefix(limit).map(\.key)
  }

  /// The text as positions in the vocabulary, -1 between sentences; other words are left out.
  func text(in vocabulary: [UInt64]) -> [Int32] {
    var positions: [UInt64: Int32] = [:]
    for (at, word) in vocabulary.enumerated() { positions[word] = Int32(at) }
    return words.compactMap { $0 == 0 ? -1 : positions[$0] }
  }
}

extension WordCounts.Count {
  mutating func add(_ token: Token) {
    all += 1
    guard !token.traits.contains(.sentenceStart), !token.traits.contains(.allCaps) else { return }
    inside += 1
    if token.traits.contains(.capitalised) { capitalised += 1 }
  }

  /// The statistic of ``WordRecord/capitalisation``.
  var statistic: Int {
    guard inside > 0 else { return 0 }
    let fifth = min(Int(5 * capitalised / inside), 4)
    return 1 + fifth + (inside >= 50 ? 5 : 0)
  }
}
