internal import IndexDefinition

/// What words beside a name say of it: `index/gazetteers/name-rules.tsv`.
///
/// Built once, on first use (some 1,600 words, 2,400 of bodies and 2,400 of persons).
package struct NameRules: Sendable {
  package static let shared = NameRules(rows: Gazetteer.nameRules.rows)

  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Gen.: a capitalised word behind it is a person.
    package static let office = Kinds(rawValue: 1)
    /// Captains: so is each name of the list behind it.
    package static let officeOfMany = Kinds(rawValue: 2)
    /// General: a name behind it is a person, a common word none.
    package static let role = Kinds(rawValue: 4)
    /// Staff: no name behind an office.
    package static let noName = Kinds(rawValue: 8)
    /// Resigns: ends a name in a headline.
    package static let verb = Kinds(rawValue: 16)
    /// Steamer: what is behind it is its name.
    package static let ship = Kinds(rawValue: 32)
    /// Redoubt: what is before it is its name.
    package static let placeNoun = Kinds(rawValue: 64)

    /// Queen: behind "the" it is rather a ship's.
    package static let royal = Kinds(rawValue: 128)

    /// Co.: makes the name before it a firm's.
    package static let firm = Kinds(rawValue: 256)
    /// Pills: makes the name before it and its 's a ware's.
    package static let product = Kinds(rawValue: 512)

    /// Wire: ends an agency's name, never a person's.
    package static let agency = Kinds(rawValue: 1024)

    /// Village: behind it and "of" stands its name.
    package static let placeKind = Kinds(rawValue: 2048)

    /// Banque: opens a firm's name.
    package static let firmOpening = Kinds(rawValue: 4096)
    /// Subsidiary: behind a name, or before it and "of" or "in", it is a firm's.
    package static let firmThing = Kinds(rawValue: 8192)
    /// Earnings: behind a name and 's it is a firm's.
    package static let firmOwn = Kinds(rawValue: 16384)
    /// Analyst: behind it and "at", "with", "for" or "of" stands a firm.
    package static let firmRole = Kinds(rawValue: 32768)
    /// Brokers: before a name a word for firms.
    package static let firmKind = Kinds(rawValue: 65536)
    /// Acquired: done by what "it" stands for, a firm.
    package static let firmDeed = Kinds(rawValue: 131072)
    /// Citicorp, or `kidder peabody`: what a firm is known by, though it looks like a name.
    package static let knownFirm = Kinds(rawValue: 262144)
    /// Dlrs: ends an amount.
    package static let money = Kinds(rawValue: 524288)

    /// London: what a damaged word may mean that a dateline's day follows.
    package static let datelineCity = Kinds(rawValue: 1_048_576)

    /// Loco: ends a firm's name in tables of shares.
    package static let firmEnd = Kinds(rawValue: 2_097_152)
    /// Springs: ends a place's name, though a given name stands before it.
    package static let placeEnd = Kinds(rawValue: 4_194_304)
    /// II: what OCR makes of an initial.
    package static let damagedInitial = Kinds(rawValue: 8_388_608)

    /// Troops: before it may stand the name of who leads them.
    package static let faction = Kinds(rawValue: 16_777_216)

    /// War: behind an office and "of" it goes on before its bearer's name.
    package static let department = Kinds(rawValue: 33_554_432)

    /// The: in running text behind a name it opens the next sentence.
    package static let opener = Kinds(rawValue: 67_108_864)
    /// Fort: opens a place's name, which looks like a person's.
    package static let placeStart = Kinds(rawValue: 134_217_728)

    /// Will: in a headline before a word that is mostly small it is no name.
    package static let modal = Kinds(rawValue: 268_435_456)

    /// Hurricane: what is behind it is a storm.
    package static let storm = Kinds(rawValue: 1_073_741_824)
    /// Knesset, or `le monde`: the same of other bodies, and of firms that places are called like.
    package static let knownBody = Kinds(rawValue: 536_870_912)
    /// Professor: behind it and "at" or "from" stands a school.
    package static let schoolRole = Kinds(rawValue: 2_147_483_648)
    /// International: between a name and a place's noun.
    package static let placeAdjective = Kinds(rawValue: 1 << 32)
    /// Fees: behind a place's noun, which only tells of it.
    package static let headNoun = Kinds(rawValue: 1 << 33)
    /// Road: behind it and "to" stands a place.
    package static let way = Kinds(rawValue: 1 << 34)
    /// Faith: behind it and "in" or "at" stands a person.
    package static let regard = Kinds(rawValue: 1 << 35)
    /// Steamer: what the next word names is no country or town either.
    package static let shipKind = Kinds(rawValue: 1 << 36)
    /// Verdun: a city abroad of which old papers wrote.
    package static let ofOldNews = Kinds(rawValue: 1 << 37)
    package static let anyKnown: Kinds = [.knownFirm, .knownBody]

    package static let anyOffice: Kinds = [.office, .officeOfMany, .role]

    static let named: [String: Kinds] = [
      "office": .office, "office-of-many": .officeOfMany, "role": .role, "no-name": .noName,
      "verb": .verb, "ship": .ship, "storm": .storm, "place-noun": .placeNoun, "royal": .royal,
      "firm": .firm,
      "product": .product, "agency": .agency, "place-kind": .placeKind,
      "firm-opening": .firmOpening, "firm-thing": .firmThing, "firm-own": .firmOwn,
      "firm-role": .firmRole, "firm-kind": .firmKind, "firm-deed": .firmDeed,
      "known-firm": .knownFirm, "known-body": .knownBody, "money": .money,
      "dateline-city": .datelineCity, "firm-end": .firmEnd, "place-end": .placeEnd,
      "damaged-initial": .damagedInitial, "faction": .faction, "department": .department,
      "opener": .opener, "place-start": .placeStart, "modal": .modal,
      "school-role": .schoolRole, "place-adjective": .placeAdjective, "head-noun": .headNoun,
      "way": .way, "regard": .regard, "ship-kind": [.ship, .shipKind],
      "of-old-news": .ofOldNews,
    ]
  }

  private var words = TokenTable<Kinds>(minimumCapacity: 1024)
  private var filter = WideTokenFilter()
  /// What firms and other bodies are known by, apart from the words beside names, which are asked of more often.
  private var bodies = TokenTable<Kinds>(minimumCapacity: 4096)
  private var bodyFilter = WideTokenFilter()
  /// Pairs of words, and lone surnames, of the names that all papers know.
  private var persons = TokenSet(minimumCapacity: 2048)
  /// The first word of each of them.
  private var openings = WideTokenFilter()

  init(rows: some Sequence<[Gazetteer.Cell]>) {
    for row in rows where row.count == 3 {
      if row[0].elementsEqual("known-person".utf8) {
        for name in row[1].split(separator: UInt8(ascii: "|")) { addPerson(name) }
        continue
      }
      guard let kind = Kinds.named[String(decoding: row[0], as: UTF8.self)] else { continue }
      for word in row[1].split(separator: UInt8(ascii: "|")) { add(word, kind) }
    }
  }

  private mutating func add(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ kind: Kinds) {
    add(Self.hash(word), kind)
    if word.last == UInt8(ascii: ".") { add(Self.hash(word.dropLast()), kind) }
  }

  private mutating func add(_ hash: UInt64, _ kind: Kinds) {
    if !kind.isDisjoint(with: .anyKnown) {
      bodies[hash] = (bodies[hash] ?? []).union(kind)
      bodyFilter.insert(hash)
    } else {
      words[hash] = (words[hash] ?? []).union(kind)
      filter.insert(hash)
    }
  }

  private mutating func addPerson(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    persons.insert(Self.hash(name))
    let first = name.prefix { $0 != UInt8(ascii: " ") }
    openings.insert(first.reduce(TokenHash.seed, TokenHash.mix))
  }

  /// Of a word, or of two as ``Lexicon/pair(_:_:)`` makes it.
  private static func hash(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    let first = words.prefix { $0 != UInt8(ascii: " ") }
    let second = words[first.endIndex...].dropFirst()
    let hash = first.reduce(TokenHash.seed, TokenHash.mix)
    guard !second.isEmpty, !second.contains(UInt8(ascii: " ")) else { return hash }
    return Lexicon.pair(hash, second.reduce(TokenHash.seed, TokenHash.mix))
  }

  /// What a word, or two as ``Lexicon/pair(_:_:)`` makes them, are known as: a firm, another body, or neither.
  @inline(__always)
  func known(_ hash: UInt64) -> Kinds {
    bodyFilter.mayContain(hash) ? bodies[hash] ?? [] : []
  }

  /// Whether a word may open a name that all papers know; sometimes yes for one that opens none.
  @inline(__always)
  func mayOpenPerson(_ hash: UInt64) -> Bool { openings.mayContain(hash) }

  /// Whether a word, or two as ``Lexicon/pair(_:_:)`` makes them, are of a name that all papers know.
  @inline(__always)
  package func knowsPerson(_ hash: UInt64) -> Bool { persons.contains(hash) }

  /// What a word's ``TokenHash`` says; nothing for other words.
  @inline(__always)
  package subscript(hash: UInt64) -> Kinds {
    filter.mayContain(hash) ? words[hash] ?? [] : []
  }
}
