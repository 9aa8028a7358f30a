/// What encodings are called beside the names that iconv knows.
///
/// Feeds and pages also use the names of programs (`iso_8859_2`, `mac_latin2`, `1251`), of mail
/// (`x-sjis`) and old ones of IANA's registry (`iso-8859-7-1987`).
enum EncodingNames {
  /// The name itself, then others under which iconv may know the same encoding.
  static func spellings(of name: String) -> [String] {
    let dashed = String(name.map { $0 == "_" ? "-" : $0 })
    var spellings = [name, dashed, numbered(dashed), undated(dashed)].compactMap { $0 }
    if let other = others[dashed] { spellings.append(other) }
    return spellings.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Of a page of characters known by its number: `cp1251` for `1251`.
  private static func numbered(_ name: String) -> String? {
    3...5 ~= name.utf8.count && name.utf8.allSatisfy { $0 &- 48 < 10 } ? "cp" + name : nil
  }

  /// `iso-8859-7` for `iso-8859-7-1987`.
  private static func undated(_ name: String) -> String? {
    guard let dash = name.lastIndex(of: "-"),
      ["19", "20"].contains(name[dash...].dropFirst().prefix(2))
    else { return nil }
    let year = name[dash...].dropFirst()
    return year.count == 4 && year.allSatisfy(\.isNumber) ? String(name[..<dash]) : nil
  }

  private static let others = [
    "iso8859": "iso-8859-1", "iso8859-1": "iso-8859-1", "8859": "iso-8859-1",
    "latin": "iso-8859-1", "latin-1": "iso-8859-1", "l9": "iso-8859-15",
    "iso-celtic": "iso-8859-14", "thai": "iso-8859-11", "elot-928": "iso-8859-7",
    "646": "us-ascii", "ansi-x3.4": "us-ascii", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8",
    "cp-is": "cp861", "csibm861": "cp861", "cp-gr": "cp869", "csibm858": "cp858",
    "cp866u": "cp1125", "ibm1125": "cp1125", "ibm039": "cp037", "037": "cp037",
    "mac-roman": "macintosh", "macroman": "macintosh", "x-mac-roman": "macintosh",
    "maclatin2": "mac-centraleurope", "mac-latin2": "mac-centraleurope",
    "mac-centeuro": "mac-centraleurope", "maccentraleurope": "mac-centraleurope",
    "x-mac-ce": "mac-centraleurope", "maciceland": "mac-is", "mac-iceland": "mac-is",
    "x-mac-cyrillic": "mac-cyrillic",
    "big5-tw": "big5", "x-x-big5": "big5", "x-mac-trad-chinese": "big5", "hkscs": "big5-hkscs",
    "chinese": "gb18030", "gb2312-80": "gb18030", "gb2312-1980": "gb18030",
    "iso-ir-58": "gb18030", "x-mac-simp-chinese": "gb18030", "gb18030-2000": "gb18030",
    "korean": "cp949", "ks-c-5601": "cp949", "ks-c-5601-1987": "cp949", "ksc5601": "cp949",
    "ks-x-1001": "cp949", "ksx1001": "cp949", "x-mac-korean": "cp949", "ms949": "cp949",
    "ms950": "cp950", "ms1361": "johab", "ms-kanji": "cp932", "mskanji": "cp932",
    "x-sjis": "cp932", "s-jis": "cp932", "shiftjis": "cp932", "x-mac-japanese": "cp932",
    "u-jis": "euc-jp", "iso2022-jp": "iso-2022-jp", "iso2022-kr": "iso-2022-kr",
  ]
}
