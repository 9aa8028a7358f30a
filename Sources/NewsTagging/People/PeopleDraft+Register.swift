/// Posts, comments and messages: short texts that name people by less and spell them as they like.
extension PeopleDraft {
  /// Longer texts count as articles.
  private static let mostWords = 100

  /// Whether a short English text begins in small letters, has an exclamation mark, an address, a hashtag,
  /// an emoji or slang, or speaks of me and you outside quotes.
  static func isInformal(_ words: UnsafeMutableBufferPointer<PeopleWord>) -> Bool {
    guard words.count < mostWords else { return false }
    if let first = words.first(where: { $0.kind == .word }), first.isInLowerCase { return true }
    var (addresses, quotes, followsName) = (false, false, false)
    let informalWords = informalWords
    for word in words {
      switch word.kind {
      case .word:
        guard let found = informalWords[word.hash] else { break }
        if found == .slang { return true }
        // Elizabeth I speaks of nobody.
        if !followsName { addresses = true }
      case .punctuation where word.isInformalMark: return true
      case .punctuation where word.isQuote: quotes = true
      default: break
      }
      followsName = word.isName
    }
    return addresses && !quotes
  }

  /// Gives capitals to given names in small letters (`freddie laughs`) that hardly any text writes so.
  mutating func restoreGivenNames() {
    for at in words.indices where words[at].isInLowerCase && words[at].isSurelyGiven {
      words[at].traits.insert(.capitalised)
      words[at].shape |= UInt32(Token.Traits.capitalised.rawValue) << 2
    }
    capitalised = ContiguousArray(words.indices.filter { words[$0].isName })
  }
}

extension PeopleWord {
  /// The first byte of a mark.
  private var mark: UInt32 { shape >> 16 }

  /// `!`, `@`, `#`, and what UTF-8 writes in four bytes.
  fileprivate var isInformalMark: Bool {
    mark == UInt8(ascii: "!") || mark == UInt8(ascii: "@") || mark == UInt8(ascii: "#")
      || mark >= 0xF0
  }

  /// Straight quotes, TeX's, and those of three bytes, with which dashes are counted.
  fileprivate var isQuote: Bool {
    mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "`") || mark == 0xE2
  }

  /// Given names that are capitalised three times in five or more and mean nothing else.
  fileprivate var isSurelyGiven: Bool {
    let others: WordRecord.Traits = [.country, .nationality, .calendar, .particle, .connector]
    let share = record.capitalisation
    return has(.given) && !has(others) && share > 0 && (share - 1) % 5 >= 3
  }
}

private enum InformalWord { case slang, speaker }

private let informalWords = {
  let slang =
    "im u ur lol omg lmao lmfao wtf haha ya yall gonna wanna dont cant thx plz pls rt http https"
  var words = TokenTable<InformalWord>(minimumCapacity: 32)
  for word in TokenHash.words(slang) { words[word] = .slang }
  for word in ["i", "me", "my", "you", "your"] { words[TokenHash.of(word)] = .speaker }
  return words
}()
