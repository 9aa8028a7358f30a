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
          for line in list.split(separator: UInt8(ascii: "\n"))
          where Self.mayName(line, beginning: start) {
            add(Substring(decoding: line, as: UTF8.self), acronyms: acronyms, tokenizer)
          }
        }
      }
    }

    /// Whether a name in the line may begin with the term that has these first bytes: its letters may
    /// be capital, or have marks.
    private static func mayName(
      _ line: Slice<UnsafeBufferPointer<UInt8>>, beginning start: [UInt8]
    ) -> Bool {
      line.split { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") }.contains { name in
        zip(name.drop { $0 == UInt8(ascii: " ") }, start).allSatisfy {
          $0 >= 0x80 || $0 | 0x20 == $1
        }
      }
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
