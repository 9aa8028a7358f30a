internal import OperatingSystem

/// The terms that patterns stand for in one state of an index, for all that ask.
///
/// A pattern takes a walk over the whole vocabulary, and an answer may ask for it several times: to
/// find, to count, to say why nothing was found.
final class PatternStore: Sendable {
  /// What a pattern was found to stand for; `isCut` when there is more.
  struct Found: Sendable {
    var terms: [String] = []
    var isCut = false
  }

  /// Beyond this many patterns the store starts anew; up to a thousand terms each.
  private static let limit = 32

  private let known = Guarded<[String: Found]>([:])

  /// What a pattern, as it is typed, stands for; nil where no one has asked yet.
  subscript(pattern: String) -> Found? {
    get { known.withLock { $0[pattern] } }
    set {
      known.withLock { known in
        if known.count >= Self.limit { known.removeAll() }
        known[pattern] = newValue
      }
    }
  }
}
