internal import NearCopies

/// Some articles with their sketches.
struct GatheredSketches {
  struct Entry: Comparable {
    var version: StoryVersion
    var row: Int64
    /// Where its bands begin in ``GatheredSketches/bands``; -1 of a body too short to be compared.
    var start: Int

    static func < (left: Entry, right: Entry) -> Bool {
      (left.version, left.row) < (right.version, right.row)
    }
  }

  private(set) var entries: [Entry] = []
  /// ``Sketch/bands`` numbers each.
  private(set) var bands: [UInt32] = []

  mutating func add(_ row: Int64, _ sketch: StoredSketch) {
    entries.append(
      Entry(version: sketch.version, row: row, start: sketch.bands.isEmpty ? -1 : bands.count))
    bands += sketch.bands
  }

  func forEach(_ receive: (Int64, StoredSketch) throws -> Void) rethrows {
    try bands.withUnsafeBufferPointer { bands in
      for entry in entries {
        let count = entry.start < 0 ? 0 : Sketch.bands
        let start = max(0, entry.start)
        let own = UnsafeBufferPointer(rebasing: bands[start..<start + count])
        try receive(entry.row, StoredSketch(version: entry.version, bands: own))
      }
    }
  }

  /// By version: equal words are neighbours.
  mutating func sort() { entries.sort() }
}

/// The versions among gathered articles, each once, ascending: their sketches, and in which bands each stands
/// for others (``BandAnchors``).
struct ComparedVersions {
  let versions: [StoryVersion]
  /// Of each the place of its first article among those gathered.
  let places: [Int]
  private let bands: [UInt32]
  /// A bit a band.
  private var anchored: [UInt32]

  /// - Parameter sketches: in order.
  init(_ sketches: GatheredSketches) {
    var places: [Int] = []
    var bands: [UInt32] = []
    bands.reserveCapacity(sketches.bands.count)
    for (place, entry) in sketches.entries.enumerated() where entry.start >= 0 {
      if let last = places.last, sketches.entries[last].version == entry.version { continue }
      places.append(place)
      bands += sketches.bands[entry.start..<entry.start + Sketch.bands]
    }
    versions = places.map { sketches.entries[$0].version }
    self.places = places
    self.bands = bands
    anchored = Array(repeating: 0, count: places.count)
  }

  var count: Int { places.count }

  func value(_ number: Int, _ band: Int) -> UInt32 { bands[number * Sketch.bands + band] }

  func isAnchor(_ number: Int, _ band: Int) -> Bool { anchored[number] >> UInt32(band) & 1 == 1 }

  mutating func setAnchor(_ number: Int, _ band: Int) { anchored[number] |= 1 << UInt32(band) }

  /// Whether two that meet in a band have met in one before it.
  func haveMet(_ one: Int, _ other: Int, before band: Int) -> Bool {
    let anchors = anchored[one] | anchored[other]
    return (0..<band).contains {
      value(one, $0) == value(other, $0) && anchors >> UInt32($0) & 1 == 1
    }
  }

  /// The bins in which a sketch agrees with that of one.
  func agreeing(_ sketch: UnsafeBufferPointer<UInt32>, _ number: Int) -> Int {
    bands.withUnsafeBufferPointer { bands in
      var count = 0
      for band in 0..<Sketch.bands {
        let difference = sketch[band] ^ bands[number * Sketch.bands + band]
        count += (difference & 0xFFFF == 0 ? 1 : 0) + (difference >> 16 == 0 ? 1 : 0)
      }
      return count
    }
  }

  func agreeing(_ one: Int, _ other: Int) -> Int {
    bands.withUnsafeBufferPointer {
      let start = one * Sketch.bands
      return agreeing(UnsafeBufferPointer(rebasing: $0[start..<start + Sketch.bands]), other)
    }
  }
}
