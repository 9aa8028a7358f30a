internal import OperatingSystem

/// The terms that a run has met, by hash, so that each is stemmed once; shared by all threads.
final class KnownTerms: Sendable {
  private let hashes = Guarded(TermHashSet(capacity: 1 << 16))
  /// Beyond this many the set starts anew, and terms are stemmed a second time to no effect.
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Adds `candidates` and returns the places of those that are new.
  func insert(_ candidates: [UInt64]) -> [Int] {
    hashes.withLock { hashes in
      if hashes.count + candidates.count > limit { hashes.removeAll() }
      return candidates.indices.filter { hashes.insert(candidates[$0]) }
    }
  }
}
