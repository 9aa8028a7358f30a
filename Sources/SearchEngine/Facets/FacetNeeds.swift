internal import IndexDefinition

/// What a query's facets count.
struct FacetNeeds {
  /// How the entities of a list column are counted.
  struct Entities {
    /// Their codes, where these may serve.
    let codes: EntityCodes?
    /// Whether only the countries that an article is about count.
    let focusOnly: Bool
  }

  let dates: Bool
  let entities: [ColumnLayout.Column: Entities]
  /// The greatest id of an entity.
  let lastEntity: Int
}
