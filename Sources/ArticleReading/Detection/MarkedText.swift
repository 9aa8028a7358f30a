/// Files that say in their first lines what they are, whatever their name.
enum MarkedText {
  /// A format that is read.
  static func format(
    _ head: UnsafeBufferPointer<UInt8>, named: FileFormat?
  ) -> FileFormat? {
    if head.starts(with: "WARC/".utf8) { return .warc }
    if let mail = MailSignature(head, isNamedMail: named == .mail || named == .mhtml) {
      return mail.format(named: named)
    }
    return head.drop { $0 <= 0x20 }.first == UInt8(ascii: "<") ? RootElement.format(head) : nil
  }

  /// A kind that holds no article.
  static func unread(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    let start = head.drop { $0 <= 0x20 }
    if let kind = marks.first(where: { start.starts(with: $0.1.utf8) })?.0 { return kind }
    let lines = firstLines(start)
    if isSubtitles(lines) { return "subtitles" }
    if isLog(lines) { return "a log" }
    if isPatch(lines) { return "a patch" }
    if isCode(lines) { return "source code" }
    return WordCount(start.prefix(8192)).unread
  }

  private static let marks = [
    ("subtitles", "WEBVTT"), ("subtitles", "[Script Info]"), ("a calendar", "BEGIN:VCALENDAR"),
    ("an address card", "BEGIN:VCARD"), ("PHP source", "<?php"), ("a script", "#!/"),
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
  private static func firstLines(_ start: Slice<UnsafeBufferPointer<UInt8>>) -> [Substring] {
    let text = String(decoding: start.prefix(8192), as: UTF8.self)
    return Array(text.split(whereSeparator: \.isNewline).prefix(40))
  }

  /// `00:01:02,000 --> 00:01:04,000` in one of the first lines.
  private static func isSubtitles(_ lines: [Substring]) -> Bool {
    lines.prefix(3).contains { line in
      guard let arrow = line.firstRange(of: " --> ") else { return false }
      return line[..<arrow.lowerBound].allSatisfy { $0.isNumber || ":,. ".contains($0) }
    }
  }

  /// Most lines begin with a time of day, or with an address and `- -`.
  private static func isLog(_ lines: [Substring]) -> Bool {
    guard lines.count >= 5 else { return false }
    let stamped = lines.count { line in
      startsWithTime(line) || line.utf8.prefix(80).firstRange(of: " - - [".utf8) != nil
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
