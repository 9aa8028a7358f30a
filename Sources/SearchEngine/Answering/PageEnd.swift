internal import OperatingSystem
internal import SearchModel

/// Where a page of hits ended, so that the next one can begin there: what a `Cursor` says.
///
/// It holds the index as the first page saw it (``FrozenStatistics``), so that articles that come meanwhile
/// change neither the set nor the scores, and tells the hits shown from those to come: by the place
/// of the last one in the order of scores or dates; and, among the hits that the third stage ranks by
/// each other's words, by their ids. An article that is changed meanwhile counts as it is now.
struct PageEnd: Sendable, Equatable {
  /// Sorts as ``Candidate`` does.
  struct Place: Equatable {
    var group: Int32
    var key: Double
    var tie: UInt32
    var row: UInt32
  }

  /// Of the request that the page answers; see ``SearchRequest/fingerprint``.
  var fingerprint: UInt64
  var frozen: FrozenStatistics
  /// Hits shown so far.
  var count: Int
  /// Hits shown of those that the third stage ranks, ascending.
  var ranked: [UInt32]
  /// The last hit shown; nil while it is among those that the third stage ranks.
  var last: Place?
}

/// A cursor as text: a list of numbers, each LEB128, all of it base64 for URLs (RFC 4648).
///
///     version · fingerprint · last row · articles · mean title length · mean length · newest
///     count of words, then articles · occurrences of each
///     hits shown · count of ranked ids, then the first id and the steps to the others
///     1 · group · key · tie · row    or    0
///
/// Floating-point numbers are their bit pattern, bytes reversed, so that round ones are short.
extension PageEnd {
  private static let version: UInt64 = 2

  var cursor: Cursor { Cursor(token: Base64URL.encode(numbers.flatMap(Self.bytes))) }

  /// - Throws: `CursorError.unreadable` for a token that is not of this version.
  init(_ cursor: Cursor) throws(CursorError) {
    guard let bytes = Base64URL.decode(cursor.token) else { throw .unreadable }
    var reader = NumberReader(bytes: bytes)
    guard reader.next() == Self.version, let end = PageEnd(&reader), reader.isAtEnd else {
      throw .unreadable
    }
    self = end
  }

  private var numbers: [UInt64] {
    let statistics = frozen.statistics
    var numbers = [
      Self.version, fingerprint, UInt64(frozen.lastRow), UInt64(statistics.articles),
      statistics.meanTitleLength.number, statistics.meanLength.number, UInt64(frozen.newest),
      UInt64(frozen.words.count),
    ]
    numbers += frozen.words.flatMap { [UInt64($0.articles), UInt64($0.occurrences)] }
    numbers += [UInt64(count), UInt64(ranked.count)]
    numbers += zip(ranked, [0] + ranked).map { UInt64($0 - $1) }
    guard let last else { return numbers + [0] }
    return numbers + [
      1, UInt64(last.group), last.key.number, UInt64(last.tie), UInt64(last.row),
    ]
  }

  private init?(_ reader: inout NumberReader) {
    guard let fingerprint = reader.next(),
      let lastRow = reader.next().flatMap(UInt32.init(exactly:)),
      let articles = reader.nextCount(), let meanTitle = reader.nextDouble(),
      let mean = reader.nextDouble(), let newest = reader.next().flatMap(Int32.init(exactly:)),
      let words = reader.list({ reader in
        reader.nextCount().flatMap { articles in
          reader.nextCount().map { FrozenStatistics.WordCount(articles: articles, occurrences: $0) }
        }
      }), let count = reader.nextCount(),
      let steps = reader.list({ $0.next().flatMap(UInt32.init(exactly:)) }),
      let hasLast = reader.next()
    else { return nil }
    var row: UInt32 = 0
    ranked = steps.map { step in
      row &+= step
      return row
    }
    self.fingerprint = fingerprint
    self.count = count
    frozen = FrozenStatistics(
      lastRow: lastRow,
      statistics: CorpusStatistics(
        articles: articles, meanTitleLength: meanTitle, meanLength: mean),
      newest: newest, words: words)
    guard hasLast == 1 else { return }
    guard let last = Place(&reader) else { return nil }
    self.last = last
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    var rest = number
    var bytes: [UInt8] = []
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}

extension PageEnd.Place {
  fileprivate init?(_ reader: inout NumberReader) {
    guard let group = reader.next().flatMap(Int32.init(exactly:)), let key = reader.nextDouble(),
      let tie = reader.next().flatMap(UInt32.init(exactly:)),
      let row = reader.next().flatMap(UInt32.init(exactly:))
    else { return nil }
    self.init(group: group, key: key, tie: tie, row: row)
  }
}

/// Reads the numbers of a cursor; nil where there is none.
private struct NumberReader {
  let bytes: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { at == bytes.count }

  mutating func next() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 64 {
      number |= UInt64(bytes[at] & 0x7F) << shift
      at += 1
      if bytes[at - 1] < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  /// A number that is no more than a file can hold.
  mutating func nextCount() -> Int? { next().flatMap { $0 <= 1 << 48 ? Int($0) : nil } }

  mutating func nextDouble() -> Double? { next().map { Double(bitPattern: $0.byteSwapped) } }

  /// A count and as many elements, each at least one byte long.
  mutating func list<T>(_ element: (inout NumberReader) -> T?) -> [T]? {
    guard let count = nextCount(), count <= bytes.count - at else { return nil }
    var list: [T] = []
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      list.append(next)
    }
    return list
  }
}

extension Double {
  fileprivate var number: UInt64 { bitPattern.byteSwapped }
}
