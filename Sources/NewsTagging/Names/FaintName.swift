/// A surname that stands bare in an article, which nothing there makes a person's: whose it is only the
/// archive can know, once a hundred of its articles and more have said so (`the pursuit of Villa`).
///
/// It is written as the surname with a mark that no name has, so that it is a name of its own among the names
/// of its family: one that proves nothing, and that nobody sees before ``FamilySettlement`` knows whose it is.
package enum FaintName {
  private static let mark = UInt8(ascii: "?")

  static func of(_ surname: String) -> String { surname + "?" }

  package static func isFaint(_ name: String) -> Bool { name.utf8.last == mark }

  /// The name without its mark.
  package static func surname(of name: String) -> String {
    isFaint(name) ? String(name.dropLast()) : name
  }
}
