internal import IndexDefinition

/// The column `place`: `{"line":12,"bytes":[100,220],"pages":[0,1500]}`, what is unknown left out.
extension SourcePlace {
  var json: String {
    var members: [String] = []
    if let line { members.append("\"line\":\(line)") }
    if let bytes { members.append("\"bytes\":[\(bytes.lowerBound),\(bytes.upperBound)]") }
    if !pages.isEmpty {
      members.append("\"pages\":[" + pages.map(String.init).joined(separator: ",") + "]")
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// Nil where the text is not in the column's form.
  init?(json: String) {
    guard json.hasPrefix("{"), json.hasSuffix("}") else { return nil }
    self.init()
    var rest = json.dropFirst().dropLast()
    while !rest.isEmpty {
      guard let (name, numbers) = Self.member(&rest) else { return nil }
      switch (name, numbers.count) {
      case ("line", 1): line = numbers[0]
      case ("bytes", 2) where numbers[0] <= numbers[1]: bytes = numbers[0]..<numbers[1]
      case ("pages", _): pages = numbers
      default: return nil
      }
    }
  }

  /// Takes a name and its numbers off the front.
  private static func member(_ rest: inout Substring) -> (name: Substring, numbers: [Int])? {
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let name = rest[..<colon].dropFirst().dropLast()
    var value = rest[colon...].dropFirst()
    let isList = value.first == "["
    let end = isList ? value.firstIndex(of: "]") : value.firstIndex(of: ",") ?? value.endIndex
    guard let end else { return nil }
    rest = value[end...].drop { $0 == "]" }
    if rest.first == "," { rest.removeFirst() }
    value = value[..<end]
    let texts = (isList ? value.dropFirst() : value).split(separator: ",")
    let numbers = texts.compactMap { Int($0) }
    return numbers.count == texts.count ? (name, numbers) : nil
  }
}
