/// Why what looked like a person is none; the rule that `tag --why` tells.
enum PersonVeto: String, Sendable {
  /// No person at most places of the article where the word stands alone.
  case minority
  /// What neither a given name nor a title says to be a person's, in a language that the model did not learn.
  case language
  /// Initials without a name: `N. J.`, `D. C.`
  case initials = "initials-alone"
  /// Behind a kind of ship: the steamer Nils.
  case ship
  /// Called after somebody: Schwaben redoubt, Oxford Street.
  case thing
  /// A country, a people, or a town before its state: Keene, N. H.
  case place
  case firm
  /// A club in a table of results.
  case table
}
