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
    return WordCount(start.first(8192)).unread
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

  private typealias Line = UnsafeBufferPointer<UInt8>

  /// The first forty lines that are not empty.
  private static func firstLines(_ start: UnsafeBufferPointer<UInt8>) -> [Line] {
    start.first(8192).split(maxSplits: 40) { $0 == 0x0a || $0 == 0x0d }.prefix(40)
      .map { UnsafeBufferPointer(rebasing: $0) }
  }

  /// `00:01:02,000 --> 00:01:04,000` in one of the first lines.
  private static func isSubtitles(_ lines: [Line]) -> Bool {
    lines.prefix(3).contains { line in
      guard line.holds(" --> "), let end = line.firstIndex(of: 0x20) else { return false }
      return line.dropping(end).begins(with: " --> ")
        && line[..<end].allSatisfy { isDigit($0) || $0 == 0x3a || $0 == 0x2c || $0 == 0x2e }
    }
  }

  /// Most lines begin with a time of day, or with an address and `- -`.
  private static func isLog(_ lines: [Line]) -> Bool {
    guard lines.count >= 5 else { return false }
    let stamped = lines.count { startsWithTime($0) || isAccess($0) }
    return stamped * 10 >= lines.count * 7
  }

  /// `2025-09-07 10:11:12`, `[07/Sep/2025:10:11:12`, `Sep  7 10:11:12`: a clock with seconds in
  /// the first words, and digits before any letter but those of a month.
  private static func startsWithTime(_ line: Line) -> Bool {
    let head = line.first(32)
    let isStamp = head.first.map { $0 == 0x5b || isDigit($0) } ?? false
    let colons = head.count { $0 == UInt8(ascii: ":") }
    let digits = head.count(where: isDigit)
    return colons >= 2 && digits >= (isStamp ? 10 : 7)
  }

  /// `192.0.2.1 - - [07/Sep/2025…`, as web servers note who asked.
  private static func isAccess(_ line: Line) -> Bool {
    let head = line.first(120)
    guard head.contains(0x5b) else { return false }
    let words = head.split(separator: 0x20, maxSplits: 4)
    return words.count > 3 && words[1].count < 20 && words[3].first == UInt8(ascii: "[")
      && words[0].contains(UInt8(ascii: "."))
  }

  /// Most of the first lines are comments, or settings (`[Section]`, `key=value`).
  private static func commented(_ lines: [Line]) -> String? {
    let head = lines.prefix(16)
    guard head.count >= 4 else { return nil }
    if head.first?.begins(with: "/*") == true { return "source code" }
    let comments = head.count { line in
      commentStarts.contains { line.begins(with: $0) } && !line.begins(with: "##")
    }
    if comments * 2 > head.count { return "settings or a script" }
    let settings = head.count {
      $0.first == UInt8(ascii: "[") && $0.last == UInt8(ascii: "]") || isSetting($0)
    }
    return settings * 10 > head.count * 7 ? "settings" : nil
  }

  private static let commentStarts: [StaticString] = ["#", "//", ";", "--", "%"]

  /// `key=value`, `key = value`; what is beyond ASCII passes for a letter.
  private static func isSetting(_ line: Line) -> Bool {
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let key = line[..<equals].split(separator: 0x20)
    return key.count == 1
      && key[0].allSatisfy {
        $0 | 0x20 &- 97 < 26 || $0 >= 0x80 || isDigit($0) || $0 == 0x5f || $0 == 0x2d || $0 == 0x2e
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isPatch(_ lines: [Line]) -> Bool {
    lines.contains { $0.begins(with: "@@ -") } && lines.contains { $0.begins(with: "+++ ") }
  }

  /// Lines that open or close as those of programs do, and hardly any that read as sentences.
  private static func isCode(_ lines: [Line]) -> Bool {
    guard lines.count >= 4 else { return false }
    let code = lines.count { line in
      starts.contains { line.begins(with: $0) }
        || line.last.map { $0 == 0x3b || $0 == 0x7b || $0 == 0x7d } ?? false
        || line.dropping(max(0, line.count - 2)).begins(with: "*/")
    }
    return code * 10 >= lines.count * 6
  }

  private static let starts: [StaticString] = [
    "#include", "#define", "#ifndef", "#endif", "import ", "package ", "using namespace", "def ",
    "class ", "public ", "private ", "function ", "const ", "var ", "let ", "//", "/*",
    "    return",
    "  return",
  ]
}
