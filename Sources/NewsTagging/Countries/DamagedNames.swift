internal import IndexDefinition

/// The names that papers print daily, of which a damaged word may be one: `Hrltlsh`, `Itusslan`, `Uermany`
/// (`gazetteers/damaged-names.tsv`).
///
/// A word means the name by which ``LetterDamage`` and the words beside it (``NameSurroundings``) explain it best, if
/// that explains it ``evidence`` better than that it is some other word, and if no word of the papers that looks like a
/// name explains it better (Obregon, which is like Oregon). A look at all names at once finds those which have enough
/// of the word's letters, or what is easily taken for them, near their places; only these, few of 1,273, are compared
/// letter by letter.
struct DamagedNames: Sendable {
  static let shared = DamagedNames()

  /// Tenths of a nat by which a word must be rather a name than another word.
  ///
  /// Of what 3 to 4 nats, odds of 20 to 55, add to 8,000 pages of 1916 nine in ten are right, of what 2.6 to 3 add
  /// three in four, and beyond that fewer.
  private static let evidence = 26
  /// What a letter costs at least, nearly always, that is another or not near its place.
  ///
  /// So counted, a look spares most names the comparison, and misses three damaged words of a hundred.
  private static let leastOfOther = 33
  /// The same of a letter that no place within reach has: two printed for one of the name share its cost.
  private static let leastAhead: Int32 = 22
  /// A letter that is printed as another at a lower cost is not told from it at first.
  private static let lookalike = 21
  /// More letters than the longest name has, and as many as a word may have: a count of four bits.
  private static let most = 15

  private struct Name {
    var letters: Range<Int>
    /// Of a name as rare, in tenths of a nat.
    var cost: Int
    var hash: UInt64
  }

  enum Kind: String, CaseIterable {
    case place, people
    /// A word like a name that is none.
    case rival
  }

  /// Names of one kind that are looked at at once, at most ``width``.
  private struct Block {
    let kind: Kind
    let names: Range<Int>
    /// Of the likeliest.
    let leastCost: Int
  }

  /// By their kinds, the likeliest first.
  private var names: [Name] = []
  /// 0 to 25 for a to z, one name behind the other.
  private var letters: [UInt8] = []
  /// By a block of 256 names, a letter and a place in a word: the names that have the letter there or beside it, or one
  /// that is easily printed as it.
  private var places: [SIMD4<UInt64>] = []
  /// Those of rivals last.
  private var blocks: [Block] = []
  private static let width = 256

  private init() {
    for kind in Kind.allCases {
      let first = names.count
      for row in Gazetteer.damagedNames.rows
      where row.count == 3 && row[2].elementsEqual(kind.rawValue.utf8) {
        add(row[0], cost: row[1].reduce(0) { $0 * 10 + Int($1 - 48) })
      }
      for start in stride(from: first, to: names.count, by: Self.width) {
        addBlock(of: start..<min(start + Self.width, names.count), kind)
      }
    }
  }

  private mutating func add(_ name: Gazetteer.Cell, cost: Int) {
    assert(name.count < Self.most, "a name longer than all are")
    let start = letters.count
    letters += name.map { $0 - 97 }
    names.append(
      Name(
        letters: start..<letters.count, cost: cost,
        hash: name.reduce(TokenHash.seed, TokenHash.mix)))
  }

  private mutating func addBlock(of block: Range<Int>, _ kind: Kind) {
    blocks.append(Block(kind: kind, names: block, leastCost: names[block.lowerBound].cost))
    assert(names[block].allSatisfy { $0.cost >= names[block.lowerBound].cost })
    let first = places.count
    places += [SIMD4<UInt64>](repeating: .zero, count: 26 * Self.most)
    for (bit, name) in names[block].enumerated() {
      for (at, letter) in letters[name.letters].enumerated() {
        for printed in Self.lookalikes(of: Int(letter), isCapital: at == 0) {
          for place in max(0, at - 1)...min(Self.most - 1, at + 1) {
            places[first + printed * Self.most + place][bit / 64] |= 1 << (bit & 63)
          }
        }
      }
    }
  }

  /// A letter, and those as which it is easily printed.
  private static func lookalikes(of letter: Int, isCapital: Bool) -> [Int] {
    (0..<26).filter {
      $0 == letter
        || LetterDamage.shared.cost(of: letter, as: $0, isCapital: isCapital) < lookalike
    }
  }

  /// The ``TokenHash`` of the name that a word means; nil for none.
  ///
  /// - Parameters:
  ///   - word: letters of ASCII, which a joint may part, or two in eight letters: an apostrophe, a hyphen, a line's end,
  ///     a figure.
  ///   - doubt: more evidence than usual that is asked for, in tenths of a nat.
  ///   - weight: what the words beside it say.
  ///   - orRival: whether another word will do.
  func meant(
    by word: Range<Int>, in text: UnsafeBufferPointer<UInt8>, doubt: Int = 0,
    beside weight: NameSurroundings.Weight = .init(), orRival: Bool = false
  ) -> UInt64? {
    guard 5...Self.most + 4 ~= word.count else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { letters in
      guard let (count, capitals) = Self.read(text[word], into: letters), 5...Self.most ~= count
      else { return nil }
      let letters = UnsafeBufferPointer(rebasing: letters[..<count])
      let most = LetterDamage.shared.costOfOther(letters) - Self.evidence - doubt
      return meant(
        by: letters, isCapitals: capitals * 2 > count, atMost: most, beside: weight,
        orRival: orRival)
    }
  }

