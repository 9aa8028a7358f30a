/// A person's name as somebody types it, to be held against canonical names.
///
/// It may lack diacritics, be transliterated in another way, turned, or cut to a surname, an
/// initial or a short form; a form of address before it (`Mr`, `President`) is passed over.
package struct SoughtName: Sendable {
  /// How a canonical name fits what was typed, the loosest first.
  package enum Fit: Int, Comparable, Sendable {
    case none
    /// Its family name sounds like the one typed.
    case sound
    /// An initial, a short form or a dropped name apart: Bill and William Clinton.
    case form
    /// It ends with the words typed, such as a surname.
    case ending
    /// The same name in another spelling: Zelenskiy and Zelensky.
    case spelling
    /// The same letters, but for capitals, diacritics and hyphens.
    case same

    package static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
  }

  private let name: PersonName
  let screen: Screen

  package init(_ typed: String) {
    var words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    while words.count > 1, Self.isAddress(words[0]) { words.removeFirst() }
    name = PersonName(words.joined(separator: " "))
    screen = Screen(name)
  }

  /// A family name alone, which all who bear it answer to.
  package var isSurname: Bool { name.isLone }

  package func fit(of canonical: String) -> Fit {
    let other = PersonName(canonical)
    guard let head = name.head, let otherHead = other.head else { return .none }
    if name.letters == other.letters { return .same }
    if name.isLone, name.words.count == 1 { return Self.fit(head, otherHead) }
    if name.words.count < other.words.count, other.words.ends(with: name.words) { return .ending }
    switch name.likeness(to: other) {
    case .none: return .none
    case .initial, .short: return .form
    case .middle, .spelling: return .spelling
    case .same: return .same
    }
  }

  /// A bare surname against a family name.
  private static func fit(_ sought: NameWord, _ family: NameWord) -> Fit {
    if sought.hash == family.hash { return .ending }
    guard sought.sound == family.sound else { return .none }
    return sought.isListed ? .ending : .sound
  }

  private static func isAddress(_ word: String) -> Bool {
    guard Honorifics.shared[TokenHash.of(word)] != nil, let head = PersonName(word).head else {
      return false
    }
    return !GivenNames.shared.contains(head)
  }
}

extension [NameWord] {
  fileprivate func ends(with other: [NameWord]) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}
