/// Why a name of the gazetteer is no mention where it stands; the rule that `tag --why` tells.
enum NameObjection: String, Sendable {
  /// US$ 5.
  case currency
  /// An abbreviation that counts in capitals alone, or a headline that is all in them.
  case capitals = "not-in-capitals"
  /// A state's abbreviation without a town before it.
  case noTown = "no-town-before"
  /// French toast.
  case thing
  case noCapital = "no-capital"
  /// Paris Avenue.
  case street
  /// The steamer Persia.
  case ship
  /// What is called after a place: the Persia sank.
  case article = "behind-the"
  /// Within a person's name, or between a given name and a surname.
  case person
  /// Listed as something else: Indian Ocean.
  case listed
  /// Half a word before a hyphen.
  case half = "half-a-word"
  /// In no list.
  case unlisted = "not-listed"
  /// Part of a longer name.
  case longer = "longer-name"
  /// Another meaning has more votes, or nothing speaks for it.
  case votes
  /// Out of the question in this article: a language, a year, a state or school that is not named.
  case evidence = "no-evidence"
}
