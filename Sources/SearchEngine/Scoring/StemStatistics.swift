internal import IndexDefinition

/// How frequent each stem is in a sample of the index; for the words of the hits that the third stage
/// reads, of which there are thousands.
///
/// The sample is all articles while they are few, then every second, fourth, … by what their ids come
/// to (the column `tie`): a function of the set of articles, which an addition changes by what it adds.
///
/// Stored in `column_chunk` under the name `stem`, chunk 0. All little-endian 32-bit numbers: the
/// articles counted, the number of stems n, the level (an article is in the sample when the highest
/// that many bits of its `tie` are 0), the language whose stems they are, as in the column `language`;
/// then n hashes of stems (FNV-1a, upper half) ascending, n times the articles with the stem, n times
/// its occurrences, and the upper half of the FNV-1a hash of all the bytes before. A stem that is not there counts as one article's.
///
/// `@unchecked Sendable`: nothing changes once it is there.
package struct StemStatistics: @unchecked Sendable {
  package static let columnName = "stem"
  private static let header = 4
  /// Hashes on either side of the place expected that are looked through first.
  private static let spread = 512

  private let words: UnsafeBufferPointer<UInt32>
  /// Where they lie.
  private let buffer: MappedBuffer

  /// Nil for bytes of another layout.
  ///
  /// - Parameter byteCount: Of the bytes that `buffer` begins with.
  package init?(_ buffer: MappedBuffer, byteCount: Int) {
    precondition(byteCount <= buffer.byteCount, "\(byteCount) bytes of \(buffer.byteCount)")
    guard byteCount % 4 == 0, byteCount >= Self.header * 4 else { return nil }
    self.buffer = buffer
    words = UnsafeBufferPointer(
      start: buffer.start.bindMemory(to: UInt32.self, capacity: byteCount / 4),
      count: byteCount / 4)
    guard words.count == Self.header + 3 * Int(words[1]) + 1 else { return nil }
  }

  /// How frequent a stem is, or by how much more than before.
  package struct Stem {
    package var hash: UInt32
    package var articles: Int
    package var occurrences: Int

    package init(hash: UInt32, articles: Int, occurrences: Int) {
      self.hash = hash
      self.articles = articles
      self.occurrences = occurrences
    }
  }

  /// The layout of counted stems.
  ///
  /// - Parameters:
  ///   - level: as ``level(of:)`` has it.
  ///   - language: as the column `language` has it.
  ///   - stems: by hash ascending; those of no article are left out.
  package init(articles: Int, level: Int = 0, language: UInt32 = 0, stems: [Stem]) {
    assert(zip(stems, stems.dropFirst()).allSatisfy { $0.hash < $1.hash }, "hashes ascend")
    let counted = stems.filter { $0.articles > 0 }
    var numbers = [UInt32(articles), UInt32(counted.count), UInt32(level), language]
    numbers.reserveCapacity(Self.header + 3 * counted.count + 1)
    for stem in counted { numbers.append(stem.hash) }
    for stem in counted { numbers.append(UInt32(clamping: stem.articles)) }
    for stem in counted { numbers.append(UInt32(clamping: stem.occurrences)) }
    numbers.append(numbers.withUnsafeBytes(Self.sum))
    buffer = numbers.withUnsafeBytes { MappedBuffer(copying: $0) }
    words = UnsafeBufferPointer(
      start: buffer.start.bindMemory(to: UInt32.self, capacity: numbers.count),
      count: numbers.count)
  }

  /// Nothing has changed since it was counted.
  package var isAsCounted: Bool {
    Self.sum(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: words.dropLast())))
      == words[words.count - 1]
  }

  private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: bytes.reduce(FNV1a.seed, FNV1a.mix) >> 32)
  }

  package var bytes: [UInt8] { Array(UnsafeRawBufferPointer(words)) }

  /// Articles in the sample.
  package var articles: Int { Int(words[0]) }
  package var level: Int { Int(words[2]) }
  package var language: UInt32 { words[3] }

  /// The most articles of a sample.
  private static let largestSample = 1 << 13

  /// The level at which the sample of so many articles is about 4,096 to 8,192 of them.
  package static func level(of articles: Int) -> Int {
    var level = 0
    while articles >> level > largestSample { level += 1 }
    return level
  }

  /// Whether the sample of a level has an article.
  package static func isSampled(tie: UInt32, level: Int) -> Bool {
    level == 0 || tie >> UInt32(32 - level) == 0
  }

  /// The same with so many articles more, or fewer, and what these change.
  ///
  /// - Parameter changes: by hash ascending.
  package func adding(articles more: Int, _ changes: [Stem]) -> StemStatistics {
    var merged: [Stem] = []
    merged.reserveCapacity(count + changes.count)
    var rest = changes[...]
    for place in Self.header..<Self.header + count {
      var stem = self.stem(at: place)
      while let change = rest.first, change.hash <= stem.hash {
        rest.removeFirst()
        guard change.hash == stem.hash else {
          merged.append(change)
          continue
        }
        stem.articles += change.articles
        stem.occurrences += change.occurrences
      }
      merged.append(stem)
    }
    return StemStatistics(
      articles: articles + more, level: level, language: language, stems: merged + rest)
  }

  private func stem(at place: Int) -> Stem {
    Stem(
      hash: words[place], articles: Int(words[place + count]),
      occurrences: Int(words[place + 2 * count]))
  }

  private var count: Int { Int(words[1]) }

  /// Articles with the stem and its occurrences in them.
  func counts(of stem: String) -> (articles: Int, occurrences: Int) {
    guard let place = place(of: Self.hash(stem)) else { return (1, 1) }
    return (Int(words[place + count]), Int(words[place + 2 * count]))
  }

  /// Where a hash stands in `words`; nil when it does not.
  ///
  /// Hashes are spread evenly, so that the search begins about where the hash must be.
  private func place(of hash: UInt32) -> Int? {
    let guess = Int(hash) * count >> 32
    var low = Self.header + max(0, guess - Self.spread)
    var high = Self.header + min(count, guess + Self.spread)
    if low > Self.header, words[low - 1] >= hash { low = Self.header }
    if high < Self.header + count, words[high] < hash { high = Self.header + count }
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < Self.header + count && words[low] == hash ? low : nil
  }

  package static func hash(_ stem: String) -> UInt32 {
    UInt32(truncatingIfNeeded: stem.utf8.reduce(FNV1a.seed, FNV1a.mix) >> 32)
  }
}
