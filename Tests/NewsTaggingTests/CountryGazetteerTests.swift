import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct CountryGazetteerTests {
  private let gazetteer = CountryGazetteer()

  /// The binary holds what the readable files say, under the keys that the scanner's tokens give.
  @Test func tableAgreesWithPlacesFile() throws {
    var missing: [String] = []
    for row in try rows("places.tsv") {
      for place in row[1].split(separator: " ") {
        let parts = place.split(separator: ":")
        if !holds(row[0], code: parts[0], kind: parts[1], weight: UInt8(parts[2]) ?? 0) {
          missing.append("\(row[0]) \(place)")
        }
      }
    }
    #expect(missing == [])
  }

  @Test func tableAgreesWithCountryNamesFile() throws {
    let missing = try rows("country-names.tsv").filter {
      !holds($0[4], code: $0[1], kind: $0[2], weight: 0)
    }
    #expect(missing == [])
  }

  @Test func wordsThatNameNothingAreNotFound() {
    for word in ["qwzx", "Xyzzyville", "tehw"] {
      #expect(gazetteer.record(TokenHash.of(word)) == nil)
    }
  }

  @Test func everyPrefixOfANameLeadsOn() {
    let key = TokenHash.of("papua")
    #expect(gazetteer.record(key)?.flags.contains(.prefix) == true)
    let longer = CountryGazetteer.extend(key, TokenHash.of("new"))
    #expect(gazetteer.record(longer)?.flags.contains(.prefix) == true)
  }

  private func holds(
    _ name: Substring, code: Substring, kind: Substring, weight: UInt8
  ) -> Bool {
    let hashes = FieldTokens(String(name)).tokens.map(\.hash)
    guard let first = hashes.first,
      let record = gazetteer.record(hashes.dropFirst().reduce(first, CountryGazetteer.extend))
    else { return false }
    return (0..<record.count).contains { index in
      let sense = record[index]
      return sense.code == packedCode(String(code)) && sense.kind == Self.kinds[String(kind)]
        && sense.weight >= weight
    }
  }

  private static let kinds: [String: CountryGazetteer.Kind] = [
    "former-place": .formerPlace,
    "country": .country, "abbreviation": .abbreviation, "demonym": .demonym, "capital": .capital,
    "city": .city, "region": .region, "gone": .gone, "county": .county,
  ]

  private func rows(_ file: String) throws -> [[Substring]] {
    let path = repository.appendingPathComponent("index/gazetteers/\(file)")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
  }
}
