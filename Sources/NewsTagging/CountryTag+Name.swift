public import ArticleModel
internal import IndexDefinition

extension CountryTag {
  /// What the country is called in English (`FR` is France); the code itself where it is unknown.
  ///
  /// Source: Unicode CLDR.
  public var name: String { CountryNames.label(for: code) }
}
