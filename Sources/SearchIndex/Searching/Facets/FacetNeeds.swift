internal import IndexDefinition

/// What a query's facets count.
struct FacetNeeds {
  /// A list column, and the codes of its entities where they may serve.
  struct Entities {
    let column: ColumnLayout.Column
    let codes: EntityCodes?
    /// Whether only the countries that an article is about count.
    let focusOnly: Bool
  }

  let dates: Bool
  let entities: [Entities]
  /// The greatest id of an entity.
  let lastEntity: Int
}
