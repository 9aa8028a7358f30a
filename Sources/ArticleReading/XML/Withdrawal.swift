internal import IndexDefinition

/// An agency's message that takes a story of its back.
struct Withdrawal {
  let title: String?
  /// As the message says it: `canceled`.
  let status: String
  /// By which the story goes.
  let ids: [String]

  /// Nil for a status that takes nothing back.
  ///
  /// - Parameter status: with the prefix of its vocabulary or without (`stat:canceled`).
  init?(status: String, title: String?, ids: [String]) {
    let word = status.lowercased().split(separator: ":").last.map(String.init) ?? ""
    guard ["canceled", "cancelled", "withheld", "killed", "deleted"].contains(word) else {
      return nil
    }
    (self.status, self.title, self.ids) = (word, title, ids)
  }

  /// What is told of it; an index takes out what goes by an id that is the agency's alone.
  func failure(path: String, place: String? = nil) -> ReadingFailure {
    let own = ids.filter(Self.isUnique)
    let name = title.map { " “\($0)”" } ?? ""
    var message = "the agency takes the story\(name) back (\(status))"
    if !own.isEmpty {
      message += "; an index that has it loses it"
    } else if let id = ids.first {
      message += "; wsearch remove \(id) takes it out"
    }
    var failure = ReadingFailure(path: path, place: place, message: message, kind: .withheld)
    failure.withdrawn = own
    return failure
  }

  /// `urn:newsml:agency.example:20240506:1`, no number that others count by too.
  private static func isUnique(_ id: String) -> Bool {
    id.utf8.count >= 12 && id.contains { !$0.isNumber }
  }
}
