import CommandLineOptions
import Testing

struct ParsingTests {
  private func command<C: Command>(_ type: C.Type, _ arguments: String...) throws -> C {
    guard case .run(let command) = try Library.program.request(arguments) else {
      throw UsageError("no command")
    }
    return try #require(command as? C)
  }

  @Test func whatIsNotGivenHoldsItsInitialValue() throws {
    let find = try command(FindCommand.self, "find")
    #expect(find.words == [] && find.tags == [] && find.filters.author == [])
    #expect(find.order == .title && find.limit == 10 && find.share == 0.5)
    #expect(find.filters.since == nil && !find.allCopies && find.shelf.shelf == nil)
  }

  @Test func optionsAndArgumentsStandInAnyOrder() throws {
    let find = try command(
      FindCommand.self, "find", "north", "--order", "year", "and", "--all-copies", "--limit=3",
      "south", "--author", "A", "--author=B")
    #expect(find.words == ["north", "and", "south"])
    #expect(find.order == .year && find.limit == 3 && find.allCopies)
    #expect(find.filters.author == ["A", "B"])
  }

  @Test func theLastOfAnOptionGivenTwiceHolds() throws {
    #expect(try command(FindCommand.self, "find", "--limit", "3", "--limit", "4").limit == 4)
  }

  @Test func aNumberBelowZeroIsAValue() throws {
    #expect(try command(FindCommand.self, "find", "--limit", "-4").limit == -4)
    #expect(try command(FindCommand.self, "find", "--share", "-0.5").share == -0.5)
  }

  @Test func twoDashesEndTheOptions() throws {
    let find = try command(FindCommand.self, "find", "--limit", "3", "--", "-x", "--limit", "--")
    #expect(find.words == ["-x", "--limit", "--"])
    #expect(find.limit == 3)
  }

  @Test func aDashIsAnArgumentAndAValue() throws {
    let find = try command(FindCommand.self, "find", "-", "--shelf", "-")
    #expect(find.words == ["-"] && find.shelf.shelf == "-")
  }

  @Test func aValueMayHoldAnEqualsSignOrNothing() throws {
    let find = try command(FindCommand.self, "find", "--shelf=a=b", "--author=")
    #expect(find.shelf.shelf == "a=b" && find.filters.author == [""])
  }

  @Test func aMarkBehindTheEqualsSignIsOfTheValue() throws {
    let find = try command(FindCommand.self, "find", "--author=\u{301}A", "--shelf==\u{301}")
    #expect(find.filters.author.map { Array($0.unicodeScalars) } == [["\u{301}", "A"]])
    #expect(find.shelf.shelf.map { Array($0.unicodeScalars) } == ["=", "\u{301}"])
  }

  @Test func aGreedyOptionEndsAtTheNext() throws {
    let find = try command(FindCommand.self, "find", "--tags", "a", "b", "--limit", "1", "c")
    #expect(find.tags == ["a", "b"] && find.words == ["c"])
  }

  @Test func argumentsGoByTheirPlace() throws {
    let lend = try command(LendCommand.self, "lend", "12", "--days", "3", "Jane")
    #expect(lend.book == 12 && lend.reader == "Jane" && lend.days == 3)
    #expect(try command(LendCommand.self, "lend", "12", "--days", "3").reader == "nobody")
  }

  @Test func aCommandOfACommandIsFound() throws {
    #expect(try command(ShelfListCommand.self, "shelf", "list", "--empty").empty)
  }

  @Test func commandsCanBeReadSideBySide() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let find = try command(FindCommand.self, "find", "--limit", "\(number)", "w\(number)")
          return find.limit == number && find.words == ["w\(number)"]
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }

  @Test func everyOptionIsDeclared() {
    let declared = Dictionary(
      uniqueKeysWithValues: Library.program.declared.map { ($0.command, $0.options) })
    #expect(declared["library lend"] == ["--days"])
    #expect(declared["library shelf list"] == ["--empty"])
    #expect(
      declared["library find"] == [
        "--author", "--since", "--until", "--shelf", "--json", "--columns", "--order", "--share",
        "--limit",
        "--tags", "--all-copies",
      ])
  }
}
