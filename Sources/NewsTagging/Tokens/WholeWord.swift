/// A word whose halves are these tokens, marks between included.
struct WholeWord {
  let halves: Range<Int>
  let hash: UInt64
}

extension Token {
  /// Takes the other half in.
  fileprivate mutating func mend(with half: Token, hash: UInt64) {
    end = half.end
    self.hash = hash
    traits.formUnion(half.traits.intersection([.hasApostrophe, .hasDigit, .hasNonASCII]))
    traits.insert(.mended)
    if half.traits.isDisjoint(with: [.allCaps, .capitalised]) { traits.remove(.allCaps) }
    traits.remove(.initial)
  }
}

extension FieldTokens {
  /// Puts words, which ascend, in the place of their halves; what is behind them moves up.
  mutating func put(_ words: [WholeWord]) {
    var count = 0
    tokens.withUnsafeMutableBufferPointer { tokens in
      guard let base = tokens.baseAddress else { return }
      var at = 0
      func keep(until end: Int) {
        (base + count).update(from: base + at, count: end - at)
        count += end - at
      }
      for word in words {
        keep(until: word.halves.lowerBound + 1)
        base[count - 1].mend(with: base[word.halves.upperBound - 1], hash: word.hash)
        at = word.halves.upperBound
      }
      keep(until: tokens.count)
    }
    tokens.removeLast(tokens.count - count)
  }

  /// The bytes of a token as it would stand in one line.
  func spelling(of token: Token) -> ArraySlice<UInt8> {
    guard token.traits.contains(.mended) else { return bytes[token.range] }
    var word = bytes[token.range]
    word.removeAll { $0 <= 0x20 || BrokenWords.isJoint($0) }
    while let soft = word.indices.dropLast().first(where: {
      word[$0] == 0xC2 && word[$0 + 1] == 0xAD
    }) {
      word.removeSubrange(soft..<soft + 2)
    }
    return word
  }
}
