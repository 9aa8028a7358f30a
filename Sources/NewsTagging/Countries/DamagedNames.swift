internal import IndexDefinition

/// The names that papers print daily, of which a damaged word may be one: `Hrltlsh`, `Itusslan`, `Uermany`
/// (`gazetteers/damaged-names.tsv`).
///
/// A word means the name by which ``LetterDamage`` explains it best, if that explains it ``evidence`` better than
/// that it is some other word, and if no word of the papers that looks like a name explains it better (Obregon, which
/// is like Oregon). A look at all names at once finds those which have enough of the word's letters near
/// their places; only these, two of 1,273, are compared letter by letter.
struct DamagedNames: Sendable {
  static let shared = DamagedNames()

  /// Tenths of a nat by which a word must be rather a name than another word.
  ///
  /// Of what 3 to 4 nats, odds of 20 to 55, add to 8,000 pages of 1916 nine in ten are right.
  private static let evidence = 30
  /// What a letter costs at least, nearly always, that is another or not near its place.
  ///
  /// So counted, a look spares most names the comparison, and misses three damaged words of a hundred.
  private static let leastOfOther = 33
  /// The same of a letter that no place within reach has: two printed for one of the name share its cost.
  private static let leastAhead: Int32 = 22
  /// More letters than the longest name has, and as many as a word may have: a count of four bits.
  private static let most = 15

  private struct Name {
    var letters: Range<Int>
    /// Of a name as rare, in tenths of a nat.
    var cost: Int
    /// The ``TokenHash``; 0 for a rival, a word like a name that is none.
    var hash: UInt64
  }

  /// The likeliest first.
  private var names: [Name] = []
  /// 0 to 25 for a to z, one name behind the other.
  private var letters: [UInt8] = []
  /// By a block of 256 names, a letter and a place in a word: the names that have the letter there or beside it.
  private var places: [SIMD4<UInt64>] = []
  /// Of the names of each block.
  private var leastCosts: [Int] = []

  private init() {
    for row in Gazetteer.damagedNames.rows where row.count == 3 {
      assert(row[0].count < Self.most, "a name longer than all are")
      let start = letters.count
      letters += row[0].map { $0 - 97 }
      names.append(
        Name(
          letters: start..<letters.count, cost: row[1].reduce(0) { $0 * 10 + Int($1 - 48) },
          hash: row[2].first == UInt8(ascii: "r") ? 0 : row[0].reduce(TokenHash.seed, TokenHash.mix)
        ))
    }
    assert(zip(names, names.dropFirst()).allSatisfy { $0.cost <= $1.cost })
    fillPlaces()
  }

  /// How many names are looked at at once.
  private static let width = 256

  private mutating func fillPlaces() {
    let blocks = (names.count + Self.width - 1) / Self.width
    places = [SIMD4<UInt64>](repeating: .zero, count: blocks * 26 * Self.most)
    leastCosts = [Int](repeating: .max, count: blocks)
    for (number, name) in names.enumerated() {
      let (block, bit) = (number / Self.width, number % Self.width)
      leastCosts[block] = min(leastCosts[block], name.cost)
      for (at, letter) in letters[name.letters].enumerated() {
        for place in max(0, at - 1)...min(Self.most - 1, at + 1) {
          places[(block * 26 + Int(letter)) * Self.most + place][bit / 64] |= 1 << (bit & 63)
        }
      }
    }
  }

  /// The ``TokenHash`` of the name that a word means; nil for none.
  ///
  /// - Parameters:
  ///   - word: letters of ASCII, which one joint may part: an apostrophe, a hyphen, a line's end, a figure.
  ///   - doubt: more evidence than usual that is asked for, in tenths of a nat.
  func meant(
    by word: Range<Int>, in text: UnsafeBufferPointer<UInt8>, doubt: Int = 0
  ) -> UInt64? {
    guard 5...Self.most + 4 ~= word.count else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { letters in
      guard let (count, capitals) = Self.read(text[word], into: letters), 5...Self.most ~= count
      else { return nil }
      let letters = UnsafeBufferPointer(rebasing: letters[..<count])
      let most = LetterDamage.shared.costOfOther(letters) - Self.evidence - doubt
      return meant(by: letters, isCapitals: capitals * 2 > count, atMost: most)
    }
  }

