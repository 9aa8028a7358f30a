/// Finds the best labels of a document's chains and how likely each word is part of a person's name.
///
/// The rows of many words are written before the weights of the first are read: these mostly miss the cache, and
/// the misses of several words wait together where nothing else stands between.
struct ChainDecoder {
  private let model: PersonModel
  private let features: PersonFeatures
  /// The chains at hand, and how many words they have.
  private var chains: [Range<Int>] = []
  private var words = 0
  /// From so many words on the chains at hand are decoded.
  private static let enough = 64

  init(_ model: PersonModel) {
    self.model = model
    features = PersonFeatures(rowBits: model.rowBits)
    chains.reserveCapacity(Self.enough)
  }

  /// What speaks for a person's name in informal texts beyond the model, which, true to the odds,
  /// leaves out three of five there: worth more found than some found wrongly.
  private static let informalBias: Float = 1

  /// Writes labels and P(person) of all words in chains.
  mutating func decode(_ document: PeopleDocument, into labels: inout PersonLabels) {
    for chain in Chains(document) {
      assert(!chain.isEmpty && chain.upperBound <= document.words.count, "a chain of no words")
      chains.append(chain)
      words += chain.count
      if words >= Self.enough { decodeChains(of: document, into: &labels) }
    }
    if words > 0 { decodeChains(of: document, into: &labels) }
  }

  private mutating func decodeChains(
    of document: PeopleDocument, into labels: inout PersonLabels
  ) {
    let bias = document.isInformal ? Self.informalBias : 0
    withUnsafeTemporaryAllocation(of: ChainStep.self, capacity: words) { steps in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: words * PersonFeatures.count) {
        guard let rows = $0.baseAddress else { return }
        writeRows(of: document, to: rows)
        for word in 0..<words {
          steps.initializeElement(at: word, to: step(rows + word * PersonFeatures.count, bias))
        }
      }
      decode(steps, into: &labels)
    }
    chains.removeAll(keepingCapacity: true)
    words = 0
  }

  /// Writes the rows of each word at hand, chain after chain.
  private func writeRows(of document: PeopleDocument, to rows: UnsafeMutablePointer<UInt32>) {
    var next = rows
    for chain in chains {
      for word in chain {
        features.write(word, of: document, to: next)
        next += PersonFeatures.count
      }
    }
  }

  @inline(__always)
  private func step(_ rows: UnsafePointer<UInt32>, _ bias: Float) -> ChainStep {
    let sum = model.emission(rows, PersonFeatures.count)
    return ChainStep(emission: SIMD8(0, sum[0] + bias, sum[1] + bias, sum[2], sum[3], 0, 0, 0))
  }

  /// - Parameter steps: one a word at hand, scored.
  private func decode(
    _ steps: UnsafeMutableBufferPointer<ChainStep>, into labels: inout PersonLabels
  ) {
    labels.withModelsView { labels, person in
      var start = 0
      for chain in chains {
        let end = start + chain.count
        let lattice = ChainLattice(
          model: model, steps: UnsafeMutableBufferPointer(rebasing: steps[start..<end]))
        lattice.follow(UnsafeMutableBufferPointer(rebasing: labels[chain]))
        lattice.weigh(UnsafeMutableBufferPointer(rebasing: person[chain]))
        start = end
      }
    }
  }
}
