/// What ends where another element begins: `<li>a<li>b` are two items.
///
/// After WHATWG HTML, "Optional tags".
struct MarkupEnding {
  /// Of these the innermost that is open ends, with all inside it.
  let tags: MarkupTags
  /// Unless one of these is nearer.
  let scope: MarkupTags

  /// What ends before an element of this kind; nil for nothing.
  static func before(_ tag: MarkupTag) -> MarkupEnding? {
    switch tag {
    case .li: item
    case .dd, .dt: term
    case .option: option
    case .optgroup: group
    case .td, .th: cell
    case .tr: row
    case .tbody, .thead, .tfoot: rows
    case .a: link
    default: nil
    }
  }

  // Made once: most tags of a page ask.
  static let paragraph = MarkupEnding(
    tags: [.p], scope: [.td, .th, .table, .button, .object, .applet, .marquee, .caption])
  private static let item = MarkupEnding(tags: [.li], scope: [.ul, .ol, .menu, .dir])
  private static let term = MarkupEnding(tags: [.dd, .dt], scope: [.dl])
  private static let option = MarkupEnding(tags: [.option], scope: [.select, .datalist, .optgroup])
  private static let group = MarkupEnding(tags: [.option, .optgroup], scope: [.select])
  private static let cell = MarkupEnding(tags: [.td, .th], scope: [.tr, .table])
  private static let row = MarkupEnding(tags: [.tr], scope: [.table, .tbody, .thead, .tfoot])
  private static let rows = MarkupEnding(tags: [.tbody, .thead, .tfoot], scope: [.table])
  private static let link = MarkupEnding(
    tags: [.a], scope: [.td, .th, .table, .li, .div, .p])
}
