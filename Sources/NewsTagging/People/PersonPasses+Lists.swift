/// Lists of names: squads, scorecards, signatories.
extension PersonPasses {
  /// Of three runs of capitalised words or more with only commas, numbers, brackets, line ends
  /// and the like between them, countries and known places aside, three fifths of them persons,
  /// the others are likely persons too.
  mutating func completeLists() {
    var list: [Range<Int>] = []
    var end = 0
    for word in document.capitalised where word >= end {
      if !list.isEmpty, !separate(end..<word) {
        complete(list)
        list.removeAll(keepingCapacity: true)
      }
      end = min(word + Int(document.words[word].runLength), document.words.count)
      if !isPlace(word..<end) { list.append(word..<end) }
    }
    complete(list)
  }

  private func isPlace(_ run: Range<Int>) -> Bool {
    for word in run {
      if labels.isPerson(word) { return false }
      let isKnown = document.words[word].has([.country, .nationality])
      if !isKnown, labels[word] != .place { return false }
    }
    return true
  }

  /// Whether nothing but marks, numbers, connectors and the shortest words stands between names.
  private func separate(_ words: Range<Int>) -> Bool {
    for word in words where document.words[word].kind == .word {
      let isShort = document.token(word).range.count < 3
      if !isShort, !document.record(word).traits.contains(.connector) { return false }
    }
    return true
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
      if likely, !known { labels.mark(run, by: .nameList) }
    }
  }
}
