/// The control words of RTF that make a difference to the text.
enum RTFWord {
  case paragraph, line, cell, row, tab
  case outsideTable, insideTable
  case character(Unicode.Scalar)
  case unicode, fallback
  case font, characterSet, codePage, plain
  case hidden, deleted
  case binary
  /// A destination whose text is no part of the document.
  case skipped
  /// One whose text is, at the end.
  case note
  /// One that holds others.
  case holder
  /// The text in a shape.
  case shapeText
  case info, title, author, created, year, month, day
  case fontTable

  /// Nil for all that only concern how the text looks.
  init?(_ letters: Slice<UnsafeBufferPointer<UInt8>>) {
    guard letters.count <= 16, let word = Self.words[String(decoding: letters, as: UTF8.self)]
    else { return nil }
    self = word
  }

  private static let words: [String: RTFWord] = {
    var words: [String: RTFWord] = [
      "par": .paragraph, "sect": .paragraph, "page": .paragraph, "column": .paragraph,
      "line": .line, "softline": .line, "cell": .cell, "nestcell": .cell, "row": .row,
      "nestrow": .row, "pard": .outsideTable, "intbl": .insideTable, "tab": .tab,
      "emdash": .character("—"), "endash": .character("–"),
      "lquote": .character("‘"), "rquote": .character("’"), "ldblquote": .character("“"),
      "rdblquote": .character("”"), "bullet": .character("•"), "emspace": .character("\u{2003}"),
      "enspace": .character("\u{2002}"), "qmspace": .character("\u{2005}"), "u": .unicode,
      "uc": .fallback, "f": .font, "fcharset": .characterSet, "ansicpg": .codePage,
      "plain": .plain, "v": .hidden, "deleted": .deleted, "bin": .binary, "info": .info,
      "title": .title, "author": .author, "creatim": .created, "yr": .year, "mo": .month,
      "dy": .day, "fonttbl": .fontTable, "shpinst": .holder, "shptxt": .shapeText, "shp": .holder,
      "footnote": .note, "annotation": .note,
      "header": .note, "headerl": .note, "headerr": .note, "headerf": .note, "footer": .note,
      "footerl": .note, "footerr": .note, "footerf": .note,
    ]
    for name in skippedNames { words[name] = .skipped }
    return words
  }()

  private static let skippedNames = [
    "colortbl", "stylesheet", "pict", "objdata", "objclass", "objname", "themedata",
    "datastore", "listtable", "listoverridetable", "rsidtbl", "generator", "fldinst", "xe", "tc",
    "bkmkstart", "bkmkend", "filetbl", "revtbl", "private", "template", "operator", "keywords",
    "comment", "doccomm", "subject", "category", "manager", "company", "hlinkbase", "revtim",
    "printim", "buptim", "nonshppict", "latentstyles", "xmlnstbl", "mmathPr", "wgrffmtfilter",
    "pgptbl", "atnid", "atnauthor", "atnref", "atndate", "falt", "panose", "pntxta", "pntxtb",
    "listtext", "userprops", "sp", "fchars", "lchars", "protusertbl", "password",
  ]
}
