internal import IndexDefinition

/// What a query's facets count.
struct FacetNeeds {
  /// How the entities of a list column are counted.
  struct Entities {
    /// The packed column, where it may serve.
    let packed: PackedEntities?
    /// Whether only the countries that an article is about count.
    let focusOnly: Bool
  }

  let dates: Bool
  let entities: [ColumnLayout.Column: Entities]
  /// The greatest id of an entity.
  let lastEntity: Int
}
