/// The labels of a document's words, as the model gave them and the passes mend them.
struct PersonLabels {
  private(set) var labels: [PersonLabel]
  /// P(person) of each word by the model.
  var person: [Float]

  init(_ document: PeopleDocument) {
    labels = Array(repeating: .outside, count: document.words.count)
    person = Array(repeating: 0, count: document.words.count)
  }

  subscript(word: Int) -> PersonLabel {
    get { labels[word] }
    set { labels[word] = newValue }
  }

  func isPerson(_ word: Int) -> Bool {
    labels[word] == .begin || labels[word] == .inside
  }

  /// The names in text order.
  var names: [Range<Int>] {
    var names: [Range<Int>] = []
    var word = 0
    while word < labels.count {
      if isPerson(word) {
        let end = nameEnd(from: word)
        names.append(word..<end)
        word = end
      } else {
        word += 1
      }
    }
    return names
  }

  func nameEnd(from start: Int) -> Int {
    var end = start + 1
    while end < labels.count, labels[end] == .inside { end += 1 }
    return end
  }

  mutating func mark(_ name: Range<Int>) {
    if name.upperBound < labels.count, labels[name.upperBound] == .inside {
      labels[name.upperBound] = .begin
    }
    for word in name { labels[word] = word == name.lowerBound ? .begin : .inside }
  }

  mutating func clear(_ name: Range<Int>) {
    for word in name { labels[word] = .outside }
  }
}
