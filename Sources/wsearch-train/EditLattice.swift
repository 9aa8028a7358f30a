/// All ways in which a name may have become a printed word: a lattice over the letters of both, summed by the
/// forward and backward algorithm (Ristad and Yianilos, Learning String-Edit Distance, 1998).
///
/// Words are short enough for probabilities as they are, without logarithms. Room is made once, for all pairs.
final class EditLattice {
  /// A name, what may be printed for it, and whether that is in capitals; letters as in ``Spellings``.
  struct Pair {
    let name: UnsafeBufferPointer<UInt8>
    let word: UnsafeBufferPointer<UInt8>
    let isCapitals: Bool
  }

  private let forward: UnsafeMutableBufferPointer<Double>
  private let backward: UnsafeMutableBufferPointer<Double>

  /// - Parameter length: the most letters of a name or word.
  init(length: Int) {
    forward = .allocate(capacity: (length + 1) * (length + 1))
    backward = .allocate(capacity: (length + 1) * (length + 1))
  }

  deinit {
    forward.deallocate()
    backward.deallocate()
  }

  /// How likely the name is printed as the word.
  func probability(of pair: Pair, _ channel: UnsafeBufferPointer<Double>) -> Double {
    forward[..<pair.cells].initialize(repeating: 0)
    forward[0] = 1
    pair.forEachCell { cell, row, column in
      let here = forward[cell]
      pair.edits(at: cell, row, column) { forward[$0] += here * channel[$1] }
    }
    return forward[pair.cells - 1]
  }

  /// Adds how often each edit is to be expected where the name was printed as the word.
  ///
  /// - Parameter weight: how often that is.
  func addEdits(
    of pair: Pair, weight: Double, _ channel: UnsafeBufferPointer<Double>,
    to counts: inout [Double]
  ) {
    let whole = probability(of: pair, channel)
    guard whole > 0 else { return }
    fillBackward(pair, channel)
    let share = weight / whole
    pair.forEachCell { cell, row, column in
      let here = forward[cell] * share
      pair.edits(at: cell, row, column) { counts[$1] += here * channel[$1] * backward[$0] }
    }
  }

  private func fillBackward(_ pair: Pair, _ channel: UnsafeBufferPointer<Double>) {
    backward[pair.cells - 1] = 1
    for row in (0...pair.name.count).reversed() {
      for column in (0...pair.word.count).reversed() {
        let cell = row * pair.width + column
        if cell == pair.cells - 1 { continue }
        var sum = 0.0
        pair.edits(at: cell, row, column) { sum += channel[$1] * backward[$0] }
        backward[cell] = sum
      }
    }
  }
}

extension EditLattice.Pair {
  /// A cell stands behind some letters of the name (rows) and some of the word (columns).
  var width: Int { word.count + 1 }
  var cells: Int { (name.count + 1) * width }

  @inline(__always)
  func forEachCell(_ use: (_ cell: Int, _ row: Int, _ column: Int) -> Void) {
    var cell = 0
    for row in 0...name.count {
      for column in 0...word.count {
        use(cell, row, column)
        cell += 1
      }
    }
  }

  /// The edits that lead out of a cell: where to, and which (``LetterEdits``).
  @inline(__always)
  func edits(
    at cell: Int, _ row: Int, _ column: Int, _ use: (_ target: Int, _ edit: Int) -> Void
  ) {
    let hasPrinted = column < word.count
    let printed = hasPrinted ? Int(word[column]) : 0
    if hasPrinted { use(cell + 1, LetterEdits.insertion(printed)) }
    guard row < name.count else { return }
    let kind: LetterEdits.Kind = row == 0 || isCapitals ? .capital : .small
    let letter = Int(name[row])
    use(cell + width, LetterEdits.loss(kind, letter))
    guard hasPrinted else { return }
    use(cell + width + 1, LetterEdits.substitution(kind, letter, printed))
    if column + 1 < word.count {
      use(cell + width + 2, LetterEdits.split(kind, letter, printed, Int(word[column + 1])))
    }
    if row + 1 < name.count {
      let next = Int(name[row + 1])
      use(cell + 2 * width + 1, LetterEdits.merger(kind, letter, with: next, printed))
    }
  }
}
