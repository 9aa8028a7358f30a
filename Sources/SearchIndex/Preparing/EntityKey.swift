/// What names an entity: its kind and canonical value.
struct EntityKey: Hashable, Sendable {
  enum Kind: String, Sendable { case person, country, date }

  var kind: Kind
  var value: String
}
