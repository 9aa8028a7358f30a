/// The names of elements that the readers know, lower case; all others are ``other``.
///
/// HTML's (WHATWG HTML, "Elements"), the few of NITF that hold text, and what others call a paragraph.
enum MarkupTag: UInt8, CaseIterable {
  case other
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo
  case bgsound, big, blockquote, body, br, button, canvas, caption, center, cite, code, col,
    colgroup
  case command, data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset
  case figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header
  case hgroup, hr, html, i, iframe, img, input, ins, isindex, kbd, keygen, label, legend, li, link
  case main, map, mark, marquee, math, menu, meta, meter, nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output, p, param, picture, pre, progress, q, rp, rt, ruby, s
  case samp, script, search, section, select, slot, small, source, span, strike, strong, style, sub
  case summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr
  case track, tt, u, ul, `var`, video, wbr, xmp
  case block, bq, hedline, hl1, hl2, bodyContent, fracSep, para, paragraph

  /// As written in a file.
  var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map {
    switch $0 {
    case .bodyContent: "body.content"
    case .fracSep: "frac-sep"
    default: "\($0)"
    }
  }

  /// The element of this name, its letters' case aside, in XML the prefix of its namespace too.
  init(_ name: UnsafeBufferPointer<UInt8>, isXML: Bool) {
    let colon = isXML ? name.lastIndex(of: UInt8(ascii: ":")) : nil
    self = Self.byHash[MarkupName.hash(colon.map { name[($0 + 1)...] } ?? name[...])] ?? .other
  }

  private static let byHash: [UInt64: MarkupTag] = {
    var table: [UInt64: MarkupTag] = [:]
    for tag in allCases.dropFirst() {
      table[Array(tag.name.utf8).withUnsafeBufferPointer { MarkupName.hash($0[...]) }] = tag
    }
    return table
  }()
}

/// Names of elements and attributes, told apart by a hash of their bytes.
enum MarkupName {
  /// FNV-1a, 64 bits, of the name in lower case.
  static func hash(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(lower(byte))) &* 0x100_0000_01b3 }
    return hash
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}

/// A set of tags, a bit each.
struct MarkupTags: ExpressibleByArrayLiteral {
  private var bits: (UInt64, UInt64, UInt64) = (0, 0, 0)

  init(arrayLiteral tags: MarkupTag...) {
    for tag in tags {
      let bit: UInt64 = 1 << UInt64(tag.rawValue & 63)
      switch tag.rawValue >> 6 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      default: bits.2 |= bit
      }
    }
  }

  func contains(_ tag: MarkupTag) -> Bool {
    let word = tag.rawValue >> 6 == 0 ? bits.0 : tag.rawValue >> 6 == 1 ? bits.1 : bits.2
    return word >> UInt64(tag.rawValue & 63) & 1 == 1
  }
}
