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
  /// The rows of each word at hand, chain after chain.
  private var rows: [UInt32] = []
  /// One a word at hand.
  private var steps: [ChainStep] = []

  /// From so many words on the chains at hand are decoded.
  private static let enough = 64
  /// More have only documents with chains as long as no sentence is; most have fewer, and need no more room.
  private static let usualRoom = 80

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
    makeRoom()
    writeRows(of: document)
    score(bias: document.isInformal ? Self.informalBias : 0)
    decodeScored(into: &labels)
    chains.removeAll(keepingCapacity: true)
    words = 0
  }

  private mutating func makeRoom() {
    guard steps.count < words else { return }
    let room = words < Self.enough ? words : max(words, Self.usualRoom)
    steps = Array(repeating: ChainStep(), count: room)
    rows = Array(repeating: 0, count: room * PersonFeatures.count)
  }

  private mutating func writeRows(of document: PeopleDocument) {
    rows.withUnsafeMutableBufferPointer { rows in
      guard var next = rows.baseAddress else { return }
      for chain in chains {
        for word in chain {
          features.write(word, of: document, to: next)
          next += PersonFeatures.count
        }
      }
    }
  }

  private mutating func score(bias: Float) {
    rows.withUnsafeBufferPointer { rows in
      guard var next = rows.baseAddress else { return }
      steps.withUnsafeMutableBufferPointer { steps in
        for word in 0..<words {
          let sum = model.emission(next, PersonFeatures.count)
          steps[word].emission = SIMD8(0, sum[0] + bias, sum[1] + bias, sum[2], sum[3], 0, 0, 0)
          next += PersonFeatures.count
        }
      }
    }
  }

  private mutating func decodeScored(into labels: inout PersonLabels) {
    steps.withUnsafeMutableBufferPointer { steps in
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
}
