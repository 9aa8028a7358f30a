internal import Tokenizing

/// Places under their other names, states and organisations by their acronyms (``NameVariantList``).
enum NameVariants {
  /// A name as it may be typed.
  private struct Name {
    var text: String
    var terms: [String]
    /// Typed so and not otherwise, as `who` is no organisation.
    var isAcronym: Bool
  }

  /// The variants that begin with the first word.
  static func variants(_ context: VariantContext, acronyms: Bool) -> [WordVariant] {
    guard let first = context.word.terms.first else { return [] }
    let table = Table(namesBeginning: first)
    let found =
      places(first, context, table) + self.acronyms(context, undotted: acronyms, table)
    return found.flatMap { count, names in
      names.map { context.variant($0.text, $0.terms, words: count) }
    }
  }

  private static func places(
    _ first: String, _ context: VariantContext, _ table: Table
  ) -> [(words: Int, names: [Name])] {
    guard let longest = table.longest[first] else { return [] }
    var terms: [String] = []
    var found: [(words: Int, names: [Name])] = []
    for (index, word) in context.run.enumerated() {
      terms += word.terms
      if terms.count > longest { break }
      if let names = table.byTerms[terms] { found.append((index + 1, names)) }
    }
    return found
  }

  private static func acronyms(
    _ context: VariantContext, undotted: Bool, _ table: Table
  ) -> [(words: Int, names: [Name])] {
    let word = context.word
    let isDotted = word.terms.count > 1 && word.terms.allSatisfy { $0.utf8.count == 1 }
    guard isDotted || undotted else { return [] }
    let text = isDotted ? word.terms.joined().uppercased() : word.text
    return table.byAcronym[text].map { [(1, $0)] } ?? []
  }

  // MARK: - The table

  /// The lines of the lists in which a name may begin with some term: cutting all of them into terms
  /// would take longer than many an answer.
  private struct Table {
    var byTerms: [[String]: [Name]] = [:]
    var byAcronym: [String: [Name]] = [:]
    /// Terms of the longest name that begins so.
    var longest: [String: Int] = [:]

    init(namesBeginning first: String) {
      let tokenizer = Tokenizer()
      let start = Array(first.utf8.prefix(2))
      for (list, acronyms) in [
        (NameVariantList.places, false), (NameVariantList.organisations, true),
      ] {
        list.withUTF8Buffer { list in
          Self.forEachLine(of: list, naming: start) { line in
            add(Substring(decoding: line, as: UTF8.self), acronyms: acronyms, tokenizer)
          }
        }
      }
    }

    /// Calls `receive` with the lines in which a name may begin with the term that has these first bytes.
    ///
    /// In one pass over the bytes: every word of a question goes through the lists.
    private static func forEachLine(
      of list: UnsafeBufferPointer<UInt8>, naming start: [UInt8],
      _ receive: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
    ) {
      var (line, place, isNamed, isNameNext) = (0, 0, false, true)
      // The last byte begins no name.
      while place + 1 < list.count {
        let byte = list[place]
        if byte > UInt8(ascii: ">") {
          if isNameNext { isNamed = isNamed || begins(list, at: place, with: start) }
          isNameNext = false
        } else if byte == UInt8(ascii: "\n") {
          if isNamed { receive(list[line..<place]) }
          (line, isNamed, isNameNext) = (place + 1, false, true)
        } else if byte >= UInt8(ascii: "=") {
          isNameNext = true
        }
        place += 1
      }
      if isNamed { receive(list[line...]) }
    }

    /// Whether a name may begin with one or two bytes: its letters may be capital, or have marks.
    private static func begins(
      _ list: UnsafeBufferPointer<UInt8>, at place: Int, with start: [UInt8]
    ) -> Bool {
      for (offset, letter) in start.enumerated() {
        let byte = list[place + offset]
        if byte < 0x80, byte | 0x20 != letter { return false }
      }
      return true
    }

    /// `A = B`: each finds the other; `A > B`: A finds B.
    private mutating func add(_ line: Substring, acronyms: Bool, _ tokenizer: Tokenizer) {
      let sides = line.split(separator: ">").map { side in
        side.split(separator: "=").map { name in
          let text = name.trimming(" ")
          return Name(
            text: text, terms: tokenizer.terms(in: text),
            isAcronym: acronyms && !text.utf8.contains(UInt8(ascii: " ")))
        }
      }
      let others = sides.count > 1 ? sides[1] : sides[0]
      for name in sides[0] { add(name, others.filter { $0.terms != name.terms }) }
    }

    private mutating func add(_ name: Name, _ others: [Name]) {
      if name.isAcronym {
        byAcronym[name.text, default: []] += others
      } else if let first = name.terms.first {
        byTerms[name.terms, default: []] += others
        longest[first] = max(longest[first] ?? 0, name.terms.count)
      }
    }
  }
}

extension Substring {
  fileprivate func trimming(_ space: Character) -> String {
    var rest = drop { $0 == space }
    while rest.last == space { rest = rest.dropLast() }
    return String(rest)
  }
}
