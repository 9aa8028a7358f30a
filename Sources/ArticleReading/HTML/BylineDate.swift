/// The date that many pages write behind the writer's name, often without a space between.
enum BylineDate {
  /// `Ada Day` of `Ada Day7 September 2025` and of `Ada Day Published 11:11 PM EST Nov 19, 2019`.
  static func removed(from byline: Substring) -> Substring {
    guard let digit = byline.firstIndex(where: \.isNumber) else { return byline }
    let start = monthStart(byline[..<digit])
    guard PublicationDate.find(in: String(byline[start...])) != nil else { return byline }
    var name = bare(byline[..<start])
    while let word = name.split(separator: " ").last, leading.contains(word.lowercased()) {
      name = bare(name[..<word.startIndex])
    }
    return name.isEmpty ? byline : name
  }

  /// Where a month begins that stands at the end; else the end.
  private static func monthStart(_ text: Substring) -> String.Index {
    let line = bare(text)
    for count in stride(from: 12, through: 3, by: -1) {
      let month = line.suffix(count)
      guard month.count == count, DateWords.month(month.lowercased()) != nil,
        isWord(month, in: line)
      else { continue }
      return month.startIndex
    }
    return text.endIndex
  }

  /// Behind no letter, or as a capital behind a small one.
  private static func isWord(_ month: Substring, in line: Substring) -> Bool {
    guard let before = line[..<month.startIndex].last else { return true }
    return !before.isLetter || before.isLowercase && month.first?.isUppercase == true
  }

  private static func bare(_ text: Substring) -> Substring {
    text.trimmingSuffix { " ,;:|–—-.•·(".contains($0) }
  }

  private static let leading: Set<String> = [
    "published", "updated", "posted", "on", "at", "publicado", "publié", "le", "am",
    "veröffentlicht",
  ]
}
