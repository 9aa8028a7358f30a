/// Tells words and links inside a sentence, which stay whatever they are called.
struct Sentences {
  /// The element that was looked at last, and whether text stands in it beside its elements: an element may
  /// have thousands of them, each of which asks.
  private var last: (number: Int32, hasText: Bool)?

  /// True of an element that is a part of the text around it.
  mutating func hold(_ element: HTMLElement) -> Bool {
    guard let parent = element.parent else { return false }
    if element.tag == .span { return isExplained(element, in: parent) }
    guard Self.words.contains(element.tag) else { return false }
    if parent.tag == .span, let outer = parent.parent { return isExplained(parent, in: outer) }
    return (parent.tag == .p || parent.tag == .li) && hasText(parent)
  }

  /// Around a word of a sentence and what pops up over it; that goes, the word stays.
  private mutating func isExplained(_ element: HTMLElement, in parent: HTMLElement) -> Bool {
    Self.texts.contains(parent.tag) && element.hints(at: Self.explained) && hasText(parent)
  }

  private mutating func hasText(_ element: HTMLElement) -> Bool {
    if let last, last.number == element.number { return last.hasText }
    let hasText = element.hasText
    last = (element.number, hasText)
    return hasText
  }

  private static let words: MarkupTags = [
    .a, .abbr, .b, .cite, .em, .font, .i, .mark, .q, .strong, .sub, .sup, .u,
  ]

  private static let texts: MarkupTags = [
    .p, .li, .div, .td, .dd, .blockquote, .span, .b, .em, .font, .i, .strong,
  ]

  private static let explained = HintWords(["rollover", "popover", "tooltip"])
}
