internal import NearCopies

/// The versions that stand for all that say the same in a band of their sketches: the ``most`` with the
/// lowest hashes, of some bands.
///
/// All are compared with these and no others with each other, so that forms of one kind, thousands of
/// which say the same, cost no more an article than sixty-four of them do. Which versions these are is told by
/// the set of articles alone; so where one comes or goes another may cease to stand for them or begin to
/// (``moves()``).
///
/// Filled in a pass over all articles, ``count(_:)``, and, where a band ``isCrowded``, with those that say
/// a value asked for, ``add(_:_:_:)``; then ``seal()``.
struct BandAnchors {
  static let most = 64

  /// A version with an article of it.
  struct Member: Comparable {
    var version: StoryVersion
    var row: Int64

    static func == (left: Member, right: Member) -> Bool { left.version == right.version }
    static func < (left: Member, right: Member) -> Bool { left.version < right.version }
  }

  /// When a version is there: before a run and after it, only after it, only before it.
  enum Presence {
    case always, after, before
  }

  /// Of one value of one band that more than ``most`` articles say: the lowest versions, ascending.
  private struct Crowd {
    var always: [Member] = []
    var after: [Member] = []
    var before: [Member] = []
    /// The last that stands for them after the run; nil where all do.
    var last: StoryVersion?
  }

  /// By band, the values that are asked for; numbers are those of ``counts``.
  private var tables: [BandTable]
  private var counts: [[UInt32]]
  private var crowds: [Place: Crowd] = [:]

  private struct Place: Hashable {
    var band: Int
    var number: Int
  }

  /// - Parameter sketches: ``Sketch/bands`` numbers each: the values that are asked for.
  init(of sketches: [UInt32]) {
    let capacity = sketches.count / Sketch.bands
    tables = (0..<Sketch.bands).map { _ in BandTable(capacity: capacity) }
    counts = Array(repeating: [], count: Sketch.bands)
    for start in stride(from: 0, to: sketches.count, by: Sketch.bands) {
      for band in 0..<Sketch.bands where tables[band].last(sketches[start + band]) == nil {
        tables[band].add(counts[band].count, sketches[start + band])
        counts[band].append(0)
      }
    }
  }

  // MARK: - Filling

  /// - Returns: whether one of the values is asked for.
  @discardableResult
  mutating func count(_ bands: UnsafeBufferPointer<UInt32>) -> Bool {
    var isAsked = false
    for (band, value) in bands.enumerated() {
      guard let number = tables[band].last(value) else { continue }
      counts[band][number] += 1
      isAsked = true
    }
    return isAsked
  }

  var isCrowded: Bool { counts.contains { $0.contains { $0 > Self.most } } }

  mutating func add(
    _ member: Member, _ bands: UnsafeBufferPointer<UInt32>, _ presence: Presence
  ) {
    for (band, value) in bands.enumerated() {
      guard let number = tables[band].last(value), counts[band][number] > Self.most
      else { continue }
      let place = Place(band: band, number: number)
      switch presence {
      case .always: Self.insert(member, into: &crowds[place, default: Crowd()].always)
      case .after: Self.insert(member, into: &crowds[place, default: Crowd()].after)
      case .before: Self.insert(member, into: &crowds[place, default: Crowd()].before)
      }
    }
  }

  mutating func seal() {
    for place in crowds.keys {
      guard let crowd = crowds[place] else { continue }
      let anchors = Self.merged(crowd.always, crowd.after)
      crowds[place]?.last = anchors.count < Self.most ? nil : anchors.last?.version
    }
  }

  /// Keeps the lowest, each version once.
  private static func insert(_ member: Member, into members: inout [Member]) {
    if members.count == most, let last = members.last, last <= member { return }
    let place = members.firstIndex { $0 >= member } ?? members.count
    if place < members.count, members[place] == member { return }
    members.insert(member, at: place)
    if members.count > most { members.removeLast() }
  }

  private static func merged(_ members: [Member], _ others: [Member]) -> [Member] {
    others.reduce(into: members) { insert($1, into: &$0) }
  }

  // MARK: - Asking

  /// Whether a version that says this in a band stands for it after the run.
  func has(_ version: StoryVersion, _ value: UInt32, in band: Int) -> Bool {
    guard !crowds.isEmpty, let number = tables[band].last(value),
      let last = crowds[Place(band: band, number: number)]?.last
    else { return true }
    return version <= last
  }

  /// Articles of before and after the run that begin to stand for others by it, and that cease to.
  func moves() -> (promoted: Set<Int64>, displaced: Set<Int64>) {
    var moves = (promoted: Set<Int64>(), displaced: Set<Int64>())
    for crowd in crowds.values {
      let before = Self.merged(crowd.always, crowd.before)
      let after = Self.merged(crowd.always, crowd.after)
      for member in crowd.always {
        switch (before.contains(member), after.contains(member)) {
        case (false, true): moves.promoted.insert(member.row)
        case (true, false): moves.displaced.insert(member.row)
        default: break
        }
      }
    }
    return moves
  }
}
