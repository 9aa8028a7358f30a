/// Parties, parliaments and other bodies whose words no list has, told by what the article says of them.
extension PersonPasses {
  /// Drops names without a given name that stand behind "the" or before their own initials anywhere in the
  /// article: the Haldwicko Tarling, Haldwicko Tarling ( HT ).
  ///
  /// - Parameter names: all there are.
  /// - Returns: those that are left.
  mutating func withoutBodies(_ names: [Range<Int>]) -> [Range<Int>] {
    let likely = names.filter { $0.count > 1 && !labels.isBearer($0) && hasNoGivenName($0) }
    guard !likely.isEmpty else { return names }
    var bodies = WordTable(words: likely.count, blank: Body.unknown)
    for name in likely {
      let isBody = followsThe(name.lowerBound) || precedesInitials(name)
      if isBody || bodies[key(of: name)] == .unknown {
        bodies[key(of: name)] = isBody ? .told : .possible
      }
    }
    for word in document.capitalised where followsThe(word) && word + 1 < document.words.count {
      bodies.update(key(of: word..<word + 2)) { $0 = .told }
    }
    var isChanged = false
    for name in likely where bodies[key(of: name)] == .told {
      labels.clear(name, by: .thing)
      isChanged = true
    }
    return isChanged ? labels.names : names
  }

  private enum Body { case unknown, possible, told }

  private func key(of name: Range<Int>) -> UInt64 {
    Lexicon.pair(
      document.words[name.lowerBound].hash, document.words[name.upperBound - 1].hash)
  }

  /// In ordinary case, since a headline leaves articles out.
  private func hasNoGivenName(_ name: Range<Int>) -> Bool {
    name.allSatisfy { at in
      let word = document.words[at]
      return word.capitalLevel == 0 && !word.has(.given) && !word.traits.contains(.initial)
    }
  }

  private func followsThe(_ at: Int) -> Bool {
    at > 0 && !document.words[at].startsSentence && document.words[at - 1].hash == theHash
  }

  /// Whether brackets behind a name hold the first letters of its words.
  private func precedesInitials(_ name: Range<Int>) -> Bool {
    let short = name.upperBound + 1
    guard isMark("(", name.upperBound), isMark(")", short + 1),
      document.words[short].traits.contains(.allCaps)
    else { return false }
    let letters = document.bytes(short)
    let initials = name.compactMap { at in
      document.words[at].isCapitalised ? document.bytes(at).first : nil
    }
    return letters.count >= 2 && letters.elementsEqual(initials)
  }
}
