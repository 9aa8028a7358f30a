/// A search that took longer than it was given; nothing of it was counted.
public struct SearchTimeout: Error, Sendable, Equatable, CustomStringConvertible {
  /// How long the search was given.
  public let timeout: Duration

  package init(timeout: Duration) {
    self.timeout = timeout
  }

  /// What to do, in a sentence.
  public var description: String {
    "the query took longer than \(timeout / .seconds(1)) seconds and was given up"
  }
}

/// A filter value that cannot be meant: an unknown country, with the nearest that exist.
public struct UnknownFilterValue: Error, Sendable, Equatable, CustomStringConvertible {
  /// The value, and the nearest that exist.
  public var description: String

  package init(_ description: String) {
    self.description = description
  }
}
