internal import IndexDefinition

/// The given names of `index/gazetteers/given-names.tsv`: gender and short forms.
final class GivenNames: Sendable {
  static let shared = GivenNames(rows: Gazetteer.givenNames.rows)

  private let spellings: NameSpellings
  /// nil inside: borne by both.
  private let genders: TokenTable<Honorific.Gender?>

  private init(rows: some Sequence<[Gazetteer.Cell]>) {
    var groups: [[UInt64]] = []
    var genders = TokenTable<Honorific.Gender?>(minimumCapacity: 4096)
    for row in rows {
      let names = row[1].split(separator: UInt8(ascii: " ")).map(NameSpellings.hash)
      let gender = Honorific.Gender(rawValue: String(decoding: row[0], as: UTF8.self))
      if gender != nil { groups.append(names) }
      for name in names {
        let isUnlike = genders[name].map { $0 != gender } ?? false
        genders[name] = .some(isUnlike ? nil : gender)
      }
    }
    self.genders = genders
    spellings = NameSpellings(groups)
  }

  /// nil: unknown, or a name of men and women.
  func gender(of name: NameWord) -> Honorific.Gender? {
    genders[name.hash] ?? nil
  }

  func contains(_ name: NameWord) -> Bool { contains(name.hash) }

  /// - Parameter hash: the ``TokenHash`` of the name.
  func contains(_ hash: UInt64) -> Bool { genders[hash] != nil }

  /// Equal for names that one person may be called by.
  func groups(of name: NameWord) -> [UInt16] { spellings.groups(of: name.hash) }

  /// Whether one person may be called by both, as Bill and William.
  func areOne(_ one: NameWord, _ other: NameWord) -> Bool {
    spellings.areOne(one.hash, other.hash)
  }
}
