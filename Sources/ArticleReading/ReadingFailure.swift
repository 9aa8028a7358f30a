/// A file, or a place in it, that could not be read; the run goes on.
package struct ReadingFailure: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  /// `line 17`, `byte 4096`, a member's name; nil: the whole file.
  package var place: String?
  /// What is wrong and what the user can do, in one sentence.
  package var message: String

  package init(path: String, place: String? = nil, message: String) {
    self.path = path
    self.place = place
    self.message = message
  }

  package var description: String {
    place.map { "\(path): \($0): \(message)" } ?? "\(path): \(message)"
  }
}
