internal import OperatingSystem

/// Which terms and rows of terms articles have, as far as queries have asked.
///
/// Good for one state of the index; any number of cores may ask at once.
final class KnownForms: Sendable {
  /// Some 100 bytes each.
  private static let limit = 20_000

  private let known = Guarded<[[String]: Bool]>([:])

  /// - Parameter look: asked where it is not known yet.
  func isHeld(_ terms: [String], _ look: ([String]) throws -> Bool) rethrows -> Bool {
    if let isHeld = known.withLock({ $0[terms] }) { return isHeld }
    let isHeld = try look(terms)
    known.withLock { known in
      if known.count < Self.limit { known[terms] = isHeld }
    }
    return isHeld
  }
}
