/// Text whose lines were broken to be mailed (RFC 3676): a line that ends in a space goes on.
enum FlowedText {
  /// - Parameter deletesSpace: that space is none of the text (`DelSp=yes`).
  static func joined(_ text: String, deletesSpace: Bool) -> String {
    var joined = ""
    joined.reserveCapacity(text.utf8.count)
    var (isFirst, goesOn, lastDepth) = (true, false, 0)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let quoted = line.drop { $0 == ">" }
      let depth = line.count - quoted.count
      // A space in front guards lines that begin with one, with `>` or with `From`.
      let bare = quoted.first == " " ? quoted.dropFirst() : quoted
      if goesOn, depth == lastDepth, bare != "-- " {
        if deletesSpace { joined.removeLast() }
      } else {
        if !isFirst { joined += "\n" }
        if depth > 0 { joined += String(repeating: ">", count: depth) + " " }
      }
      joined += bare
      goesOn = bare.last == " " && bare != "-- "
      (isFirst, lastDepth) = (false, depth)
    }
    return joined
  }
}

/// Text with simple markup (RFC 1896): `<<` is a `<`, one line end a blank, empty lines part paragraphs.
enum EnrichedText {
  static func plain(_ text: String) -> String {
    let markup = text.replacing("<<", with: "&lt;").replacing("\r\n", with: "\n")
    return HTMLParser.parse(EscapedMarkup.divided(markup)).paragraphs
  }
}

/// Text between the marks of OpenPGP's cleartext signatures (RFC 9580, 7).
enum ClearSignedText {
  /// What was signed; the text itself where there are no such marks.
  static func plain(_ text: Substring) -> Substring {
    let open = "-----BEGIN PGP SIGNED MESSAGE-----\n"
    guard text.hasPrefix(open), let end = text.firstRange(of: "\n-----BEGIN PGP SIGNATURE-----"),
      let gap = text[..<end.lowerBound].firstRange(of: "\n\n")
    else { return text }
    let lines = text[gap.upperBound..<end.lowerBound]
    return lines.contains("\n- ") ? Substring(lines.replacing("\n- ", with: "\n")) : lines
  }
}
