/// What is no person because a place is called so.
extension PersonPasses {
  /// Whether a name is a place's by its words and those around it.
  func isPlaceName(_ name: Range<Int>) -> Bool {
    isNamedPlace(name) || isProvince(name) || isInCountry(name) || endsCity(name)
      || isMetropolis(name) || isCapitalHere(name) || isAmongCountries(name) || opensCity(name)
      || isTravelledTo(name)
  }

  /// The road to Tromso; not that sold to Davis.
  private func isTravelledTo(_ name: Range<Int>) -> Bool {
    let to = name.lowerBound - 1
    guard name.count == 1, to > 0, document.words[to].hash == toHash,
      !document.words[name.lowerBound].startsSentence,
      !document.words[name.lowerBound].has(.surname)
    else { return false }
    return rules[document.words[to - 1].hash].contains(.way)
  }

  /// Cox in `Cox's Bazar`: the beginning of a city's longer name.
  private func opensCity(_ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    let end = gazetteer.end(in: document, from: name.lowerBound, where: \.isCity)
    return end.map { $0 > name.upperBound } ?? false
  }

  /// Whether two words or more are a place's by the first or the last, behind no title: North Adams, Vera Cruz.
  func isCalledLikePlace(_ name: Range<Int>) -> Bool {
    guard name.count > 1 else { return false }
    let before = name.lowerBound - 1
    if before >= 0, !document.words[name.lowerBound].startsSentence,
      document.isTitle(before) || !rules[document.words[before].hash].isDisjoint(with: .anyOffice)
    {
      return false
    }
    return rules[document.words[name.lowerBound].hash].contains(.placeStart)
      || ends(name, .placeEnd)
  }

  /// Holland in `Denmark, Holland and Switzerland`.
  private func isAmongCountries(_ name: Range<Int>) -> Bool {
    let at = name.lowerBound
    guard name.count == 1, gazetteer.record(document.words[at].hash)?.isCountry == true else {
      return false
    }
    return [-1, 1].contains { step in
      let (joint, other) = (at + step, at + 2 * step)
      return document.words.indices.contains(other) && isSeparator(joint)
        && document.words[other].has(.country)
    }
  }

  /// Caron in "the village of Caron".
  func isPartOfTown(_ word: Int) -> Bool {
    word > 1 && document.words[word - 1].hash == ofHash
      && rules[document.words[word - 2].hash].contains(.placeKind)
  }

  /// Pctrograd: a famous place but for one letter.
  func isMisprintedPlace(_ word: Int) -> Bool {
    document.bytes(word).withUnsafeBufferPointer { text in
      var token = document.token(word)
      (token.start, token.end) = (0, Int32(text.count))
      return Misprint(gazetteer: gazetteer, text: text, isOld: isOldPaper).name(of: token) != nil
    }
  }

  /// A town behind a name: Guildhall in `Otto Hubbard of Guildhall`, with a comma too.
  func isHome(_ word: Int) -> Bool {
    guard word > 2,
      document.words[word - 1].hash == ofHash || document.words[word - 1].hash == fromHash
    else { return false }
    let before = isMark(",", word - 2) ? word - 3 : word - 2
    return labels.isPerson(before)
  }

  /// Saudi Arabia, Sao Paulo, Santo Domingo: all words of a country's, a state's or a city's name that opens
  /// with no given name, or of a capital's.
  private func isNamedPlace(_ name: Range<Int>) -> Bool {
    guard name.count > 1 else { return false }
    if gazetteer.end(in: document, from: name.lowerBound, where: \.isRegion) == name.upperBound {
      return true
    }
    let isGiven = document.words[name.lowerBound].has(.given) && !isLocated(name.lowerBound)
    let end = gazetteer.end(in: document, from: name.lowerBound) {
      isGiven ? $0.isLargeCapital : $0.isLargePlace
    }
    return end.map { $0 >= name.upperBound } ?? false
  }

