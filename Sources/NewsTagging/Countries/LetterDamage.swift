internal import IndexDefinition

/// How OCR prints the letters of a name, and how letters follow each other in words that are no such names: the two
/// sides of a noisy channel (Kernighan, Church and Gale, "A Spelling Correction Program Based on a Noisy Channel
/// Model", COLING 1990) in which a letter may also fall apart (`m` > `ni`) or melt into the next (`ri` > `n`).
///
/// Costs are tenths of a nat: ten times the negative natural logarithm of a probability. Letters are 0 to 25 for a to z.
/// Read from `gazetteers/letter-damage.tsv` and `gazetteers/letter-sequences.tsv`, which `wsearch-train damage` learns.
struct LetterDamage: Sendable {
  static let shared = LetterDamage()

  /// All tables in one array, so that one pointer serves; 255, which is hardly ever worth it, where no row says less.
  private var costs = [UInt8](repeating: 255, count: Part.end)

  /// Where each table begins; a name's letters and the printed ones are its digits to the base of 26, behind whether
  /// it is a capital.
  private enum Part {
    static let printed = 0
    static let splits = printed + 2 * 26 * 26
    static let merges = splits + 2 * 26 * 26 * 26
    static let losses = merges + 2 * 26 * 26 * 26
    static let insertions = losses + 2 * 26
    /// By the two letters before, 1 to 26 or 0 where the word begins, and the letter, 26 for the word's end.
    static let sequences = insertions + 26
    static let end = sequences + 27 * 27 * 27
  }

  private init() {
    for row in Gazetteer.letterDamage.rows where row.count == 4 { read(row) }
    for row in Gazetteer.letterSequences.rows where row.count == 2 && row[0].count == 2 {
      let before = row[0].reduce(0) { $0 * 27 + Int($1 == UInt8(ascii: "^") ? 0 : $1 - 96) }
      for (letter, code) in row[1].enumerated() {
        costs[Part.sequences + before * 27 + letter] = code - 33
      }
    }
  }

  /// `kind letters printed cost`; the row `other`, which comes first, is of all letters that no row names.
  private mutating func read(_ row: [Gazetteer.Cell]) {
    let cost = UInt8(row[3].reduce(0) { $0 * 10 + Int($1 - 48) })
    let capital = row[0].first == UInt8(ascii: "c") ? 1 : 0
    let at = [row[1], row[2]].joined().reduce(capital) { $0 * 26 + Int($1 - 97) }
    switch (row[1].count, row[2].count) {
    case (0, 0): for at in Part.printed..<Part.splits { costs[at] = cost }
    case (0, _): costs[Part.insertions + at] = cost
    case (1, 0): costs[Part.losses + at] = cost
    case (1, 1): costs[Part.printed + at] = cost
    case (1, _): costs[Part.splits + at] = cost
    default: costs[Part.merges + at] = cost
    }
  }

  /// What it costs that a word is none of the names.
  func costOfOther(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    costs.withUnsafeBufferPointer { costs in
      var (cost, before) = (0, 0)
      for letter in word {
        cost += Int(costs[Part.sequences + before * 27 + Int(letter)])
        before = before % 27 * 27 + Int(letter) + 1
      }
      return cost + Int(costs[Part.sequences + before * 27 + 26])
    }
  }

  /// What it costs that one letter is printed as another.
  func cost(of letter: Int, as printed: Int, isCapital: Bool) -> Int {
    Int(costs[Part.printed + ((isCapital ? 26 : 0) + letter) * 26 + printed])
  }

  /// How many letters more or fewer may be printed than the name has, up to any place in it.
  static let reach = 2

