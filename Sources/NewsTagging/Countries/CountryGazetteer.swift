internal import IndexDefinition

/// The names of countries and places with what each may mean, read in place from
/// `gazetteers/gazetteer.bin`; all but the first cost nothing.
///
/// The file is little-endian, made by `gazetteers/generate.py`:
///
///     "WSGZ", version, entries, bytes of records, bytes of neighbours, bucket bits: 32 bits each
///     starts[2^bits + 1]: 32 bits, where each bucket's entries begin
///     fingerprints[entries]: 32 bits, ascending in a bucket
///     records: flags (16), count (16), then count times code (2 letters), kind (8), weight (8)
///     neighbours: pairs of codes, 4 bytes each
///     offsets[entries]: 16 bits, the entry's record in units of 4 bytes
///
/// A name's key is its first token's hash, extended by each further token's (``extend(_:_:)``); the
/// top bits of the key choose the bucket, the 32 above its lowest 16 are the fingerprint. Every
/// proper prefix of a name is an entry too, flagged ``Flags/prefix``.
///
/// Unchecked Sendable: its pointers lead into the binary's read-only data and are never written.
struct CountryGazetteer: @unchecked Sendable {
  enum Kind: UInt8, Sendable, CaseIterable {
    case country, abbreviation, demonym, capital, city, region, metonym, organisation, gone, hint
    case compoundPrefix, county, abbreviatedState, formerPlace
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// An English word as well, in lower case.
    static let word = Flags(rawValue: 1)
    static let givenName = Flags(rawValue: 2)
    static let surname = Flags(rawValue: 4)
    /// Holds a country's name but means no country: Indian Ocean.
    static let block = Flags(rawValue: 8)
    /// Makes a demonym before it no country: French fries.
    static let afterDemonym = Flags(rawValue: 16)
    static let street = Flags(rawValue: 32)
    /// Stands behind a place's name: Lebanon Police.
    static let placeNoun = Flags(rawValue: 64)
    /// Stands before a place's name: in, near.
    static let locative = Flags(rawValue: 128)
    /// Stands before a person's name.
    static let title = Flags(rawValue: 256)
    /// Used of food, languages and descent in local news.
    static let weakDemonym = Flags(rawValue: 512)
    /// Stands behind a town's name in English-speaking countries: Paris High School.
    static let townNoun = Flags(rawValue: 1024)
    /// Stands behind a demonym that means the state or its people: German troops.
    static let stateNoun = Flags(rawValue: 2048)
    /// A country's name that towns in many states have: Lebanon.
    static let townName = Flags(rawValue: 4096)
    /// In old American papers a people of America (Indians), a word (Iasi, what was called so later), or a town that
    /// only its state tells (Hughes, Arkansas).
    static let native = Flags(rawValue: 8192)
    /// Has an article in English: the Tyrol.
    static let behindThe = Flags(rawValue: 16384)
    /// The beginning of a longer name.
    static let prefix = Flags(rawValue: 0x8000)
  }

  /// One thing that a name may mean.
  struct Sense: Sendable {
    /// Both letters of the code, the first in the low byte.
    var code: UInt16
    var kind: Kind
    /// The population of a place, or who uses a name.
    ///
    /// Places: 30 log10 of the population. Countries and demonyms: bit 7 for English, bits 0 to 5
    /// for French, German, Spanish, Italian, Portuguese, Dutch. Hints and abbreviated states: bit 0
    /// when only capitals count; bit 1 of hints for an institution of a town; bit 2 of states where they count only
    /// behind a name that a town of their country has; bit 3 of countries' abbreviations with dots.
    var weight: UInt8
  }

  /// What the table says about a name.
  struct Record {
    private let start: UnsafeRawPointer
    init(_ start: UnsafeRawPointer) { self.start = start }

    var flags: Flags { Flags(rawValue: start.loadUnaligned(as: UInt16.self)) }
    var count: Int { Int(start.loadUnaligned(fromByteOffset: 2, as: UInt16.self)) }
    subscript(index: Int) -> Sense {
      assert(0..<count ~= index, "sense \(index) of \(count)")
      let sense = start + 4 + 4 * index
      return Sense(
        code: sense.loadUnaligned(as: UInt16.self),
        kind: Kind(rawValue: sense.load(fromByteOffset: 2, as: UInt8.self)) ?? .hint,
        weight: sense.load(fromByteOffset: 3, as: UInt8.self))
    }
  }

  private let starts: UnsafePointer<UInt32>
  private let fingerprints: UnsafePointer<UInt32>
  private let records: UnsafeRawPointer
  private let offsets: UnsafePointer<UInt16>
  /// Pairs of codes: a country and one that is often named with it.
  let neighbours: UnsafeBufferPointer<UInt16>
  private let shift: UInt64
  private let filter: FingerprintFilter

  private static let shared = CountryGazetteer(Gazetteer.places)

  init() { self = Self.shared }

  private init(_ file: UnsafeRawPointer) {
    func header(_ word: Int) -> Int { Int(file.load(fromByteOffset: 4 * word, as: UInt32.self)) }
    assert(header(0) == 0x5A47_5357, "no gazetteer: generate.py wrote something else")
    let (entries, bits) = (header(2), header(5))
    let startsEnd = file + 24 + 4 * ((1 << bits) + 1)
    starts = (file + 24).assumingMemoryBound(to: UInt32.self)
    fingerprints = startsEnd.assumingMemoryBound(to: UInt32.self)
    records = startsEnd + 4 * entries
    let pairs = records + header(3)
    neighbours = UnsafeBufferPointer(
      start: pairs.assumingMemoryBound(to: UInt16.self), count: header(4) / 2)
    offsets = (pairs + header(4)).assumingMemoryBound(to: UInt16.self)
    shift = UInt64(64 - bits)
    filter = FingerprintFilter(UnsafeBufferPointer(start: fingerprints, count: entries))
  }

  /// The record of a name's key, nil for a name not in the table.
  @inline(__always)
  func record(_ key: UInt64) -> Record? {
    let fingerprint = Self.fingerprint(key)
    guard filter.mayContain(fingerprint) else { return nil }
    let bucket = Int(key >> shift)
    var entry = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    assert(entry <= end, "buckets ascend")
    while entry < end {
      if fingerprints[entry] == fingerprint { return Record(records + 4 * Int(offsets[entry])) }
      entry += 1
    }
    return nil
  }

  @inline(__always)
  static func fingerprint(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 16) }

  /// The fingerprints of the names whose record is what is asked for; reads the whole table.
  func fingerprints(where isMeant: (Record) -> Bool) -> TokenFilter {
    var found = TokenFilter()
    let entries = Int(starts[1 << (64 - Int(shift))])
    for entry in 0..<entries where isMeant(Record(records + 4 * Int(offsets[entry]))) {
      found.insert(UInt64(fingerprints[entry]))
    }
    return found
  }

  /// The key of a name that goes on with a token of this hash.
  @inline(__always)
  static func extend(_ key: UInt64, _ hash: UInt64) -> UInt64 {
    ((key << 5 | key >> 59) ^ hash) &* 0x9E37_79B9_7F4A_7C15
  }
}
