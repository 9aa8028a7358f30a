/// A search that took longer than it was given; nothing of it was counted.
package struct SearchTimeout: Error, Sendable, Equatable, CustomStringConvertible {
  package let timeout: Duration

  package init(timeout: Duration) {
    self.timeout = timeout
  }

  package var description: String {
    "the query took longer than \(timeout / .seconds(1)) seconds and was given up"
  }
}

/// A filter value that cannot be meant: an unknown country, with the nearest that exist.
package struct UnknownFilterValue: Error, Sendable, Equatable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