  /// The least that it costs to print a name as a word; nil where that is more than `most`.
  ///
  /// Time is in the name's length, less where they differ from the start.
  ///
  /// - Parameters:
  ///   - isCapitals: whether the word is printed in capitals, not its first letter alone.
  ///   - ahead: what the word's letters from each place on cost at least; a row from which they cost too much is the
  ///     last (as in the search by A*).
  func cost(
    of name: UnsafeBufferPointer<UInt8>, as word: UnsafeBufferPointer<UInt8>, isCapitals: Bool,
    ahead: UnsafeBufferPointer<Int32>, atMost most: Int
  ) -> Int? {
    guard abs(word.count - name.count) <= Self.reach else { return nil }
    return costs.withUnsafeBufferPointer { costs in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * Rows.width) { cells in
        guard var rows = Rows(cells, name, word, ahead, costs) else { return nil }
        var (least, lastLeast) = (Int32(0), Int32(0))
        for at in 1..<name.count + 1 {
          lastLeast = least
          least = rows.add(
            at, isCapital: isCapitals || at == 1, isPairCapital: isCapitals || at == 2)
          // A merge reaches over one row.
          if least > most, lastLeast > most { return nil }
        }
        let cost = Int(rows.last[Rows.middle + word.count - name.count])
        return cost <= most ? cost : nil
      }
    }
  }

  /// Three rows of the table of costs: what it costs to print a name's first letters as so many of the word's.
  ///
  /// A row has room for ``reach`` letters fewer to as many more. What is further off is never reached, as the cells around.
  private struct Rows {
    static let middle = reach + 2
    static let width = 2 * middle + 1
    private static let never = Int32.max / 4

    private(set) var last: UnsafeMutablePointer<Int32>
    private var before: UnsafeMutablePointer<Int32>
    private var row: UnsafeMutablePointer<Int32>
    private let name: UnsafeBufferPointer<UInt8>
    private let word: UnsafeBufferPointer<UInt8>
    private let ahead: UnsafeBufferPointer<Int32>
    private let costs: UnsafeBufferPointer<UInt8>

    /// Before the name's first letter all is inserted.
    init?(
      _ cells: UnsafeMutableBufferPointer<Int32>, _ name: UnsafeBufferPointer<UInt8>,
      _ word: UnsafeBufferPointer<UInt8>, _ ahead: UnsafeBufferPointer<Int32>,
      _ costs: UnsafeBufferPointer<UInt8>
    ) {
      guard let start = cells.baseAddress else { return nil }
      cells.initialize(repeating: Self.never)
      (before, last, row) = (start, start + Self.width, start + 2 * Self.width)
      (self.name, self.word, self.ahead, self.costs) = (name, word, ahead, costs)
      last[Self.middle] = 0
      for end in 1..<min(reach, word.count) + 1 {
        last[Self.middle + end] =
          last[Self.middle + end - 1] + Int32(costs[Part.insertions + Int(word[end - 1])])
      }
    }

    /// Makes the row of the name's first `at` letters from the two before it.
    ///
    /// - Parameters:
    ///   - isCapital: whether the name's letter is.
    ///   - isPairCapital: whether the letter before it is, with which it may melt.
    /// - Returns: the least cost of the whole word by way of this row.
    @inline(__always)
    mutating func add(_ at: Int, isCapital: Bool, isPairCapital: Bool) -> Int32 {
      let letter = (isCapital ? 26 : 0) &+ Int(name[at &- 1])
      let first = (isPairCapital ? 26 : 0) &+ Int(at > 1 ? name[at &- 2] : 0)
      let printed = Part.printed &+ letter &* 26
      let splits = Part.splits &+ letter &* 26 &* 26
      let merges = Part.merges &+ (first &* 26 &+ Int(name[at &- 1])) &* 26
      let loss = Int32(costs[Part.losses &+ letter])
      let farthest = min(reach, word.count &- at)
      var least = Self.never
      if at <= reach {
        row[Self.middle &- at] = last[Self.middle &- at &+ 1] &+ loss
        least = row[Self.middle &- at] &+ ahead[0]
      }
      for offset in max(-reach, 1 &- at)..<farthest &+ 1 {
        let (cell, end) = (Self.middle &+ offset, at &+ offset)
        let print = Int(word[end &- 1])
        let two = Int(word[max(0, end &- 2)]) &* 26 &+ print
        var cost = min(
          last[cell &+ 1] &+ loss,
          row[cell &- 1] &+ Int32(costs[Part.insertions &+ print]))
        cost = min(cost, last[cell] &+ Int32(costs[printed &+ print]))
        cost = min(cost, before[cell &+ 1] &+ Int32(costs[merges &+ print]))
        cost = min(cost, last[cell &- 1] &+ Int32(costs[splits &+ two]))
        row[cell] = cost
        least = min(least, cost &+ ahead[end])
      }
      // Behind the word's end nothing is reached, whatever the row before the last left there.
      for offset in farthest &+ 1..<reach &+ 1 { row[Self.middle &+ offset] = Self.never }
      (before, last, row) = (last, row, before)
      return least
    }
  }
}
