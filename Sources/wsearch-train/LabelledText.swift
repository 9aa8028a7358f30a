import Foundation
import IndexDefinition
import NewsTagging

/// A text and the names labelled in it.
struct LabelledText {
  struct Name {
    /// UTF-8 bytes into the text.
    var range: Range<Int>
    var label: PersonLabel
  }

  var text: String
  var names: [Name]

  var tokens: ArticleTokens { ArticleTokens(Article(id: "", title: "", body: text)) }

  /// The range in brackets with 40 bytes either side, on one line.
  func surroundings(of range: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    func part(_ range: Range<Int>) -> String {
      String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
        .replacing("\n", with: "⏎")
    }
    return part(range.lowerBound - 40..<range.lowerBound) + "[" + part(range) + "]"
      + part(range.upperBound..<range.upperBound + 40)
  }

  var persons: Set<Range<Int>> {
    Set(names.filter { $0.label == .begin }.map(\.range))
  }
}

extension LabelledText {
  /// Rows `{"text", "entities": [{"start", "end", "label"}]}` with offsets in code points.
  static func training(_ path: String) throws -> [LabelledText] {
    try JSONLines.read(path, as: TrainingRow.self).map(\.labelledText)
  }

  /// Rows `{"text", "persons": [[start, end, …]]}` with offsets in code points.
  static func gold(_ path: String) throws -> [LabelledText] {
    try JSONLines.read(path, as: GoldRow.self).map(\.labelledText)
  }

  /// Joins sentences of one source by line ends, `count` to an article, so that they lend each
  /// other evidence as the sentences of an article do.
  static func joined(_ texts: [LabelledText], by count: Int) -> [LabelledText] {
    stride(from: 0, to: texts.count, by: count).map { start in
      var joined = LabelledText(text: "", names: [])
      for text in texts[start..<min(start + count, texts.count)] { joined.append(text) }
      return joined
    }
  }

  private mutating func append(_ other: LabelledText) {
    let shift = text.utf8.count
    text += other.text + "\n"
    names += other.names.map {
      Name(range: $0.range.lowerBound + shift..<$0.range.upperBound + shift, label: $0.label)
    }
  }

  /// The text with every letter in the given case, those aside whose width would change.
  func recased(_ mapping: (Unicode.Scalar.Properties) -> String) -> LabelledText {
    var recased = ""
    for scalar in text.unicodeScalars {
      let mapped = mapping(scalar.properties)
      if mapped.utf8.count == String(scalar).utf8.count {
        recased += mapped
      } else {
        recased.unicodeScalars.append(scalar)
      }
    }
    return LabelledText(text: recased, names: names)
  }
}

private struct TrainingRow: Decodable {
  struct Entity: Decodable {
    let start: Int
    let end: Int
    let label: String
  }
  let text: String
  let entities: [Entity]

  var labelledText: LabelledText {
    let offsets = ByteOffsets(text)
    let names = entities.compactMap { entity -> LabelledText.Name? in
      guard let label = Self.labels[entity.label] else { return nil }
      return LabelledText.Name(range: offsets[entity.start..<entity.end], label: label)
    }
    return LabelledText(text: text, names: names)
  }

  private static let labels: [String: PersonLabel] = [
    "person": .begin, "politician": .begin, "writer": .begin, "scientist": .begin,
    "researcher": .begin, "musicalartist": .begin,
    "location": .place, "country": .place,
    "organisation": .organisation, "politicalparty": .organisation, "band": .organisation,
    "university": .organisation, "corporation": .organisation, "group": .organisation,
  ]
}

private struct GoldRow: Decodable {
  let text: String
  let ranges: [Range<Int>]

  private enum Key: CodingKey { case text, persons }

  init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Key.self)
    text = try row.decode(String.self, forKey: .text)
    var persons = try row.nestedUnkeyedContainer(forKey: .persons)
    var ranges: [Range<Int>] = []
    while !persons.isAtEnd {
      var person = try persons.nestedUnkeyedContainer()
      ranges.append(try person.decode(Int.self)..<person.decode(Int.self))
    }
    self.ranges = ranges
  }

  var labelledText: LabelledText {
    let offsets = ByteOffsets(text)
    let names = ranges.map { LabelledText.Name(range: offsets[$0], label: .begin) }
    return LabelledText(text: text, names: names)
  }
}

/// From code points to UTF-8 bytes.
private struct ByteOffsets {
  private var bytes = [0]

  init(_ text: String) {
    for scalar in text.unicodeScalars { bytes.append((bytes.last ?? 0) + UTF8.width(scalar)) }
  }

  subscript(range: Range<Int>) -> Range<Int> { bytes[range.lowerBound]..<bytes[range.upperBound] }
}
