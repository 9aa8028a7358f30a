import Testing

@testable import CommandLineOptions

struct ManualTests {
  @Test func everyCommandHasAPage() {
    #expect(
      Library.program.manual.map(\.file) == [
        "library.1", "library-find.1", "library-lend.1", "library-shelf.1", "library-shelf-list.1",
      ])
  }

  @Test func aPageIsTheDeclarationInMarkup() {
    let path = Library.program.root.following(["lend"]).path
    let markup = ManualMarkup(path, Declaration(path.type).parameters, date: "May 1, 2025")
    #expect(
      markup.text == """
        .Dd May 1, 2025
        .Dt LIBRARY-LEND 1
        .Os
        .Sh NAME
        .Nm library-lend
        .Nd lends a book
        .Sh SYNOPSIS
        .Nm library lend
        .Op Ar option ...
        .Fl -days Ar n
        .Ar book
        .Op Ar reader
        .Sh DESCRIPTION
        Lends a book.
        .Sh ARGUMENTS
        .Bl -tag -width Ds
        .It Ar book
        The book's number.
        .It Ar reader
        Who takes it.
        .El
        .Sh OPTIONS
        .Bl -tag -width Ds
        .It Fl \\-days Ar n
        How long.
        .It Fl h , Fl -help
        \\-h in short, \\-\\-help in full.
        .El
        .Sh EXAMPLES
        .Bd -literal -offset indent
        library lend 12 "Jane"
        .Ed
        .Sh SEE ALSO
        .Xr library 1 ,
        .Xr library-find 1 ,
        .Xr library-shelf 1

        """)
  }

  @Test func preparedBlocksAreLiteral() {
    let find = Library.program.manual[1].text
    #expect(
      find.contains(".Bd -literal\n  a*b    any letters between\n  'x'    the letter alone\n.Ed"))
  }

  @Test func linesThatLookLikeCommandsOfTheMarkupAreText() {
    #expect(ManualMarkup.literal(".x\n'y\na\\b") == ["\\&.x", "\\&'y", "a\\eb"])
  }

  @Test func datesAreWrittenOut() {
    #expect(ManualDate.text(of: 0) == "January 1, 1970")
    #expect(ManualDate.text(of: 1_757_203_200) == "September 7, 2025")
  }
}