  /// Vera Cruz behind "from" or "in".
  func isLocated(_ at: Int) -> Bool {
    guard at > 0, !document.words[at].startsSentence else { return false }
    let before = document.words[at - 1]
    return before.has(.locative) || before.hash == fromHash
  }

  /// Sofia, though girls are called so, where it is a place somewhere in the article.
  private func isCapitalHere(_ name: Range<Int>) -> Bool {
    let word = document.words[name.lowerBound]
    guard name.count == 1, word.evidence.contains(.located),
      let record = gazetteer.record(word.hash)
    else { return false }
    return record.isLargeCapital || record.isMillionCity && !word.has(.given)
  }

  /// Sierra Leone though girls are called Sierra, Jan Mayen in `Svalbard and Jan Mayen`, Ceylon.
  private func isInCountry(_ name: Range<Int>) -> Bool {
    starts(around: name).contains { start in
      let end = gazetteer.end(in: document, from: start, where: \.namesCountry)
      guard let end, end >= name.upperBound else { return false }
      return end > start + 1 || !document.words[start].has(.given)
    }
  }

  /// De Janeiro in Rio de Janeiro, Luis Potosi in San Luis Potosi: the end of a city's longer name, which
  /// opens with no office.
  private func endsCity(_ name: Range<Int>) -> Bool {
    starts(around: name).dropLast().contains { start in
      let end = gazetteer.end(in: document, from: start, where: \.isCity)
      return end == name.upperBound
        && rules[document.words[start].hash].isDisjoint(with: .anyOffice)
    }
  }

  /// Abu Dhabi: any place of the gazetteer is called so, or by more words.
  func isCalledAsPlace(_ name: Range<Int>) -> Bool {
    gazetteer.end(in: document, from: name.lowerBound, where: \.isPlace)
      .map { $0 >= name.upperBound } ?? false
  }

  /// Any place of the gazetteer that opens a line before a day or an agency: `SANTO DOMINGO, Aug. 15`, `CHARLOTTE
  /// AMALIE (AP)`.
  func isDateline(_ name: Range<Int>) -> Bool {
    starts(around: name).contains { start in
      guard document.words[start].traits.contains(.lineStart), !followsInitial(start) else {
        return false
      }
      let end = gazetteer.end(in: document, from: start, where: \.isPlace)
      return end.map { $0 >= name.upperBound && followsCity($0) } ?? false
    }
  }

  /// Where a longer name may begin that ends in this one, and its own beginning.
  private func starts(around name: Range<Int>) -> ClosedRange<Int> {
    max(0, name.lowerBound - 3)...name.lowerBound
  }

  /// A day behind a comma or what OCR made of it, or an agency in brackets and a dash.
  private func followsCity(_ at: Int) -> Bool {
    guard at + 2 < document.words.count else { return false }
    let (next, after) = (document.words[at + 1], document.words[at + 2])
    if isMark("(", at) { return next.isCapitalised && isDash(behindBracketOf: at) }
    guard isMark(",", at) || isMark(".", at) else { return false }
    return next.has(.calendar) && after.kind == .number
      || next.kind == .number && after.has(.calendar)
  }

  /// Davis in `Emmett S.` / `Davis, 5 September 1953`: a name goes on over the line's end.
  private func followsInitial(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let last = isMark(".", at - 1) ? max(at - 2, 0) : at - 1
    return document.words[last].traits.contains(.initial)
  }

  private func isDash(behindBracketOf open: Int) -> Bool {
    guard let close = (open + 2...open + 4).first(where: { isMark(")", $0) }) else { return false }
    return ["-", "–", "—", ":"].contains { isMark($0, close + 1) }
  }

  /// Lviv: a city of a hundred thousand, or one of old, whose name nobody bears.
  private func isMetropolis(_ name: Range<Int>) -> Bool {
    let word = document.words[name.lowerBound]
    guard name.count == 1, !word.has(.given), !word.has(.surname) else { return false }
    guard let record = gazetteer.record(word.hash) else { return false }
    if record.isLargePlace { return true }
    return !rules.knowsPerson(word.hash) && (record.isCity || record.isProvince)
      && (word.has(.place) || word.record.traits.isEmpty)
  }

