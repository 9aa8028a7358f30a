/// Names whose hyphen stands apart: `Nouri al - Tarwani`, as tokenised texts and some feeds write.
extension PersonPasses {
  /// An Arabic article, a hyphen between spaces and a capitalised word belong to one name, where
  /// one of the words beside them is a person's.
  mutating func joinDetached() {
    for word in document.capitalised where word > 1 && isDetachedHyphen(word - 1) {
      let article = word - 2
      guard arabicArticles.contains(document.words[article].hash),
        !document.words[word].startsSentence
      else { continue }
      let start = startOfArabicName(article)
      guard
        start < article || labels.isPerson(article) || labels.isPerson(word)
          || isBehindOffice(article)
      else { continue }
      var end = word + 1
      while end < document.words.count, labels[end] == .inside { end += 1 }
      labels.mark(start..<end)
    }
  }

  /// Prime Minister Al - Tarwani.
  private func isBehindOffice(_ at: Int) -> Bool {
    at > 0 && !document.words[at].startsSentence && document.words[at - 1].isName
      && !rules[document.words[at - 1].hash].isDisjoint(with: .anyOffice)
  }

  private func isDetachedHyphen(_ at: Int) -> Bool {
    isMark("-", at) && document.token(at).traits.contains(.spaceBefore)
      && document.token(at + 1).traits.contains(.spaceBefore)
  }

  /// Where the name before an article begins, the article where none is.
  private func startOfArabicName(_ article: Int) -> Int {
    var start = article
    guard start > 0, labels.isPerson(start - 1), labels[start] != .begin,
      !document.words[start].startsSentence
    else { return article }
    start -= 1
    while start > 0, labels[start] == .inside { start -= 1 }
    return start
  }
}

/// What stands before an Arabic family name, with a hyphen: al-Sabah, ash-Sharif.
let arabicArticles = TokenSet("al el ul as ad ar an az ash at ud bin ibn")
