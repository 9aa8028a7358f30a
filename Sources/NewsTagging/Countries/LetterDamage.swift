internal import IndexDefinition

/// How OCR prints the letters of a name, and how letters follow each other in words that are no such names: the two
/// sides of a noisy channel (Kernighan, Church and Gale, "A Spelling Correction Program Based on a Noisy Channel
/// Model", COLING 1990) in which a letter may also fall apart (`m` > `ni`) or melt into the next (`ri` > `n`).
///
/// Costs are tenths of a nat: ten times the negative natural logarithm of a probability. Letters are 0 to 25 for a to z.
/// Read from `gazetteers/letter-damage.tsv` and `gazetteers/letter-sequences.tsv`, which `wsearch-train damage` learns.
struct LetterDamage: Sendable {
  static let shared = LetterDamage()

  /// All tables in one array, so that one pointer serves; 255 where something cannot be.
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

  /// The least that it costs to print a name as a word; nil where that is more than `most`.
  ///
  /// Time is in the product of both lengths, less where they differ from the start.
  ///
  /// - Parameter isCapitals: whether the word is printed in capitals, not its first letter alone.
  func cost(
    of name: UnsafeBufferPointer<UInt8>, as word: UnsafeBufferPointer<UInt8>, isCapitals: Bool,
    atMost most: Int
  ) -> Int? {
    let width = word.count + 1
    return costs.withUnsafeBufferPointer { costs in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { rows in
        guard let start = rows.baseAddress else { return nil }
        rows.initialize(repeating: 0)
        var rows = Rows(before: start, last: start + width, row: start + 2 * width)
        var least = 0
        for at in 0...name.count {
          let lastLeast = least
          least = rows.fill(at, name, word, isCapitals: isCapitals, costs)
          // A merge reaches over one row.
          if least > most, lastLeast > most { return nil }
          rows.advance()
        }
        let cost = Int(rows.last[word.count])
        return cost <= most ? cost : nil
      }
    }
  }

  /// Three rows of the table of costs: what it costs to print a name's first letters as the word's first 0, 1, 2 ….
  private struct Rows {
    var before: UnsafeMutablePointer<Int32>
    var last: UnsafeMutablePointer<Int32>
    var row: UnsafeMutablePointer<Int32>

    mutating func advance() { (before, last, row) = (last, row, before) }

    /// Makes the row of the name's first `at` letters.
    ///
    /// - Returns: its least cost.
    @inline(__always)
    func fill(
      _ at: Int, _ name: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>,
      isCapitals: Bool, _ costs: UnsafeBufferPointer<UInt8>
    ) -> Int {
      guard at > 0 else { return fillFirst(word, costs) }
      let letter = (isCapitals || at == 1 ? 26 : 0) + Int(name[at - 1])
      let isPair = at > 1
      let first = (isCapitals || at == 2 ? 26 : 0) + Int(isPair ? name[at - 2] : 0)
      let printed = Part.printed + letter * 26
      let merges = Part.merges + (first * 26 + Int(name[at - 1])) * 26
      let splits = Part.splits + letter * 26 * 26
      let loss = Int32(costs[Part.losses + letter])
      row[0] = last[0] &+ loss
      var (least, printBefore) = (row[0], 0)
      for end in 1..<word.count + 1 {
        let print = Int(word[end - 1])
        var cost = min(last[end] &+ loss, row[end - 1] &+ Int32(costs[Part.insertions &+ print]))
        cost = min(cost, last[end - 1] &+ Int32(costs[printed &+ print]))
        if isPair { cost = min(cost, before[end - 1] &+ Int32(costs[merges &+ print])) }
        if end > 1 {
          cost = min(cost, last[end - 2] &+ Int32(costs[splits &+ printBefore &* 26 &+ print]))
        }
        row[end] = cost
        least = min(least, cost)
        printBefore = print
      }
      return Int(least)
    }

    /// Before the name's first letter all is inserted.
    @inline(__always)
    private func fillFirst(
      _ word: UnsafeBufferPointer<UInt8>, _ costs: UnsafeBufferPointer<UInt8>
    ) -> Int {
      row[0] = 0
      for end in 1..<word.count + 1 {
        row[end] = row[end - 1] &+ Int32(costs[Part.insertions + Int(word[end - 1])])
      }
      return 0
    }
  }
}
