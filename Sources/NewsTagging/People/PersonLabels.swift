/// The labels of a document's words, as the model gave them and the passes mend them.
struct PersonLabels {
  private(set) var labels: [PersonLabel]
  /// P(person) of each word by the model.
  var person: [Float]
  // What the passes noted of each word: lists of bytes, which are made faster than one of notes.
  /// What found the name that begins here, nil for the model.
  private var passes: [PersonPass?]
  private var vetoes: [PersonVeto?]
  /// Whether an office stands before the name that begins here.
  private var bearers: [Bool]

  init(_ document: PeopleDocument) {
    let count = document.words.count
    labels = Array(filled: .outside, count: count)
    person = Array(filled: 0, count: count)
    passes = Array(filled: nil, count: count)
    vetoes = Array(filled: nil, count: count)
    bearers = Array(filled: false, count: count)
  }

  /// Lends what the model writes of each word: asked for once, not word by word.
  mutating func withModelsView(
    _ body: (UnsafeMutableBufferPointer<PersonLabel>, UnsafeMutableBufferPointer<Float>) -> Void
  ) {
    labels.withUnsafeMutableBufferPointer { labels in
      person.withUnsafeMutableBufferPointer { person in body(labels, person) }
    }
  }

  subscript(word: Int) -> PersonLabel {
    get { labels[word] }
    set { labels[word] = newValue }
  }

  func isPerson(_ word: Int) -> Bool {
    labels[word] == .begin || labels[word] == .inside
  }

  /// The names in text order.
  var names: [Range<Int>] {
    var names: [Range<Int>] = []
    // As many as most texts have, so that room is made once.
    names.reserveCapacity(labels.count / 32 + 4)
    labels.withUnsafeBufferPointer { labels in
      var start = 0
      while start < labels.count {
        guard labels[start] == .begin || labels[start] == .inside else {
          start += Self.blanks(labels, start)
          continue
        }
        var end = start + 1
        while end < labels.count, labels[end] == .inside { end += 1 }
        names.append(start..<end)
        start = end
      }
    }
    return names
  }

  /// How many words to pass from `start`, which is none of a person's, as most are: 32 at once, 8, or those
  /// before the next that is one.
  @inline(__always)
  private static func blanks(_ labels: UnsafeBufferPointer<PersonLabel>, _ start: Int) -> Int {
    assert(MemoryLayout<PersonLabel>.stride == 1)
    let bytes = UnsafeRawBufferPointer(labels)
    func persons(_ at: Int) -> UInt64 {
      Self.persons(in: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
    guard start + 8 <= labels.count else { return 1 }
    let next = persons(start)
    guard next == 0 else { return next.littleEndian.trailingZeroBitCount >> 3 }
    guard start + 32 <= labels.count else { return 8 }
    return persons(start + 8) | persons(start + 16) | persons(start + 24) == 0 ? 32 : 8
  }

  /// A bit for each of eight labels that is `begin` or `inside`, 1 or 2: of no other of the five do the lowest
  /// two bits differ.
  @inline(__always)
  private static func persons(in labels: UInt64) -> UInt64 {
    assert(
      PersonLabel.allCases.allSatisfy { label in
        (label.rawValue ^ label.rawValue >> 1) & 1 == (label == .begin || label == .inside ? 1 : 0)
      })
    return (labels ^ labels >> 1) & 0x0101_0101_0101_0101
  }

  /// Makes a stretch one name; `pass` is what found it, nil for the model.
  mutating func mark(_ name: Range<Int>, by pass: PersonPass? = nil) {
    guard pass == nil || !isName(name) else { return }
    if name.upperBound < labels.count, labels[name.upperBound] == .inside {
      labels[name.upperBound] = .begin
    }
    for word in name { labels[word] = word == name.lowerBound ? .begin : .inside }
    passes[name.lowerBound] = pass
  }

  /// What found the name that begins at a word, nil for the model.
  func pass(of name: Range<Int>) -> PersonPass? { passes[name.lowerBound] }

  /// Notes that an office before a name makes it a person's, whatever found it.
  mutating func noteBearer(_ name: Range<Int>) { bearers[name.lowerBound] = true }

  func isBearer(_ name: Range<Int>) -> Bool { bearers[name.lowerBound] }

  private func isName(_ range: Range<Int>) -> Bool {
    if range.upperBound < labels.count, labels[range.upperBound] == .inside { return false }
    for word in range where labels[word] != (word == range.lowerBound ? .begin : .inside) {
      return false
    }
    return true
  }

  /// - Parameter veto: what says that it is no name, nil where only its extent changes.
  mutating func clear(_ name: Range<Int>, by veto: PersonVeto? = nil) {
    for word in name { labels[word] = .outside }
    if let veto { for word in name { vetoes[word] = veto } }
  }

  /// What took a word's label away.
  func veto(of word: Int) -> PersonVeto? { vetoes[word] }
}
