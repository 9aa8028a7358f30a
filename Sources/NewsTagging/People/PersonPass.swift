/// What found a name that the model alone did not: the rule of the mention.
enum PersonPass: String, Sendable {
  /// Between an opening bracket and an agency: `(Nuala Brennan/PA)`.
  case photoCredit = "photo-credit"
  /// Behind a title or an office: `Gen. Pershing`.
  case office
  /// Before troops, a party or a government: `Carranza forces`.
  case faction
  /// Initials and the capitalised word behind them: `H. J. BALL`.
  case initials
  /// Two words, a listed given name and a listed surname.
  case listedName = "listed-name"
  /// Of whom all papers wrote.
  case knownPerson = "known-person"
  /// Behind Abu or Umm: Abu Bilal.
  case kunya
  /// Before an age: `Ding Junhui, 47, a banker`.
  case age
  /// In a list of names.
  case nameList = "name-list"
  /// Beside what a scorecard or a list of results says: `c Marsh b Pike 12`, `Lund ( 41st )`.
  case score
  /// A lone word that is a person at most places in the article.
  case majority
  /// The words of a full name found elsewhere in the article.
  case repeatedName = "repeated-name"
  /// The given name, behind a form of address, of one named in full.
  case honorific
  /// The given name of one named in full.
  case knownGivenName = "known-given-name"
  /// The surname of one named in full.
  case knownSurname = "known-surname"
  /// A surname that the article does not make a person's: the archive knows whose it is, see ``FaintName``.
  case archive
}
