internal import IndexDefinition

/// All the matches of one name in an article; they mean the same place (one sense a discourse).
struct NameGroup {
  let key: UInt64
  let record: CountryGazetteer.Record
  var count = 0
  /// The name is one word.
  private(set) var isWord = false
  /// Matches that no person's name surrounds.
  var free = 0
  /// Everything that stands around any of its matches.
  var context: NameContext = []
  var persons = 0
  /// Matches inside a longer run of capitals.
  var inRun = 0
  /// Matches that are part of a firm's name, and those behind "in" and the like.
  private var firms: Int32 = 0
  private var locatives: Int32 = 0
  /// Matches that are called after the place: the steamer Persia, the Persia.
  private var things: Int32 = 0
  var container: UInt16 = 0
  /// Matches with a container.
  private(set) var contained = 0
  /// What it was decided to mean, nil for nothing.
  var sense: CountryGazetteer.Sense?

  init(key: UInt64, record: CountryGazetteer.Record) {
    self.key = key
    self.record = record
  }

  mutating func add(_ match: NameMatch) {
    count += 1
    isWord = match.tokens.count == 1
    if match.looksLikePerson { persons += 1 } else { free += 1 }
    context.formUnion(match.context)
    if !match.context.isDisjoint(with: [.capitalBefore, .capitalAfter]),
      !match.context.contains(.placeNoun)
    {
      inRun += 1
    }
    if match.context.contains(.firm) { firms += 1 }
    if match.context.contains(.ship) || match.isThing {
      things += 1
    } else if match.context.contains(.locative) {
      locatives += 1
    }
    if container == 0 { container = match.container }
    if match.container != 0 { contained += 1 }
  }

  /// A firm is called so, and hardly anything in the article says that a place is: a stake in Piedmont
  /// stands as a mill in it does.
  var isFirm: Bool {
    firms > 0 && firms * 3 >= locatives && container == 0
      && context.isDisjoint(with: [.dateline, .townNoun])
  }

  /// A ship or a paper is called so in every other match, and nothing in the article says that the place is named too.
  var isThing: Bool {
    things > 0 && Int(things) * 2 >= count && locatives == 0 && container == 0
      && !context.contains(.dateline)
  }

  /// The country of the capital that all know by this name, unless a state stands behind half of its
  /// matches, or what stands behind a town (High School).
  var namesake: UInt16 {
    let isTown = contained * 2 >= count || !context.isDisjoint(with: [.townNoun, .placeNoun])
    return isTown ? 0 : record.famous?.code ?? 0
  }

  /// Whether a town that is called like a country may be spoken of: Lebanon is a town of many
  /// states, Greece only where its state or its high school is named.
  func tellsTown(of sense: CountryGazetteer.Sense) -> Bool {
    container == sense.code || record.flags.contains(.townName) || context.contains(.townNoun)
  }
}

extension NameMatch {
  /// Called after the place: the Persia sank.
  ///
  /// A misprint of the Dardanelles has an article, too.
  var isThing: Bool {
    context.contains(.article) && context.isDisjoint(with: [.misprint, .dateline])
  }

  /// Given name before it, or a title, or a surname behind a given name: Chad Smith.
  ///
  /// Not `KILLED BY ED` / `Houston, Tex.`, nor the Irish American club: no person is called so.
  var looksLikePerson: Bool {
    if container != 0, !context.contains(.title) { return false }
    if !context.isDisjoint(with: .personLike) {
      return !record.namesPeople || !record.flags.isDisjoint(with: [.givenName, .surname])
    }
    return context.contains(.surnameAfter) && record.flags.contains(.givenName)
  }
}
