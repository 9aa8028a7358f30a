/// Emphasis for a terminal, or none: the renderers ask, the terminal decides.
package struct Style: Sendable {
  package enum Role: Sendable { case strong, highlight, faint, person, country, date, heading }

  package let usesColor: Bool

  package init(usesColor: Bool) {
    self.usesColor = usesColor
  }

  /// `text` in the role's SGR codes (ECMA-48), reset behind it.
  package func callAsFunction(_ role: Role, _ text: String) -> String {
    guard usesColor, !text.isEmpty else { return text }
    return "\u{1B}[\(code(role))m\(text)\u{1B}[0m"
  }

  private func code(_ role: Role) -> String {
    switch role {
    case .strong: "1"
    case .highlight: "1;33"
    case .faint: "2"
    case .person: "36"
    case .country: "32"
    case .date: "35"
    case .heading: "1;4"
    }
  }
}
