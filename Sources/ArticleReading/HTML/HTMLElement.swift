/// An element of a page: libxml2's view of it, in values that outlive the parse.
final class HTMLElement {
  enum Node {
    case element(HTMLElement)
    case text(String)
  }

  /// Lower case.
  let name: String
  /// Names in lower case.
  let attributes: [String: String]
  var children: [Node] = []
  private(set) weak var parent: HTMLElement?

  init(name: String, attributes: [String: String] = [:], parent: HTMLElement? = nil) {
    self.name = name
    self.attributes = attributes
    self.parent = parent
  }

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// `class` and `id` in lower case, where pages say what an element is for.
  private(set) lazy var hint = "\(self["class"] ?? "") \(self["id"] ?? "")".lowercased()

  var elements: some Sequence<HTMLElement> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  var ancestors: some Sequence<HTMLElement> {
    sequence(state: parent) { (next: inout HTMLElement?) in
      defer { next = next?.parent }
      return next
    }
  }

  /// Calls `visit` for this element and those inside it, in document order; where it gives false,
  /// not for those inside.
  func walk(_ visit: (HTMLElement) -> Bool) {
    guard visit(self) else { return }
    for element in elements { element.walk(visit) }
  }

  /// The first element, this one included, that `isWanted`.
  func first(where isWanted: (HTMLElement) -> Bool) -> HTMLElement? {
    var found: HTMLElement?
    walk { element in
      if found == nil, isWanted(element) { found = element }
      return found == nil
    }
    return found
  }

  func all(where isWanted: (HTMLElement) -> Bool) -> [HTMLElement] {
    var found: [HTMLElement] = []
    walk { element in
      if isWanted(element) { found.append(element) }
      return true
    }
    return found
  }

  /// All text inside, as written.
  var rawText: String {
    children.reduce(into: "") { text, node in
      switch node {
      case .text(let part): text += part
      case .element(let element): text += element.rawText
      }
    }
  }

  /// The text inside on one line, white space as one space.
  var text: String {
    rawText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Takes the elements that `isUnwanted` out of the tree, with all inside them.
  func prune(where isUnwanted: (HTMLElement) -> Bool) {
    children.removeAll { node in
      guard case .element(let element) = node else { return false }
      return isUnwanted(element)
    }
    for element in elements { element.prune(where: isUnwanted) }
  }
}
