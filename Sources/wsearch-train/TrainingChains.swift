import NewsTagging

/// Labelled chains as the learner reads them: feature rows and labels, one after the other.
struct TrainingChains {
  private(set) var rows: [UInt32] = []
  private(set) var labels: [UInt8] = []
  /// Words of each chain, and how much it counts.
  private(set) var chains: [(words: Range<Int>, weight: Float)] = []
  private let features: PersonFeatures

  init(rowBits: Int) {
    features = PersonFeatures(rowBits: rowBits)
  }

  mutating func add(_ text: LabelledText, lexicon: Lexicon, weight: Float) {
    let document = PeopleDocument(text.tokens, lexicon: lexicon)
    add(document, Self.labels(of: document, text), weight: weight)
  }

  /// - Parameter gold: the label of each word.
  mutating func add(_ document: PeopleDocument, _ gold: [PersonLabel], weight: Float) {
    for chain in Chains(document) {
      let start = labels.count
      var before = PersonLabel.outside
      for word in chain {
        var label = gold[word]
        if label == .inside, before != .begin, before != .inside { label = .begin }
        add(word, of: document, label)
        before = label
      }
      chains.append((start..<labels.count, weight))
    }
  }

  private mutating func add(_ word: Int, of document: PeopleDocument, _ label: PersonLabel) {
    labels.append(label.rawValue)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PersonFeatures.count) { buffer in
      guard let base = buffer.baseAddress else { return }
      features.write(word, of: document, to: base)
      rows.append(contentsOf: buffer)
    }
  }

  /// The label of each word; titles in front of a labelled person are none of the name.
  static func labels(of document: PeopleDocument, _ text: LabelledText) -> [PersonLabel] {
    var labels = Array(repeating: PersonLabel.outside, count: document.words.count)
    var word = 0
    for name in text.names.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      while word < labels.count, document.token(word).start < name.range.lowerBound { word += 1 }
      var end = word
      while end < labels.count, document.token(end).end <= name.range.upperBound { end += 1 }
      for inside in word..<end { labels[inside] = name.label }
      if name.label == .begin { labelPerson(word..<end, document, &labels) }
      word = max(word, end)
    }
    return labels
  }

  private static func labelPerson(
    _ name: Range<Int>, _ document: PeopleDocument, _ labels: inout [PersonLabel]
  ) {
    let start = PersonPasses.nameStart(name, document)
    for word in name {
      labels[word] = word < start ? .outside : word == start ? .begin : .inside
    }
  }
}
