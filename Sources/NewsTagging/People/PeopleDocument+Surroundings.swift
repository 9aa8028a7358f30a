/// What words beside a name, or within it, say of it: titles, firms, headlines, datelines.
extension PeopleDocument {
  /// Resigns in "KOEHLER RESIGNS": a verb that a headline capitalises.
  func isHeadlineVerb(_ at: Int) -> Bool {
    guard words[at].capitalLevel > 0 else { return false }
    let kinds = rules[words[at].hash]
    return kinds.contains(.verb) || kinds.contains(.modal) && isModal(at)
  }

  /// Will in Wilson Will Send: behind a surname, before a word that is mostly small and no verb of a surname
  /// (Brian May Plays).
  private func isModal(_ at: Int) -> Bool {
    let next = at + 1
    guard at > 0, words[at - 1].has(.surname), next < words.count, words[next].kind == .word,
      !words[next].startsSentence, words[next].record.isCommonInLowerCase
    else { return false }
    let end = bytes(next).suffix(2).map { $0 | 0x20 }
    return end.last != UInt8(ascii: "s") && end != Array("ed".utf8)
  }

  /// A word that stands before names, with so many more words of the name behind it.
  ///
  /// A title that is a given name too (Dean, Mayor) is one before a full name.
  func isTitle(_ at: Int, following: Int = 1) -> Bool {
    let word = words[at]
    // M. is an initial before it is Monsieur.
    guard !word.traits.contains(.initial) else { return false }
    if word.has(.honorific) || isFieldMarshall(at) { return true }
    if word.isName, rules[word.hash].intersection([.office, .royal]) == .office {
      return true
    }
    if word.traits.contains(.hasHyphen), word.isName, !compoundOffice(at).isEmpty { return true }
    return word.has(.title) && (!word.has(.given) || following > 1)
  }

  /// Clerk in Clerk Haldwick, Judges: what names or a list of them follow, and no given name.
  func isRole(_ at: Int) -> Bool {
    let word = words[at]
    return word.isName && !word.has(.given)
      && !rules[word.hash].isDisjoint(with: [.role, .officeOfMany])
  }

  /// Marshall behind Field, as many write it.
  private func isFieldMarshall(_ at: Int) -> Bool {
    at > 0 && words[at].hash == marshallHash && words[at - 1].hash == fieldHash
  }

  /// What the last part of a word says of the name behind it: the General of Attorney-General.
  func compoundOffice(_ at: Int) -> NameRules.Kinds {
    let bytes = bytes(at)
    guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")) else { return [] }
    let last = bytes[(hyphen + 1)...].reduce(TokenHash.seed) {
      TokenHash.mix($0, lowercasedASCII($1))
    }
    return rules[last].intersection(.anyOffice)
  }

  /// Whether two words that a firm or place is known by overlap the name.
  func isFirm(_ name: Range<Int>) -> Bool {
    let end = min(name.upperBound + 1, words.count)
    for at in max(name.lowerBound - 1, 0)..<end - 1 {
      if lexicon.isOrganisation(Lexicon.pair(words[at].hash, words[at + 1].hash)) { return true }
    }
    return false
  }

  /// Johnson & Wells: one word of a name beside an ampersand.
  func joinsFirm(_ at: Int) -> Bool {
    isAmpersand(at - 1) || isAmpersand(at + 1)
  }

  func isAmpersand(_ at: Int) -> Bool {
    words.indices.contains(at) && words[at].kind == .punctuation
      && words[at].shape >> 16 == UInt32(UInt8(ascii: "&"))
  }

  /// PARIS at the start of a line, before what is no word in capitals.
  func opensDateline(_ at: Int) -> Bool {
    words[at].traits.isSuperset(of: [.lineStart, .allCaps]) && words[at].runLength == 1
  }

  func isPunctuation(_ at: Int) -> Bool { words[at].kind == .punctuation }
}

@inline(__always) private var fieldHash: UInt64 { TokenHash.word("field") }
@inline(__always) private var marshallHash: UInt64 { TokenHash.word("marshall") }
