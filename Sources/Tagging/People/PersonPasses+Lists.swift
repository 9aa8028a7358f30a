/// Lists of names: squads, scorecards, signatories.
extension PersonPasses {
  /// Of three runs of capitalised words or more with only commas, numbers, brackets, line ends
  /// and the like between them, countries and known places aside, three fifths of them persons,
  /// the others are likely persons too.
  mutating func completeLists() {
    var list: [Range<Int>] = []
    var word = 0
    while word < document.words.count {
      let length = Int(document.words[word].runLength)
      if length > 0 {
        let run = word..<min(word + length, document.words.count)
        if !isPlace(run) { list.append(run) }
        word = run.upperBound
      } else {
        if !separates(word) {
          complete(list)
          list.removeAll(keepingCapacity: true)
        }
        word += 1
      }
    }
    complete(list)
  }

  private func isPlace(_ run: Range<Int>) -> Bool {
    !run.contains(where: labels.isPerson)
      && run.allSatisfy {
        document.words[$0].has([.country, .nationality]) || labels[$0] == .place
      }
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
