import OperatingSystem
import Testing

/// What commands a terminal is shown instead.
struct VisibleTextTests {
  @Test(
    arguments: [
      ("plain text, “quoted” — 日本語 é", "plain text, “quoted” — 日本語 é", nil),
      ("a\0b", #"a\u{0}b"#, nil), ("\u{1B}[2J", #"\u{1B}[2J"#, nil),
      ("\u{9B}31m", #"\u{9B}31m"#, nil), ("a\u{7F}", #"a\u{7F}"#, nil),
      ("a\r\nb\tc", #"a\r\nb\tc"#, "a\\r\nb\tc"), ("a\u{2028}b", #"a\u{2028}b"#, nil),
      ("\u{202E}abc\u{202C}", #"\u{202E}abc\u{202C}"#, nil), ("\u{2067}", #"\u{2067}"#, nil),
      // Joiners and marks of direction are part of how Persian, Hebrew and emoji are written.
      (
        "می\u{200C}خواهم \u{200F}a\u{200E} 👩\u{200D}🚀",
        "می\u{200C}خواهم \u{200F}a\u{200E} 👩\u{200D}🚀", nil
      ),
      (#"C:\news\n"#, #"C:\news\n"#, nil),
    ] as [(String, String, String?)])
  func commandsAreShown(text: String, line: String, lines: String?) {
    #expect(text.visible.utf8.elementsEqual(line.utf8))
    #expect(text.visibleLines.utf8.elementsEqual((lines ?? line).utf8))
  }

  @Test func everyControlCharacterIsACommand() {
    let scalars = (UInt32(0)...0x10ffff).compactMap(Unicode.Scalar.init)
    let controls = scalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.count == 65)
    #expect(controls.filter { !$0.isCommand } == [])
    let others = scalars.filter { $0.isCommand && $0.properties.generalCategory != .control }
    let allowed: [Unicode.GeneralCategory] = [.format, .lineSeparator, .paragraphSeparator]
    #expect(others.filter { !allowed.contains($0.properties.generalCategory) } == [])
  }
}
