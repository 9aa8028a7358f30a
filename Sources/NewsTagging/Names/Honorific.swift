/// What a form of address says about the person whose name follows it.
package struct Honorific: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A courtesy form: Mr, Dr, Lord, Frau, Don.
    case honorific
    /// Of an army, a police force or the like: Gen., Sergeant, Inspector.
    case rank
    /// An office or occupation: President, Foreign Minister, coach.
    case title
  }

  package enum Gender: String, Sendable {
    case female = "f"
    case male = "m"
  }

  package var kind: Kind
  /// nil: said of men and women.
  package var gender: Gender?
  /// ISO 639-1; of a form that several languages share, the first in the table, English first.
  package var language: String
  /// Whether a single name after it is a given name: Sir Keir, Pope Francis, Don Felipe.
  package var precedesGivenName: Bool
}
