/// A word that a shell offers, and a few words about it.
package struct Candidate: Sendable, Equatable {
  package var value: String
  package var note: String

  package init(_ value: String, note: String = "") {
    (self.value, self.note) = (value, note)
  }
}

/// What a shell offers in one place: words, or the paths that it knows itself.
struct Suggestions: Equatable {
  var candidates: [Candidate] = []
  var areFiles = false

  static let files = Suggestions(areFiles: true)

  /// The longest beginning that all values share.
  static func commonPrefix(_ values: [String]) -> String {
    guard let first = values.first else { return "" }
    return values.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
