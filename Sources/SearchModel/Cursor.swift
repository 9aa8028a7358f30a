/// Where a page of hits ended, so that the next one can begin there.
///
/// A token of the backend that made it, which means nothing to others: letters, digits, `-` and `_`.
public struct Cursor: Sendable, Equatable, CustomStringConvertible {
  /// Shorter ones are a slip of the user's.
  private static let least = 12

  /// Its text.
  public let token: String

  package init(token: String) {
    self.token = token
  }

  /// As the user gives it; nil for a text that no backend makes.
  public init?(_ text: String) {
    let isToken = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isToken, text.utf8.count >= Self.least else { return nil }
    token = text
  }

  /// Its text, which makes the same cursor again.
  public var description: String { token }
}

/// A cursor that cannot be used.
public enum CursorError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Cut, or of another version or backend.
  case unreadable
  /// Of another request.
  case foreign

  /// What is wrong and what to do, in a sentence.
  public var description: String {
    switch self {
    case .unreadable: "no cursor of this version; give the one of the page before whole"
    case .foreign:
      "the cursor belongs to another query or to other options; "
        + "give those of the page before, or leave the cursor out"
    }
  }
}