  /// Writes a word's letters, 0 to 25; nil where it has others than of ASCII, or too many joints.
  private static func read(
    _ word: Slice<UnsafeBufferPointer<UInt8>>, into letters: UnsafeMutableBufferPointer<UInt8>
  ) -> (count: Int, capitals: Int)? {
    var (count, capitals, joints, isJoint) = (0, 0, 0, false)
    for byte in word {
      let letter = (byte | 0x20) &- 97
      if letter < 26 {
        letters[count] = letter
        count += 1
        capitals += byte & 0x20 == 0 ? 1 : 0
      } else if !isJointByte(byte) {
        return nil
      } else if !isJoint {
        joints += 1
      }
      isJoint = letter >= 26
    }
    return joints <= count / 4 && joints < 3 && !isJoint ? (count, capitals) : nil
  }

  /// White space, a hyphen, an apostrophe or a figure.
  @inline(__always)
  private static func isJointByte(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
      || byte &- UInt8(ascii: "0") < 10
  }

  /// Rivals, which are hardly ever meant, are compared with what a name was found for.
  private func meant(
    by word: UnsafeBufferPointer<UInt8>, isCapitals: Bool, atMost most: Int,
    beside weight: NameSurroundings.Weight, orRival: Bool
  ) -> UInt64? {
    var best: (cost: Int, name: Int, kind: Kind)?
    for (number, block) in blocks.enumerated()
    where block.kind != .rival || orRival || best != nil {
      let weight = weight[block.kind]
      forEachLike(word, in: number, atMost: (best.map { $0.cost - 1 } ?? most) + weight) { name in
        let most = (best.map { $0.cost - 1 } ?? most) + weight - names[name].cost
        if let cost = cost(of: name, in: number, as: word, isCapitals, atMost: most) {
          best = (cost + names[name].cost - weight, name, block.kind)
        }
      }
    }
    return best.flatMap { $0.kind == .rival && !orRival ? nil : names[$0.name].hash }
  }

  private func cost(
    of name: Int, in block: Int, as word: UnsafeBufferPointer<UInt8>, _ isCapitals: Bool,
    atMost most: Int
  ) -> Int? {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.most + 1) { ahead in
      writeCosts(of: word, of: name, in: block, to: ahead)
      return letters.withUnsafeBufferPointer { letters in
        LetterDamage.shared.cost(
          of: UnsafeBufferPointer(rebasing: letters[names[name].letters]), as: word,
          isCapitals: isCapitals, ahead: UnsafeBufferPointer(ahead), atMost: most)
      }
    }
  }

  /// Writes what a word's letters from each place on cost at least, printed for a name.
  @inline(__always)
  private func writeCosts(
    of word: UnsafeBufferPointer<UInt8>, of name: Int, in block: Int,
    to ahead: UnsafeMutableBufferPointer<Int32>
  ) {
    let bit = name - blocks[block].names.lowerBound
    ahead[word.count] = 0
    places.withUnsafeBufferPointer { places in
      for at in word.indices.reversed() {
        let place = (block &* 26 &+ Int(word[at])) &* Self.most
        let (before, behind) = (max(at &- 1, 0), min(at &+ 1, Self.most &- 1))
        let near =
          places[place &+ before][bit / 64] | places[place &+ at][bit / 64]
          | places[place &+ behind][bit / 64]
        let isOther = near >> UInt64(bit & 63) & 1 == 0
        ahead[at] = ahead[at + 1] &+ (isOther ? Self.leastAhead : 0)
      }
    }
  }

  /// The names of nearly a word's length which may explain it at such a cost: that have half of its letters at their
  /// places or beside them, and more the less likely they are.
  ///
  /// For 256 names at once the letters are counted, in four numbers whose bits are the digits of the counts.
  @inline(__always)
  private func forEachLike(
    _ word: UnsafeBufferPointer<UInt8>, in block: Int, atMost most: Int,
    _ body: (_ name: Int) -> Void
  ) {
    let spare = most - blocks[block].leastCost
    guard spare >= 0 else { return }
    let counts = matches(of: word, in: block)
    let found = counts.atLeast(word.count - min(word.count / 2, spare / Self.leastOfOther))
    for lane in 0..<4 {
      var bits = found[lane]
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        let name = blocks[block].names.lowerBound + lane * 64 + bit
        let others = word.count - counts[lane, bit]
        if others * Self.leastOfOther <= most - names[name].cost,
          abs(names[name].letters.count - word.count) <= LetterDamage.reach
        {
          body(name)
        }
        bits &= bits - 1
      }
    }
  }

  @inline(__always)
  private func matches(of word: UnsafeBufferPointer<UInt8>, in block: Int) -> BitCounts {
    places.withUnsafeBufferPointer { places in
      var counts = BitCounts()
      for at in word.indices {
        counts.add(places[(block &* 26 &+ Int(word[at])) &* Self.most &+ at])
      }
      return counts
    }
  }
}
