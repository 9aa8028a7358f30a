internal import ArticleModel
internal import IndexData

/// Finds where persons are named: the sequence model and the document passes around it.
package struct PersonFinder: Sendable {
  let lexicon: Lexicon?
  private let model: PersonModel?
  private let ocrModel: PersonModel?

  /// With the lexicon and models that ship in `index/models`.
  package init() {
    self.init(lexicon: .shipped, model: .shipped, ocrModel: .shippedForOCR)
  }

  /// - Parameter ocrModel: for texts that OCR damaged; nil where `model` reads them, too.
  package init(lexicon: Lexicon?, model: PersonModel?, ocrModel: PersonModel? = nil) {
    self.lexicon = lexicon
    self.model = model
    self.ocrModel = ocrModel
  }

  /// Spans in text order, title before body, never overlapping.
  package func spans(in article: ArticleTokens) -> [PersonSpan] { found(in: article).spans }

  /// What an article says of persons.
  struct Found {
    var spans: [PersonSpan] = []
    /// Those of ``PersonPasses/faintNames(beside:)``.
    var faint: [PersonSpan] = []
    /// How many of the article's words are known.
    var legibility = Legibility()
  }

  func found(in article: ArticleTokens) -> Found {
    guard let lexicon else { return Found() }
    let document = PeopleDocument(article, lexicon: lexicon)
    guard var passes = passes(over: document) else { return Found() }
    var found = Found(legibility: document.legibility)
    let names = passes.labels.names
    found.spans = names.map { span(of: $0, passes.labels, document) }
    for name in passes.faintNames(beside: names) {
      passes.labels.mark(name, by: .archive)
      found.faint.append(span(of: name, passes.labels, document))
    }
    return found
  }

  /// The label of each word, after the passes; what a new model may learn from.
  package func labels(of document: PeopleDocument) -> [PersonLabel] {
    passes(over: document)?.labels.labels ?? []
  }

  /// The passes, run; nil without a model.
  func passes(over document: PeopleDocument) -> PersonPasses? {
    guard let model = model(for: document) else { return nil }
    var passes = PersonPasses(document)
    var decoder = ChainDecoder(model)
    decoder.decode(document, into: &passes.labels)
    passes.run()
    return passes
  }

  private func model(for document: PeopleDocument) -> PersonModel? {
    document.isDamaged ? ocrModel ?? model : model
  }

  func span(
    of name: Range<Int>, _ labels: PersonLabels, _ document: PeopleDocument
  ) -> PersonSpan {
    let isTitle = name.lowerBound < document.titleCount
    let shift = isTitle ? 0 : document.titleCount
    let first = document.token(name.lowerBound)
    let last = document.token(name.upperBound - 1)
    let pass = labels.pass(of: name)
    return PersonSpan(
      field: isTitle ? .title : .body,
      tokens: name.lowerBound - shift..<name.upperBound - shift,
      range: Int(first.start)..<Int(last.end), rule: pass?.rawValue ?? "model",
      score: pass == nil ? Self.score(of: name, labels) : nil)
  }

  /// The mean probability of the words.
  static func score(of name: Range<Int>, _ labels: PersonLabels) -> Double {
    var sum: Float = 0
    for word in name { sum += labels.person[word] }
    return Double(sum / Float(name.count))
  }
}

extension Lexicon {
  /// The lexicon in `index/models`.
  package static let shipped = Lexicon(
    UnsafeRawBufferPointer(
      start: wsearch_people_lexicon(), count: wsearch_people_lexicon_size()))
}

extension PersonModel {
  /// The model in `index/models`.
  package static let shipped = PersonModel(
    UnsafeRawBufferPointer(start: wsearch_people_model(), count: wsearch_people_model_size()))
  /// The one for texts that OCR damaged.
  package static let shippedForOCR = PersonModel(
    UnsafeRawBufferPointer(
      start: wsearch_people_ocr_model(), count: wsearch_people_ocr_model_size()))
}