  /// Writes a word's letters, 0 to 25; nil where it has others than of ASCII, or two joints.
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
    return joints < 2 && !isJoint ? (count, capitals) : nil
  }

  /// White space, a hyphen, an apostrophe or a figure.
  @inline(__always)
  private static func isJointByte(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
      || byte &- UInt8(ascii: "0") < 10
  }

  private func meant(
    by word: UnsafeBufferPointer<UInt8>, isCapitals: Bool, atMost most: Int
  ) -> UInt64? {
    var best: (cost: Int, name: Int)?
    letters.withUnsafeBufferPointer { letters in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.most + 1) { ahead in
        forEachLike(word, atMost: most) { number, others in
          let name = names[number]
          let most = (best.map { $0.cost - 1 } ?? most) - name.cost
          guard others * Self.leastOfOther <= most else { return }
          writeCosts(of: word, of: number, to: ahead)
          if let cost = LetterDamage.shared.cost(
            of: UnsafeBufferPointer(rebasing: letters[name.letters]), as: word,
            isCapitals: isCapitals, ahead: UnsafeBufferPointer(ahead), atMost: most)
          {
            best = (cost + name.cost, number)
          }
        }
      }
    }
    return best.map { names[$0.name].hash }.flatMap { $0 == 0 ? nil : $0 }
  }

  /// Writes what a word's letters from each place on cost at least, printed for a name.
  @inline(__always)
  private func writeCosts(
    of word: UnsafeBufferPointer<UInt8>, of name: Int, to ahead: UnsafeMutableBufferPointer<Int32>
  ) {
    let (block, bit) = (name / Self.width, name % Self.width)
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
  /// places or beside them, and more the less likely they are; and how many of its letters they have not.
  ///
  /// For 256 names at once the letters are counted, in four numbers whose bits are the digits of the counts.
  @inline(__always)
  private func forEachLike(
    _ word: UnsafeBufferPointer<UInt8>, atMost most: Int,
    _ body: (_ name: Int, _ others: Int) -> Void
  ) {
    for block in leastCosts.indices {
      let spare = most - leastCosts[block]
      guard spare >= 0 else { return }
      let counts = matches(of: word, in: block)
      let fewest = word.count - min(word.count / 2, spare / Self.leastOfOther)
      let found = counts.atLeast(fewest)
      for lane in 0..<4 {
        var bits = found[lane]
        while bits != 0 {
          let bit = bits.trailingZeroBitCount
          let name = block * Self.width + lane * 64 + bit
          if abs(names[name].letters.count - word.count) <= LetterDamage.reach {
            body(name, word.count - counts[lane, bit])
          }
          bits &= bits - 1
        }
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

/// How often each of 256 bits was set: the counts' digits to the base of two, the lowest first.
private struct BitCounts {
  typealias Bits = SIMD4<UInt64>

  private var digits: (Bits, Bits, Bits, Bits) = (.zero, .zero, .zero, .zero)

  @inline(__always)
  mutating func add(_ bits: Bits) {
    var carry = bits
    (digits.0, carry) = (digits.0 ^ carry, digits.0 & carry)
    (digits.1, carry) = (digits.1 ^ carry, digits.1 & carry)
    (digits.2, carry) = (digits.2 ^ carry, digits.2 & carry)
    digits.3 ^= carry
  }

  /// The bits that were set so often.
  @inline(__always)
  func atLeast(_ count: Int) -> Bits {
    // From the highest digit on: larger already, or the same so far.
    var (larger, same) = (Bits.zero, Bits(repeating: ~0))
    @inline(__always)
    func compare(_ digit: Bits, _ place: Int) {
      let wanted = Bits(repeating: count >> place & 1 == 0 ? 0 : ~0)
      larger |= same & digit & ~wanted
      same &= ~(digit ^ wanted)
    }
    compare(digits.3, 3)
    compare(digits.2, 2)
    compare(digits.1, 1)
    compare(digits.0, 0)
    return larger | same
  }

  /// How often one bit was set.
  @inline(__always)
  subscript(lane: Int, bit: Int) -> Int {
    @inline(__always)
    func digit(_ bits: Bits) -> Int { Int(bits[lane] >> UInt64(bit) & 1) }
    return digit(digits.0) + 2 * digit(digits.1) + 4 * digit(digits.2) + 8 * digit(digits.3)
  }
}
