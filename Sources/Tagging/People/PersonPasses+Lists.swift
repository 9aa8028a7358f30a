/// Lists of names: squads, scorecards, signatories.
extension PersonPasses {
  /// In a sentence of three runs of capitalised words or more with only commas, numbers, brackets
  /// and the like between them, three fifths of them persons, the others are likely persons too.
  mutating func completeLists() {
    var start = 0
    while start < document.words.count {
      var end = start + 1
      while end < document.words.count, !document.words[end].startsSentence { end += 1 }
      if end - start > 4 { completeLists(start..<end) }
      start = end
    }
  }

  private mutating func completeLists(_ sentence: Range<Int>) {
    var list: [Range<Int>] = []
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      let length = Int(document.words[word].runLength)
      if length > 0 {
        list.append(word..<min(word + length, sentence.upperBound))
        word += length
      } else {
        if !separates(word) {
          complete(list)
          list = []
        }
        word += 1
      }
    }
    complete(list)
  }

  private func separates(_ word: Int) -> Bool {
    let at = document.words[word]
    switch at.kind {
    case .number, .punctuation: return true
    case .word: return document.bytes(word).count < 3 || at.has(.connector)
    }
  }

  private mutating func complete(_ list: [Range<Int>]) {
    guard list.count >= 3 else { return }
    let persons = list.count { $0.contains { labels.isPerson($0) } }
    guard persons * 5 >= list.count * 3 else { return }
    for run in list where (2...3).contains(run.count) && !run.contains(where: labels.isPerson) {
      let likely = run.contains { labels.person[$0] >= 0.02 }
      let known = run.contains {
        document.words[$0].has([.organisation, .facility, .country, .nationality, .calendar])
      }
      if likely, !known { labels.mark(run) }
    }
  }
}
