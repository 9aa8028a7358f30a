/// The packed columns that ranking and facets read, stored in table `column_chunk`.
///
/// One blob holds one column's values for ``chunkSize`` consecutive article ids: chunk `c` covers
/// ids `c * chunkSize ..< (c + 1) * chunkSize`. All integers are little-endian. Everything here is
/// derived from the relational tables and can be rebuilt from them (`wsearch check --repair`), but for
/// `name` and `unknown_words`, which are worked out from the texts.
///
/// - Fixed columns (`date`, `time`, `title_length`, `body_length`, `language`, `tie`, `unknown_words`,
///   `story`): `chunkSize` × 4 bytes, one 32-bit value an id. A chunk that was never written reads as zeros.
///   - `date`: 0 no such article; ``undated``; else ``CalendarDate/packed``.
///     It is therefore also the list of the articles that exist.
///   - `time`: when on its day an article was published (``Article/timeOfDay``); 0 unknown.
///   - `title_length`, `body_length`: FTS5's token counts from `article_fts_docsize`.
///   - `language`: the two ASCII letters, `first << 8 | second`; 0 unknown.
///   - `tie`: of two articles of equal rank the lower comes first: the upper half of the external id's
///     FNV-1a, so that the order is the same however the archive came about and favours no source.
///   - `unknown_words`: where a text is so damaged that its tags are doubtful, the thousandths of its
///     words that no list knows; else 0. A chunk is first written when one of its articles has a value.
///   - `story`: the article that stands for the near-copies of which this one is; 0 alone.
/// - List columns (`person`, `country`): `chunkSize + 1` offsets of 4 bytes, then values of 4
///   bytes. Id `i` of the chunk owns values `offset[i] ..< offset[i + 1]`, ascending, each
///   `entity.id << 1 | focus`, focus as in `article_entity`.
/// - `name` is a list column too, in text order: a person as the article names it is
///   `person_name.id << 1`, and where that name means somebody who goes by another in the archive
///   `person_name.id << 1 | 1` and the `person_name.id` of that other behind it.
/// - `sketch`, a list column too: by what bodies may be near-copies (``Sketch``): two numbers, the upper and the
///   lower half of a hash of the words; for a body of 26 words or more 32 others, each two bins of a MinHash.
///
/// Beside the columns, chunk 0 of the name `stem` holds how frequent each stem is in a sample of the
/// articles: 32-bit numbers, little-endian: the articles counted, the number of stems n, the level, the
/// language, n hashes ascending (upper half of the stem's 64-bit FNV-1a), n times the articles, n times
/// the occurrences. At level k the sample is the articles whose `tie` begins with k bits of 0; k is the
/// least at which a k-th power of two of the articles would be 8,192 or fewer.
@usableFromInline
package enum ColumnLayout {
  // Computed, so that loops see numbers and no access to a global.
  @inlinable package static var chunkShift: Int { 14 }
  @inlinable package static var chunkSize: Int { 1 << chunkShift }
  /// The bits of an article id that are its offset in the chunk.
  @inlinable package static var offsetMask: UInt32 { UInt32(chunkSize - 1) }
  /// The `date` value of an article without a date.
  package static let undated: Int32 = 1

  package enum Column: String, Sendable, CaseIterable {
    case date
    case time
    case titleLength = "title_length"
    case bodyLength = "body_length"
    case language
    case person
    case country
    case name
    case tie
    case unknownWords = "unknown_words"
    case story
    case sketch

    package var isList: Bool {
      switch self {
      case .person, .country, .name, .sketch: true
      case .date, .time, .titleLength, .bodyLength, .language, .tie, .unknownWords, .story: false
      }
    }

    /// Whether many archives have no value in it: a chunk without any is then not written.
    package var isRare: Bool { self == .time || self == .unknownWords || self == .story }

    /// The value of `tie`.
    package static func tie(of externalID: String) -> UInt32 {
      UInt32(truncatingIfNeeded: externalID.utf8.reduce(FNV1a.seed, FNV1a.mix) >> 32)
    }

    /// What can be rebuilt from the tables.
    package static var derived: [Column] { allCases.filter { $0 != .name && $0 != .unknownWords } }
  }
}
