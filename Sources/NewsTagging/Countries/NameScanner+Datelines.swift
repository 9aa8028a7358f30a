internal import ArticleModel

/// Where datelines end, and what their city is.
extension NameScanner {
  /// Where the dateline that starts a sentence here ends: PARIS (AP), LONDON, March 3 -, BEIRUT:.
  ///
  /// `start` itself when there is none. A dateline is a place in capitals, or at a paragraph's
  /// head and before a day any capitalised place, up to a dash, a colon, an agency in brackets, or a day and whatever
  /// OCR made of the dash behind it.
  @inline(__always)
  func endOfDateline(from start: Int) -> Int {
    let first = tokens[start]
    return field == .body
      && (isCapitals(first) || first.traits.contains(.paragraphStart) || isBeforeDay(start))
      ? readDateline(from: start) : start
  }

  private func readDateline(from start: Int) -> Int {
    let first = tokens[start]
    var at = start + 1
    var day: DatelineDay = .none
    while at < min(start + 16, tokens.count) {
      let token = tokens[at]
      if day == .named, token.kind != .number { return at }
      switch token.kind {
      case .word:
        guard token.traits.contains(.capitalised) || token.hash == viaHash || day == .month
        else { return start }
        day =
          day == .month && isDamagedDay(token)
          ? .named : datelineMonths.contains(token.hash) ? .month : .none
      case .number: day = day == .month ? .named : .none
      case .punctuation:
        switch text[Int(token.start)] {
        case UInt8(ascii: "("), UInt8(ascii: "-"), 0xE2:
          return token.traits.contains(.spaceBefore) ? at : start
        case UInt8(ascii: ":"): return isCapitals(first) ? at : start
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"): break
        default: return start
        }
      }
      at += 1
    }
    return start
  }
}

extension NameScanner {
  /// Whether a dateline may begin at a token: with a sentence, or in a line of its own.
  @inline(__always)
  func mayOpenDateline(_ at: Int) -> Bool {
    let traits = tokens[at].traits
    return traits.contains(.sentenceStart) || traits.isSuperset(of: [.lineStart, .allCaps])
      || isBeforeDay(at)
  }

  /// Whether a capitalised word opens a line, and a month and a day follow behind a comma or what OCR made
  /// of it: `Rome, July 24`.
  @inline(__always)
  private func isBeforeDay(_ at: Int) -> Bool {
    tokens[at].traits.isSuperset(of: [.lineStart, .capitalised]) && isDay(behind: at)
  }

  @inline(__always)
  private func isDay(behind city: Int) -> Bool {
    guard city + 3 < tokens.count, tokens[city + 1].kind == .punctuation,
      tokens[city + 3].kind == .number || isDamagedDay(tokens[city + 3])
    else { return false }
    let mark = text[Int(tokens[city + 1].start)]
    return (mark == UInt8(ascii: ",") || mark == UInt8(ascii: "."))
      && datelineMonths.contains(tokens[city + 2].hash)
  }

  /// What OCR makes of a day's figures: June IS.
  private func isDamagedDay(_ token: Token) -> Bool {
    token.kind == .word && token.range.count < 3
      && token.range.allSatisfy { figures.contains(text[$0]) || text[$0] &- 48 < 10 }
  }

  /// Adds the city of a dateline's form that no list has as printed, where one letter too many, too few or
  /// wrong makes it one that news is sent from: `PARlS, Aug. 15`.
  ///
  /// - Returns: whether there is one.
  @inline(__always)
  func addDamagedCity(_ at: Int, to matches: inout [NameMatch]) -> Bool {
    guard field == .body, isDay(behind: at), opensLine(at) else { return false }
    let city = DatelineCity(text).meant(by: Int(tokens[at].start)..<Int(tokens[at].end))
    guard let city, let record = gazetteer.record(city) else { return false }
    let found = Found(endToken: at + 1, endByte: Int(tokens[at].end), key: city, record: record)
    add(found, from: at, [.dateline, .misprint], to: &matches)
    return true
  }

  /// Whether a word opens its line, or what is left of its first letter does: `I.ONDON`.
  private func opensLine(_ at: Int) -> Bool {
    let starts: Token.Traits = [.lineStart, .sentenceStart]
    if !tokens[at].traits.isDisjoint(with: starts) { return true }
    return at > 0 && !tokens[at - 1].traits.isDisjoint(with: starts)
      && tokens[at - 1].range.count < 3
  }
}

/// What of a dateline's day was read: ROME, July 24.
private enum DatelineDay { case none, month, named }

let datelineMonths = TokenSet(
  """
  january february march april may june july august september october november december
  jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
  """)
/// Letters that OCR takes figures for.
private let figures = "IlSOoJiZBt".utf8
/// As despatches came: Rome, via Paris, March 4.
@inline(__always) var viaHash: UInt64 { TokenHash.word("via") }