  /// Alberta, though women are called so: alone behind "in" somewhere in the article, or here behind "of" or a
  /// town's comma.
  private func isProvince(_ name: Range<Int>) -> Bool {
    let (word, before) = (document.words[name.lowerBound], name.lowerBound - 1)
    guard name.count == 1, !word.has(.surname), gazetteer.record(word.hash)?.hasMajorSense == true
    else { return false }
    return word.evidence.contains(.located)
      || before > 0 && !word.startsSentence
        && (document.words[before].hash == ofHash
          || isMark(",", before) && document.words[before - 1].isName)
  }

  /// Whether a state is named behind a comma, or behind the stop that OCR made of it.
  func precedesState(_ name: Range<Int>) -> Bool {
    let mark = name.upperBound
    guard mark + 1 < document.words.count, isMark(",", mark) || isMark(".", mark) else {
      return false
    }
    // What OCR makes of Ill.
    if document.bytes(mark + 1).elementsEqual("111".utf8) { return isMark(".", mark + 2) }
    return gazetteer.end(in: document, from: mark + 1, where: \.isState) != nil
  }

  /// A town that opens its line, with a date behind: `Moose Jaw, Sask., Sept. 29`.
  func opensDateline(_ name: Range<Int>) -> Bool {
    let end = min(name.upperBound + 6, document.words.count)
    return name.count < 4 && document.words[name.lowerBound].traits.contains(.lineStart)
      && (name.upperBound..<end).contains { document.words[$0].has(.calendar) }
  }
}

@inline(__always) private var fromHash: UInt64 { TokenHash.word("from") }
@inline(__always) private var toHash: UInt64 { TokenHash.word("to") }

extension CountryGazetteer {
  /// The word behind the longest name that begins at a capitalised word and is what is asked for.
  fileprivate func end(
    in document: PeopleDocument, from start: Int, where isMeant: (Record) -> Bool
  ) -> Int? {
    var key = document.words[start].hash
    guard document.words[start].isName, var record = record(key) else { return nil }
    var (at, end): (Int, Int?) = (start + 1, nil)
    while true {
      if isMeant(record) { end = at }
      guard record.flags.contains(.prefix), at < document.words.count else { return end }
      key = Self.extend(key, document.words[at].hash)
      guard let longer = self.record(key) else { return end }
      record = longer
      at += 1
    }
  }
}

extension CountryGazetteer.Record {
  /// A country, a state, or a city of a million.
  fileprivate var isLargePlace: Bool {
    (0..<count).contains {
      self[$0].isMajor || self[$0].kind == .capital
        || self[$0].kind == .city && self[$0].weight >= 180
        || self[$0].kind == .formerPlace && self[$0].weight >= 180
    }
  }

  /// As well known as a city of a million: Mato Grosso.
  fileprivate var isRegion: Bool {
    (0..<count).contains { self[$0].kind.isPlace && self[$0].weight >= 180 }
  }

  fileprivate var isLargeCapital: Bool {
    (0..<count).contains { self[$0].kind == .capital && self[$0].weight >= 165 }
  }

  /// A province of a hundred thousand.
  fileprivate var isProvince: Bool {
    (0..<count).contains { self[$0].kind == .region && self[$0].weight >= 150 }
  }

  fileprivate var isMillionCity: Bool {
    (0..<count).contains { self[$0].kind == .city && self[$0].weight >= 180 }
  }

  /// A city of a hundred thousand.
  fileprivate var isCity: Bool {
    (0..<count).contains {
      self[$0].kind == .capital || self[$0].kind == .city && self[$0].weight >= 150
    }
  }

  fileprivate var isCountry: Bool { (0..<count).contains { self[$0].kind == .country } }

  fileprivate var isPlace: Bool { (0..<count).contains { self[$0].kind.isPlace } }

  fileprivate var isState: Bool {
    (0..<count).contains { self[$0].kind == .abbreviatedState || self[$0].isMajor }
  }
}
