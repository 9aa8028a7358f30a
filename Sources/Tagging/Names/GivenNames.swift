internal import IndexDefinition

/// The given names of `index/gazetteers/given-names.tsv`: gender and short forms.
struct GivenNames: Sendable {
  static let shared = GivenNames(rows: Gazetteer.givenNames.rows)

  private var spellings = NameSpellings()
  /// nil inside: borne by both.
  private var genders = TokenTable<Honorific.Gender?>(minimumCapacity: 4096)

  private init(rows: some Sequence<[Gazetteer.Cell]>) {
    for row in rows {
      let names = row[1].split(separator: UInt8(ascii: " ")).map(NameSpellings.hash)
      let gender = Honorific.Gender(rawValue: String(decoding: row[0], as: UTF8.self))
      if gender != nil { spellings.add(names) }
      for name in names {
        if let known = genders[name], known != gender {
          genders[name] = .some(nil)
        } else {
          genders[name] = gender
        }
      }
    }
  }

  /// nil: unknown, or a name of men and women.
  func gender(of name: NameWord) -> Honorific.Gender? {
    genders[name.hash] ?? nil
  }

  /// Whether one person may be called by both, as Bill and William.
  func areOne(_ one: NameWord, _ other: NameWord) -> Bool {
    spellings.areOne(one.hash, other.hash)
  }
}
