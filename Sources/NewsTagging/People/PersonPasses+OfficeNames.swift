/// Where a name ends behind an office: Gen. John J. Pershing said.
extension PersonPasses {
  /// Over initials and up to three words that belong to the name.
  func endOfBearer(from first: Int) -> Int {
    var surname = first
    while surname < document.words.count, isInitial(surname),
      surname == first || !document.words[surname].startsSentence
    {
      surname += 1
    }
    var end = surname
    while end < document.words.count, end - surname < 3,
      end == first || goesOn(end, from: surname)
    {
      end += 1
    }
    return end
  }

  private func isInitial(_ at: Int) -> Bool {
    document.words[at].isName && document.words[at].traits.contains(.initial)
  }

  /// Behind a given name, or a word that no list has, a surname or another unknown word goes on.
  private func goesOn(_ at: Int, from first: Int) -> Bool {
    let word = document.words[at]
    if at == first + 1, isSurnameInCapitals(at) { return true }
    guard word.isName, !word.startsSentence else { return false }
    if labels.isPerson(at) || at == first || at == first + 1 && closesName(at, behind: first) {
      return true
    }
    let opening = document.words[first]
    return (opening.has(.given) || !opening.has(.surname))
      && (word.has(.surname) || isUnknown(word) || opening.has(.given) && word.has(.given))
      && !isCommon(word) && !word.has(Self.otherThings)
      && rules[word.hash].isDisjoint(with: [.noName, .verb])
      && !(word.capitalLevel > 0 && isVerb(at))
  }

  /// Buff in `Mrs. Will Buff of`: in a sentence the one capitalised word behind a given name, whatever it means.
  func closesName(_ at: Int, behind given: Int) -> Bool {
    let (word, next) = (document.words[at], at + 1)
    return document.words[given].has(.given) && word.capitalLevel == 0
      && document.token(at).range.count > 2 && !word.has(Self.otherThings)
      && rules[word.hash].isDisjoint(with: [.noName, .verb])
      && FunctionWords.shared[word.hash] == 0
      && (next == document.words.count || !document.words[next].isName
        || document.words[next].startsSentence)
  }

  /// Small in `DR. ANNA SMALL` alone in its line, which has lost its capitals to what it means.
  private func isSurnameInCapitals(_ at: Int) -> Bool {
    let (word, next) = (document.words[at], at + 1)
    return word.kind == .word && word.capitalLevel == 2 && !word.startsSentence && !word.isName
      && isPlainlyGiven(at - 1)
      && document.token(at).traits.contains(.allCaps)
      && document.token(at).range.count > 2
      && word.traits.isDisjoint(with: [.lineStart, .hasDigit])
      && rules[word.hash].isDisjoint(with: [.noName, .verb])
      && FunctionWords.shared[word.hash] == 0
      && (next == document.words.count || document.words[next].traits.contains(.lineStart))
  }

  /// Anna, who is nobody's surname, and not behind Queen.
  private func isPlainlyGiven(_ at: Int) -> Bool {
    GivenNames.shared.contains(document.words[at].hash)
      && (at == 0 || !rules[document.words[at - 1].hash].contains(.royal))
  }

  /// Whether no rule speaks of a word, nor a firm or another body is known by it.
  func isNoRule(_ word: PeopleWord) -> Bool {
    rules[word.hash].isEmpty && rules.known(word.hash).isEmpty
  }

  func isUnknown(_ word: PeopleWord) -> Bool {
    word.record.traits.isEmpty && word.record.capitalisation < 6
  }

  /// In no list of other things, and hardly ever in small letters.
  func isOnlyName(_ word: PeopleWord) -> Bool {
    word.record.traits.isEmpty && word.record.capitalisation % 5 == 0
  }
}
