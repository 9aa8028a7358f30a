internal import IndexDefinition

/// A stretch of a field whose words the gazetteer knows, before anything is decided.
struct NameMatch {
  var field: Field
  /// UTF-8 bytes into the field.
  var range: Range<Int>
  /// Into the field's tokens.
  var tokens: Range<Int>
  var key: UInt64
  var record: CountryGazetteer.Record
  var context: NameContext
  /// The country or state named behind a comma (Alexandria, La.): its code, else 0.
  var container: UInt16 = 0
  var group = 0
}

/// What stands around a name.
struct NameContext: OptionSet {
  let rawValue: UInt32

  /// After in, at, near, from.
  static let locative = NameContext(rawValue: 1)
  static let dateline = NameContext(rawValue: 2)
  /// Before Police, County, Airport.
  static let placeNoun = NameContext(rawValue: 4)
  /// Before Street, Avenue, Rd.
  static let street = NameContext(rawValue: 8)
  /// After Mr, President, Judge.
  static let title = NameContext(rawValue: 16)
  /// After a given name or an initial.
  static let givenBefore = NameContext(rawValue: 32)
  static let capitalBefore = NameContext(rawValue: 64)
  static let capitalAfter = NameContext(rawValue: 128)
  static let surnameAfter = NameContext(rawValue: 256)
  static let commaBefore = NameContext(rawValue: 512)
  /// Before fries, language, restaurant, or a language itself (who speaks English).
  static let afterDemonym = NameContext(rawValue: 1024)
  /// Part of a hyphenated word: US-led.
  static let compound = NameContext(rawValue: 2048)
  /// In a headline set in capitals, where capitals say nothing.
  static let allCapsField = NameContext(rawValue: 4096)
  /// All its words are in capitals.
  static let capitals = NameContext(rawValue: 8192)
  /// Before $: US$ 5.
  static let currency = NameContext(rawValue: 16384)
  static let sentenceStart = NameContext(rawValue: 32768)
  /// Before street or avenue in lower case, as old papers print them, and behind no article.
  static let lowercaseStreet = NameContext(rawValue: 65536)
  static let lowercase = NameContext(rawValue: 131_072)
  static let hyphenBefore = NameContext(rawValue: 262_144)
  /// Between a comma and the end, a comma or a full stop, as a state stands behind a city.
  static let enclosed = NameContext(rawValue: 524_288)
  /// Before a lower-case word that starts no list.
  static let lowerAfter = NameContext(rawValue: 1_048_576)
  /// Before High School, Township.
  static let townNoun = NameContext(rawValue: 2_097_152)
  /// Before troops, government, border.
  static let stateNoun = NameContext(rawValue: 4_194_304)
  /// A letter was put right.
  static let misprint = NameContext(rawValue: 8_388_608)

  /// Before a currency: Swiss francs.
  static let money = NameContext(rawValue: 16_777_216)
  /// Part of a firm's name: Piedmont Aviation Inc.
  static let firm = NameContext(rawValue: 33_554_432)

  /// Behind a house number and an American street (12 Locust Ave., Lebanon).
  static let address = NameContext(rawValue: 67_108_864)
  /// Behind a person's age or the City, before a council: 18, of Paris; Athens City Council.
  static let residence = NameContext(rawValue: 134_217_728)
  /// Behind a word for ships alone: the steamer Persia.
  static let ship = NameContext(rawValue: 268_435_456)
  /// Behind an article and before no noun: the Persia sank.
  static let article = NameContext(rawValue: 536_870_912)
  /// A state or country in short behind a town of its own.
  static let behindTown = NameContext(rawValue: 1_073_741_824)

  /// Says that a place is meant.
  static let placeLike: NameContext = [.locative, .dateline, .placeNoun]
  /// Says that a person is meant.
  static let personLike: NameContext = [.title, .givenBefore]
}
