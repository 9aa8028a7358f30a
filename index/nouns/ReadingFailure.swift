/// A file, or a place in it, that could not be read; the run goes on.
public struct ReadingFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// What a user can do by naming a field of ours for one of the source's.
  package enum Remedy: Sendable {
    case nameBodyKey, nameBodyColumn
  }

  /// What sort of thing is wrong, by which reports count; the raw values are those of JSON.
  public enum Kind: String, Sendable, CaseIterable {
    /// A file or folder is not there or cannot be read.
    case file
    /// What is known to hold no article, or holds no text.
    case noArticle = "no_article"
    /// A library or program that is not installed.
    case library
    /// What is there cannot be read as what it is, in whole or in part.
    case damaged
    /// Read in an encoding that it does not name.
    case encoding
    /// The article is kept without the date, which can be read in two ways or none.
    case undated
    /// The agency took it back, or its text is elsewhere.
    case withheld
  }

  /// The file, as given or walked to.
  public var path: String
  /// `line 17`, `byte 4096`, a member's name; nil: the whole file.
  public var place: String?
  /// What is wrong and what the user can do, in one sentence.
  public var message: String
  /// What sort of thing that is.
  public var kind: Kind
  /// What to add of how it is done.
  package var remedy: Remedy?
  /// The ids of articles that a message takes back, where no other article can have them.
  package var withdrawn: [String] = []

  package init(
    path: String, place: String? = nil, message: String, kind: Kind = .damaged,
    remedy: Remedy? = nil
  ) {
    self.path = path
    self.place = place
    self.message = message
    self.kind = kind
    self.remedy = remedy
  }

  /// The file, the place and what is wrong.
  public var description: String {
    place.map { "\(path): \($0): \(message)" } ?? "\(path): \(message)"
  }
}
