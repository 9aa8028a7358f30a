internal import QueryLanguage
internal import SearchModel
internal import Tokenizing

/// All words first, then an average word's weight.
extension QueryExecution {
  /// Articles with every word that are enough.
  private static let enough = 10
  /// Unknown words of a query that are looked at: each takes a walk over the vocabulary.
  private static let mostCorrected = 4
  /// Letters of a name that is told by its sound.
  private static let namesBySound = 5...32

  /// What a pass over the index comes to.
  private enum Pass {
    case answer(Ranked)
    /// The articles that hold every word.
    case few([Candidate])
    /// Words that no article has.
    case unknown([Term])
  }

  /// The articles that hold every word; where they are few, with those behind them that hold some of
  /// the words' weight.
  ///
  /// Words that no article has are searched as what they are clearly meant for.
  ///
  /// Two passes, over the words together, then over each of them; as many again where words were
  /// corrected.
  func bestResults(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    switch try withPrepared(wholePass) {
    case .answer(let ranked): try explained(show(ranked, receive))
    case .few(let whole):
      try QueryExecution(
        request: request, state: state, filters: filters, whole: whole, corrected: corrected,
        didYouMean: didYouMean, language: language, variantMemory: variantMemory
      ).partialResults(receive)
    case .unknown(let terms):
      if let corrected = try correcting(terms) {
        try corrected.bestResults(receive)
      } else {
        try explained(plainResults(receive))
      }
    }
  }

  /// Whether there are words that may be missing one by one.
  var canBePartial: Bool {
    request.match == .best && request.wantsPartial && request.query.clauseCount > 1
  }

  private func wholePass(_ query: PreparedQuery) throws -> Pass {
    let evaluation = try evaluate(query)
    if evaluation.total < Self.enough, canBePartial {
      evaluation.counts?.giveBack()
      return .few(evaluation.top)
    }
    let unknown = try evaluation.total == 0 ? unknownWords(query) : []
    guard unknown.isEmpty else {
      evaluation.counts?.giveBack()
      return .unknown(unknown)
    }
    return .answer(try answer(query, evaluation))
  }

  /// The answer with those that hold some of the words behind ``whole``.
  private func partialResults(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    let whole = whole?.count ?? 0
    let pass = try withPrepared { query -> Pass in
      let unknown = try whole == 0 ? unknownWords(query) : []
      return unknown.isEmpty ? .answer(try answer(query, evaluate(query))) : .unknown(unknown)
    }
    if case .unknown(let terms) = pass, let corrected = try correcting(terms) {
      return try corrected.bestResults(receive)
    }
    var results =
      if case .answer(let ranked) = pass {
        try show(ranked, receive)
      } else {
        try plainResults(receive)
      }
    results.totalPartial = results.total - whole
    results.totalStories = try storiesOfWhole()
    results.total = whole
    results.isTotalExact = true
    return try explained(results)
  }

  /// The stories of the articles that hold every word; nil unless stories are counted.
  private func storiesOfWhole() throws -> Int? {
    guard request.countsStories else { return nil }
    let (counter, columns) = (StoryCounter(), ColumnReader(state.reader.columns))
    for candidate in whole ?? [] { try counter.count(row: candidate.row, in: columns) }
    return counter.total
  }

  // MARK: - Words that no article has

  /// Where nothing matches, words are not read to their ends: those that seem to be in no article are
  /// looked up.
  private func unknownWords(_ query: PreparedQuery) throws -> [Term] {
    guard corrected.isEmpty else { return [] }
    let terms = query.plan.terms
    return try request.query.correctableTerms.filter { term in
      try terms.indices.contains {
        try terms[$0].text == term.text && query.postings.articles(of: $0) == 0
          && !query.plan.widened.contains($0) && !vocabulary.has(terms[$0])
      }
    }
  }

  /// The same with what the words are clearly meant for; nil where none is clear.
  private func correcting(_ terms: [Term]) throws -> QueryExecution? {
    var request = request
    var words: [CorrectedWord] = []
    for term in terms.prefix(Self.mostCorrected) {
      if let meant = try meaning(of: term) {
        request.query = request.query.replacing(term, by: meant)
        words.append(CorrectedWord(typed: term.text, searched: meant))
      } else if request.query.lastTerm == term, try isBeginning(term.text) {
        request.query = request.query.continuingLast
        words.append(CorrectedWord(typed: term.text, searched: term.text + "*"))
      }
    }
    guard !words.isEmpty else { return nil }
    return try QueryExecution(
      request: request, state: state, filters: filters, corrected: words, didYouMean: didYouMean,
      language: language)
  }

  /// Letters from which on a word that is still being typed says what it may become.
  private static let shortestBeginning = 3

  /// Whether words of the index begin so; of an unknown word at the end, which one may be typing.
  private func isBeginning(_ text: String) throws -> Bool {
    let terms = Tokenizer().terms(in: text)
    guard terms.count == 1, terms[0].unicodeScalars.count >= Self.shortestBeginning else {
      return false
    }
    return try !endsSentence(text) && hitVocabulary.knownForms(of: terms[0]).isEmpty
      && vocabulary.hasTerms(withPrefix: terms[0])
  }

  /// Behind a full stop or a question mark nobody types on.
  private func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { !$0.properties.isAlphabetic && !$0.properties.isDiacritic }
      ?? true
  }

  /// Nil for a word whose forms some articles have in the language of most.
  private func meaning(of term: Term) throws -> String? {
    let terms = Tokenizer().terms(in: term.text)
    guard terms.count == 1, !StopWords.isInAnyLanguage(terms[0]),
      try hitVocabulary.knownForms(of: terms[0]).isEmpty
    else { return nil }
    let meant = try didYouMean.meaning(of: terms[0], stem: vocabulary.stem) { word in
      var other = request
      other.query = request.query.replacing(term, by: word)
      return try total(of: other)
    }
    return try meant ?? nameSounding(like: terms[0])
  }

  /// The one family name among the index's people that sounds like a word, or that is met far more
  /// often than the next: `kadafi` for Gaddafi.
  private func nameSounding(like word: String) throws -> String? {
    guard Self.namesBySound.contains(word.unicodeScalars.count) else { return nil }
    let names = try filters.familyNames(soundingLike: word)
    guard let first = names.first, first.articles > 0 else { return nil }
    let next = names.dropFirst().first?.articles ?? 0
    guard first.articles >= 3 * next else { return nil }
    return try vocabulary.has([first.name]) ? first.name : nil
  }
}

extension CorrectedWord {
  /// What is told first.
  var note: String { "searched for “\(searched)”; “\(typed)”: 0 articles" }
}
