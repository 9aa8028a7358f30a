internal import IndexDefinition

/// How an entity is shown to people: the column `entity.label`.
enum EntityLabel {
  static func label(of key: EntityKey) -> String {
    key.kind == .country ? CountryNames.label(for: key.value) : key.value
  }
}
