import ArticleReading
import IndexDefinition
import Testing

/// Mail whose head, text or type is not as the standards have it.
struct MailHeadTests {
  private static let head = """
    From: Ada Day <ada@example.org>
    To: desk@example.org
    Subject: Port
    Date: Mon, 6 May 2024 10:11:12 +0000

    """

  private func bodies(_ mail: String) throws -> [String] {
    try events(in: mail.utf8, named: "a.eml").compactMap(\.article).map(\.body)
  }

  /// Python's `email` begins the text there, too.
  @Test(arguments: [
    ("Ships came.\nThey left.\n", "Ships came.\nThey left."),
    ("no field here\n\nShips came.\n", "no field here\n\nShips came."),
    ("stray line\nContent-Type: text/html\n\n<p>Ships came.</p>\n", "Ships came."),
    ("X-Long: a\n b\n\nShips came.\n", "Ships came."),
    ("\nShips came.\n", "Ships came."),
  ])
  func textBeginsWithTheFirstLineThatIsNoField(rest: String, body: String) throws {
    #expect(try bodies(Self.head + rest) == [body])
  }

  /// A count of bytes is what Apple Mail writes in front; one of more digits than a number has is none.
  @Test(arguments: [30, 23, 18])
  func digitsWithoutEndInFrontOfAMailAreNoCount(digits: Int) throws {
    let count = String(repeating: "7", count: digits) + (digits == 18 ? "\n" : "")
    #expect(try bodies(count + Self.head + "\nShips came.\n").count == 1)
  }

  @Test func linesMayEndInCarriageReturnsAlone() throws {
    let mail = (Self.head + "\nShips came.\n").replacing("\n", with: "\r")
    #expect(try bodies(mail) == ["Ships came."])
  }

  /// RFC 2045, 5.2.
  @Test(arguments: ["text", "; charset=utf-8", "nothing"])
  func whatIsNoTypeIsPlainText(type: String) throws {
    #expect(try bodies(Self.head + "Content-Type: \(type)\n\nShips came.\n") == ["Ships came."])
  }

  @Test(arguments: [
    ("text/plain; format=flowed", "Ships \ncame.\n> They \n> left.\n", "Ships came.\n> They left."),
    ("text/plain; format=flowed; delsp=yes", "Ships ca \nme.\n", "Ships came."),
    (
      "text/enriched", "<bold>Ships</bold>\ncame.\n\nAll <<of>> them.\n",
      "Ships came.\n\nAll <of>> them."
    ),
    (
      "text/plain",
      "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nShips.\n- - One.\n-----BEGIN PGP SIGNATURE-----\n\nab\n",
      "Ships.\n- One."
    ),
  ])
  func textIsWhatWasWritten(type: String, text: String, body: String) throws {
    #expect(try bodies(Self.head + "Content-Type: \(type)\n\n" + text) == [body])
  }

  @Test func aUuencodedFileIsReadAndOneInYEncLeftOut() throws {
    let mail =
      Self.head + "\nShips came.\n\nbegin 644 note.txt\n#0V%T\n`\nend\n"
      + "=ybegin line=128 size=3 name=a\nabc\n=yend size=3\nThey left.\nbegin 644 and so on\n"
    let events = try events(in: mail.utf8, named: "a.eml")
    #expect(
      events.compactMap(\.article).map { [$0.path, $0.body] } == [
        ["a.eml", "Ships came.\n\nThey left.\nbegin 644 and so on"], ["a.eml#note.txt", "Cat"],
      ])
    #expect(
      events.compactMap(\.failure?.message) == [
        "parts that hold no article are left out: a file in yEnc"
      ])
  }

  @Test func aPieceOfAMailIsTold() throws {
    let mail =
      Self.head + "Content-Type: message/partial; id=\"x@example.org\"; number=1; total=2\n\n"
      + "Subject: Whole\n\nFirst half of\n"
    #expect(
      try events(in: mail.utf8, named: "a.eml").compactMap(\.failure?.message) == [
        "a piece of a mail that was sent in several; join them to read it whole"
      ])
  }
}
