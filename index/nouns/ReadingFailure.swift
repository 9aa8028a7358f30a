/// A file, or a place in it, that could not be read; the run goes on.
public struct ReadingFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// What a user can do by naming a field of ours for one of the source's.
  package enum Remedy: Sendable {
    case nameBodyKey, nameBodyColumn
  }

  /// The file, as given or walked to.
  public var path: String
  /// `line 17`, `byte 4096`, a member's name; nil: the whole file.
  public var place: String?
  /// What is wrong and what the user can do, in one sentence.
  public var message: String
  /// What to add of how it is done.
  package var remedy: Remedy?

  package init(path: String, place: String? = nil, message: String, remedy: Remedy? = nil) {
    self.path = path
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  /// The file, the place and what is wrong.
  public var description: String {
    place.map { "\(path): \($0): \(message)" } ?? "\(path): \(message)"
  }
}
