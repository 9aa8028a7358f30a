/// How the words of one sentence are capitalised.
struct SentenceCasing {
  /// The sentence's first word.
  let start: Int
  private(set) var words = 0
  private(set) var capitalised = 0
  private var capitals = 0

  init(start: Int) {
    self.start = start
  }

  @inline(__always)
  mutating func add(_ word: PeopleWord) {
    // Without a jump, since no word foretells the next.
    let isName = word.isName ? 1 : 0
    words &+= word.kind == .word ? 1 : 0
    capitalised &+= isName
    capitals &+= word.traits.isDisjoint(with: [.allCaps, .initial]) ? 0 : isName
  }

  /// ``PeopleWord/capitalLevel``: two thirds of the words in capitals make a sentence in capitals.
  var level: UInt8 {
    if capitals * 3 >= words * 2, capitals >= 2 { return 2 }
    return capitalised * 4 >= words * 3 && words >= 4 ? 1 : 0
  }
}

/// How a document is capitalised, summed over its sentences.
struct DocumentCasing {
  private var tokens = 0
  private var words = 0
  private var capitalised = 0
  /// Tokens of sentences in capitals.
  private(set) var wordsInCapitals = 0

  mutating func add(_ sentence: SentenceCasing, length: Int) {
    tokens += length
    words += sentence.words
    capitalised += sentence.capitalised
    if sentence.level == 2 { wordsInCapitals += length }
  }

  /// 20 tokens or more with less than 1 capitalised word in 50: feeds and transcripts.
  var isLost: Bool { tokens >= 20 && capitalised * 50 < words }

  /// Two thirds of the document or more are sentences in capitals.
  var isInCapitals: Bool { wordsInCapitals * 3 >= tokens * 2 }
}
