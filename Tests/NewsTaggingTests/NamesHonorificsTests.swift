import IndexDefinition
import Testing

@testable import NewsTagging

struct NamesHonorificsTests {
  private func match(before name: String, in text: String) throws -> (String, Honorific)? {
    let field = FieldTokens(text)
    let end = try #require(field.tokens.firstIndex { field.text($0) == name })
    guard let match = Honorifics.shared.match(endingAt: end, in: field.tokens) else { return nil }
    let tokens = field.tokens[match.tokens]
    let range = Int(tokens.first?.start ?? 0)..<Int(tokens.last?.end ?? 0)
    return (field.text(range), match.honorific)
  }

  @Test(arguments: [
    ("said Lt. Gen. Smith", "Smith", "Lt. Gen."), ("said LT GEN SMITH", "SMITH", "LT GEN"),
    ("la Sra. Ayuso", "Ayuso", "Sra."), ("Foreign Minister Ito", "Ito", "Foreign Minister"),
    ("met Herrn Weber", "Weber", "Herrn"), ("de heer Bakker", "Bakker", "de heer"),
    ("mr smith", "smith", "mr"),
  ])
  func longestFormBeforeName(text: String, name: String, form: String) throws {
    #expect(try match(before: name, in: text)?.0 == form)
  }

  @Test func otherWordsAreNoForm() throws {
    #expect(try match(before: "Smith", in: "met Smith") == nil)
    #expect(try match(before: "Smith", in: "Smith") == nil)
    #expect(try match(before: "Smith", in: "the Lt. or Smith") == nil)
  }

  @Test func formSaysGenderKindAndLanguage() {
    #expect(
      Honorifics.shared[TokenHash.of("Frau")]
        == Honorific(kind: .honorific, gender: .female, language: "de", precedesGivenName: false))
    #expect(
      Honorifics.shared[TokenHash.of("sir")]
        == Honorific(kind: .honorific, gender: .male, language: "en", precedesGivenName: true))
    #expect(Honorifics.shared[TokenHash.of("Sgt.")]?.kind == .rank)
    #expect(Honorifics.shared[TokenHash.of("Keir")] == nil)
  }

  @Test func formAtStartIsFound() {
    let field = FieldTokens("Former Prime Minister Sir Tony")
    let starts = field.tokens.indices.compactMap {
      Honorifics.shared.match(startingAt: $0, in: field.tokens)?.tokens
    }
    #expect(starts == [0..<3, 1..<3, 2..<3, 3..<4])
  }

  @Test func everyRowIsWellFormed() {
    for cells in Gazetteer.honorifics.rows {
      let row = cells.map { String(decoding: $0, as: UTF8.self) }
      #expect(row.count == 5, "\(row)")
      #expect(Honorific.Kind(rawValue: String(row[3])) != nil, "\(row)")
      #expect(["f", "m", "-"].contains(row[2]), "\(row)")
      #expect(["given", "-"].contains(row[4]), "\(row)")
      #expect(row[0].split(separator: " ").count <= Honorifics.maximumWords, "\(row)")
    }
  }
}
