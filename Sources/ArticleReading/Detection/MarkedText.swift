/// Files that say in their first lines what they are, whatever their name.
enum MarkedText {
  /// A format that is read.
  static func format(
    _ head: UnsafeBufferPointer<UInt8>, named: FileFormat?
  ) -> FileFormat? {
    if head.begins(with: "WARC/") { return .warc }
    if let mail = MailSignature(head, isNamedMail: named == .mail || named == .mhtml) {
      return mail.format(named: named)
    }
    return head.trimmedStart.first == UInt8(ascii: "<") ? RootElement.format(head) : nil
  }

  /// Programs that pages are made by, which look like pages.
  static func pageSource(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    let start = head.trimmedStart
    guard start.first == UInt8(ascii: "<") else { return nil }
    let marks: [StaticString] = ["<?php", "<?PHP", "<%@", "<%--"]
    return marks.contains { start.begins(with: $0) } ? "the source of a page" : nil
  }

  /// A kind that holds no article.
  ///
  /// - Parameter isNamed: the name says that it is a text; else comments at the head speak for
  ///   settings or a program.
  static func unread(_ head: UnsafeBufferPointer<UInt8>, isNamed: Bool) -> String? {
    let start = head.trimmedStart
    if let kind = marks.first(where: { start.begins(with: $0.1) })?.0 { return kind }
    let lines = firstLines(start)
    if !isNamed, let kind = commented(lines) { return kind }
    if isSubtitles(lines) { return "subtitles" }
    if isLog(lines) { return "a log" }
    if isPatch(lines) { return "a patch" }
    if isCode(lines) { return "source code" }
    return WordCount(start.prefix(8192)).unread
  }

  private static let marks: [(String, StaticString)] = [
    ("subtitles", "WEBVTT"), ("subtitles", "[Script Info]"), ("a calendar", "BEGIN:VCALENDAR"),
    ("an address card", "BEGIN:VCARD"), ("a manual page", ".TH "), ("a manual page", ".\\\""),
    ("a manual page", "'\\\""), ("a manual page", ".Dd "), ("a script", "#!/"),
    ("a script", "#! /"), ("TeX source", "\\documentclass"), ("TeX source", "\\documentstyle"),
    ("TeX source", "\\input texinfo"), ("a certificate", "-----BEGIN CERT"),
    ("a key", "-----BEGIN PGP PUBLIC"),
    ("an encrypted message", "-----BEGIN PGP MESSAGE"), ("a key", "-----BEGIN RSA"),
    ("a key", "-----BEGIN PRIVATE"), ("a patch", "diff --git "),
    ("a playlist", "#EXTM3U"), ("a style sheet", "@charset"),
    ("a translation", "msgid \""), ("a Git bundle", "# v2 git bundle"),
    ("a database dump", "-- MySQL dump"),
    ("a database dump", "--\n-- PostgreSQL"), ("a bibliography", "%0 "),
    ("a bibliography", "TY  - "),
    ("a torrent", "d8:announce"),
    ("a picture", "P3\n"), ("a picture", "P1\n"), ("a picture", "/* XPM */"),
    ("a font", "StartFontMetrics"),
    ("a CAD drawing", "ISO-10303-21;"), ("a Lotus or SYLK spreadsheet", "ID;P"),
  ]

  /// The first forty lines that are not empty.
  private static func firstLines(_ start: UnsafeBufferPointer<UInt8>) -> [Substring] {
    let lines = start.first(8192).split { $0 == 0x0a || $0 == 0x0d }
    return lines.prefix(40).map { Substring(decoding: $0, as: UTF8.self) }
  }

  /// `00:01:02,000 --> 00:01:04,000` in one of the first lines.
  private static func isSubtitles(_ lines: [Substring]) -> Bool {
    lines.prefix(3).contains { line in
      let words = line.split(separator: " ", maxSplits: 2)
      return words.count > 2 && words[1] == "-->"
        && words[0].allSatisfy { $0.isNumber || ":,.".contains($0) }
    }
  }

  /// Most lines begin with a time of day, or with an address and `- -`.
  private static func isLog(_ lines: [Substring]) -> Bool {
    guard lines.count >= 5 else { return false }
    let stamped = lines.count { line in
      startsWithTime(line) || isAccess(line)
    }
    return stamped * 10 >= lines.count * 7
  }

  /// `2025-09-07 10:11:12`, `[07/Sep/2025:10:11:12`, `Sep  7 10:11:12`: a clock with seconds in
  /// the first words, and digits before any letter but those of a month.
  private static func startsWithTime(_ line: Substring) -> Bool {
    let head = line.utf8.prefix(32)
    let isStamp = head.first.map { $0 == 0x5b || 0x30...0x39 ~= $0 } ?? false
    let colons = head.count { $0 == UInt8(ascii: ":") }
    let digits = head.count { 0x30...0x39 ~= $0 }
    return colons >= 2 && digits >= (isStamp ? 10 : 7)
  }

  /// `192.0.2.1 - - [07/Sep/2025…`, as web servers note who asked.
  private static func isAccess(_ line: Substring) -> Bool {
    let words = line.utf8.prefix(120).split(separator: 0x20, maxSplits: 4)
    return words.count > 3 && words[1].count < 20 && words[3].first == UInt8(ascii: "[")
      && words[0].contains(UInt8(ascii: "."))
  }

  /// Most of the first lines are comments, or settings (`[Section]`, `key=value`).
  private static func commented(_ lines: [Substring]) -> String? {
    let head = lines.prefix(16)
    guard head.count >= 4 else { return nil }
    if head.first?.hasPrefix("/*") == true { return "source code" }
    let comments = head.count { line in
      ["#", "//", ";", "--", "%"].contains { line.hasPrefix($0) } && !line.hasPrefix("##")
    }
    if comments * 2 > head.count { return "settings or a script" }
    let settings = head.count { $0.hasPrefix("[") && $0.hasSuffix("]") || isSetting($0) }
    return settings * 10 > head.count * 7 ? "settings" : nil
  }

  /// `key=value`, `key = value`.
  private static func isSetting(_ line: Substring) -> Bool {
    guard let equals = line.firstIndex(of: "=") else { return false }
    let key = line[..<equals].split(separator: " ")
    return key.count == 1 && key[0].allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }

  private static func isPatch(_ lines: [Substring]) -> Bool {
    lines.contains { $0.hasPrefix("@@ -") } && lines.contains { $0.hasPrefix("+++ ") }
  }

  /// Lines that open or close as those of programs do, and hardly any that read as sentences.
  private static func isCode(_ lines: [Substring]) -> Bool {
    guard lines.count >= 4 else { return false }
    let code = lines.count { line in
      starts.contains { line.hasPrefix($0) }
        || line.last.map { ";{}".contains($0) } ?? false
        || line.hasSuffix("*/")
    }
    return code * 10 >= lines.count * 6
  }

  private static let starts = [
    "#include", "#define", "#ifndef", "#endif", "import ", "package ", "using namespace", "def ",
    "class ", "public ", "private ", "function ", "const ", "var ", "let ", "//", "/*",
    "    return",
    "  return",
  ]
}
