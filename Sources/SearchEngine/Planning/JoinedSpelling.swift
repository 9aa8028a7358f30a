/// Words written as one, with a hyphen, or apart: cease-fire, ceasefire, cease fire; covid-19, covid19.
///
/// The index cuts at hyphens, so what is hyphenated and what stands apart are the same there.
enum JoinedSpelling {
  /// Letters of a joined word that is worth being cut, and of each of its halves.
  private static let (shortestWhole, shortestHalf) = (5, 3)
  /// Letters of one that somebody may have joined.
  private static let longestWhole = 32
  /// Halves of fewer letters that words do have: e-mail, wi-fi, co-operate.
  private static let shortHalves: Set<String> = ["e", "co", "re", "ex", "hi", "wi", "fi", "per"]
  /// Terms of a word that may be joined.
  private static let mostParts = 3
  private static let shortestPair = 4

  static func variants(_ context: VariantContext) -> [WordVariant] {
    guard let term = context.word.term else {
      return joined(context) + joinedByAnd(context)
    }
    return pair(term, context) + andBetweenCapitals(context)
      + halves(of: term, context.stopWords).map { cut in
        context.variant(
          cut.terms.joined(separator: " "), cut.terms, needsTyped: !cut.isCertain,
          parts: cut.isCertain ? [] : parts(cut.terms))
      }
  }

  /// `cease-fire` → `ceasefire`; numbers have rules of their own.
  private static func joined(_ context: VariantContext) -> [WordVariant] {
    let terms = context.word.terms
    guard terms.count <= mostParts, !terms.allSatisfy(\.isNumber), !context.word.hasAmpersand,
      !terms.allSatisfy({ $0.utf8.count == 1 })
    else { return [] }
    return [context.variant(terms.joined(), [terms.joined()])]
  }

  /// `cease fire` → `ceasefire`.
  private static func pair(_ first: String, _ context: VariantContext) -> [WordVariant] {
    guard context.run.count > 1, let second = context.run[1].term,
      !first.isNumber || !second.isNumber,
      first.utf8.count + second.utf8.count >= shortestPair,
      !context.stopWords.contains(first), !context.stopWords.contains(second)
    else { return [] }
    return [
      context.variant(first + second, [first + second], words: 2, parts: parts([first, second]))
    ]
  }

  /// Those that must be no small words.
  private static func parts(_ terms: [String]) -> [String] {
    terms.filter { !shortHalves.contains($0) }
  }

  // MARK: Cut

  /// The two halves that a word may consist of.
  ///
  /// Where letters meet digits there is no doubt.
  private static func halves(
    of term: String, _ stopWords: Set<String>
  ) -> [(terms: [String], isCertain: Bool)] {
    let bytes = Array(term.utf8)
    guard bytes.count <= longestWhole, bytes.allSatisfy({ $0 < 0x80 }), !term.isNumber
    else { return [] }
    if let cut = cutAtDigits(bytes) { return [([text(bytes[..<cut]), text(bytes[cut...])], true)] }
    guard bytes.count > 3, !bytes.contains(where: \.isDigit) else { return [] }
    return (1..<bytes.count).compactMap { cut in
      let halves = [text(bytes[..<cut]), text(bytes[cut...])]
      return isWorthALook(halves, bytes.count, stopWords) ? (halves, false) : nil
    }
  }

  private static func isWorthALook(
    _ halves: [String], _ count: Int, _ stopWords: Set<String>
  ) -> Bool {
    let isKnownShort = halves.contains { shortHalves.contains($0) }
    guard count >= shortestWhole + 2 || isKnownShort else { return false }
    return halves.allSatisfy {
      ($0.utf8.count >= shortestHalf || shortHalves.contains($0)) && !stopWords.contains($0)
    }
  }

  /// The one place where letters and digits meet; nil where there is none, or several.
  private static func cutAtDigits(_ bytes: [UInt8]) -> Int? {
    let cuts = bytes.indices.dropFirst().filter { bytes[$0].isDigit != bytes[$0 - 1].isDigit }
    return cuts.count == 1 ? cuts[0] : nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  // MARK: And

  /// Letters beside an `and` that may be left out.
  private static let mostLetters = 3

  /// `AT&T` → `AT and T`, `ATT`.
  private static func joinedByAnd(_ context: VariantContext) -> [WordVariant] {
    let word = context.word
    guard word.terms.count == 2, word.hasAmpersand else { return [] }
    let parts = word.text.split(separator: "&").map(String.init)
    let isShort = word.terms.joined().utf8.count <= mostLetters
    let together = isShort ? [context.variant(parts.joined(), [word.terms.joined()])] : []
    return together + [
      context.variant(
        parts.joined(separator: " and "), [word.terms[0], "and", word.terms[1]])
    ]
  }

  /// `AT and T` → `AT&T`, `ATT`; of three letters at most, all capital.
  private static func andBetweenCapitals(_ context: VariantContext) -> [WordVariant] {
    guard context.run.count > 2, context.run[1].text == "and" else { return [] }
    let outer = [context.run[0].text, context.run[2].text]
    guard outer.joined().utf8.count <= mostLetters, outer.joined().utf8.allSatisfy(\.isCapital)
    else {
      return []
    }
    let terms = outer.map { $0.lowercased() }
    return [
      context.variant(outer.joined(separator: "&"), terms, words: 3),
      context.variant(outer.joined(), [terms.joined()], words: 3),
    ]
  }
}

extension TypedWord {
  fileprivate var hasAmpersand: Bool { text.utf8.contains(UInt8(ascii: "&")) }
}

extension String {
  /// Digits alone.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy(\.isDigit) }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
