internal import Tokenizing

/// People under the other names that articles of the index give them: *Volodymyr Zelenskyy* is Zelensky
/// too, *Bill Clinton* William Clinton.
struct PersonVariants {
  /// Words of a query that are looked at: a longer text was pasted.
  private static let mostWords = 12
  /// Names of one person.
  private static let mostNames = 8

  let filters: any FilterSource
  let tokenizer: Tokenizer

  /// - Parameter words: side by side; nil for what is no bare word.
  func variants(of words: [TypedWord?]) throws -> [WordVariant] {
    var variants: [WordVariant] = []
    var place = 0
    while place < min(words.count, Self.mostWords) {
      let run = words[place...].prefix(TypedName.longest).prefix { $0 != nil }.compactMap { $0 }
      let (found, count) = try longestName(of: run, at: place)
      variants += found
      place += max(count, 1)
    }
    return variants
  }

  /// What else the longest name is written as that the words begin with, and how many words it has.
  private func longestName(
    of run: [TypedWord], at place: Int
  ) throws -> ([WordVariant], count: Int) {
    for count in stride(from: run.count, to: 1, by: -1) {
      let typed = run.prefix(count).map(\.text).joined(separator: " ")
      let others = try filters.otherNames(of: TypedName.capitalised(typed))
      if others.isEmpty { continue }
      let terms = run.prefix(count).flatMap(\.terms)
      return (
        others.prefix(Self.mostNames).compactMap { variant($0, of: terms, typed, place, count) },
        count
      )
    }
    return ([], 0)
  }

  /// The family name alone where nothing else is written otherwise; else the whole name in a row.
  private func variant(
    _ name: String, of terms: [String], _ typed: String, _ place: Int, _ count: Int
  ) -> WordVariant? {
    let other = tokenizer.terms(in: name)
    guard let last = other.last, other != terms else { return nil }
    guard other.dropLast() == terms.dropLast() else {
      return WordVariant(words: place..<place + count, typed: typed, text: name, terms: other)
    }
    let family = typed.split(separator: " ").last.map(String.init) ?? typed
    let text = name.split(separator: " ").last.map(String.init) ?? name
    return WordVariant(
      words: place + count - 1..<place + count, typed: family, text: text, terms: [last])
  }
}

/// A person's name as words of a query.
enum TypedName {
  /// Words at most.
  static let longest = 4

  /// `keir starmer` → `Keir Starmer`.
  static func capitalised(_ name: String) -> String {
    name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }
}
