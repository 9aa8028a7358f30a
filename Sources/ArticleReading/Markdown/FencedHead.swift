/// The lines between a fence (`---`, `+++`) and the one that closes it, and the text behind.
///
/// Looks no further than that, since texts are long and heads short.
struct FencedHead {
  private(set) var lines: [Substring] = []
  let rest: Substring

  /// Nil when the text does not start with a fence, or none closes it.
  ///
  /// - Parameters:
  ///   - fence: followed by nothing but white space.
  ///   - end: another line that closes it.
  init?(_ text: String, fence: String, orEnd end: String? = nil) {
    guard text.utf8.starts(with: fence.utf8) else { return nil }
    func isFence(_ line: Substring) -> Bool {
      line.hasPrefix(fence) && line.dropFirst(fence.count).allSatisfy(\.isWhitespace)
    }
    var behind = text[...]
    guard isFence(Self.nextLine(&behind)) else { return nil }
    while !behind.isEmpty {
      let line = Self.nextLine(&behind)
      if isFence(line) || end.map({ line == $0 }) == true {
        rest = behind
        return
      }
      lines.append(line)
    }
    return nil
  }

  private static func nextLine(_ text: inout Substring) -> Substring {
    let line = text.prefix { !$0.isNewline }
    text = text[line.endIndex...].dropFirst()
    return line
  }
}
