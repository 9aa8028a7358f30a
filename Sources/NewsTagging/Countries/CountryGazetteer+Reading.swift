/// What the scanner and the resolver ask of senses and records.
extension CountryGazetteer.Sense {
  /// A country, or a state or province as well known as one (Ontario).
  var isMajor: Bool { kind == .country || kind == .gone || kind == .region && weight >= 190 }

  /// The bit of a hint's weight that marks an institution of a town.
  static let townHint: UInt8 = 2
  /// The bit of an abbreviated state's weight that asks for a town before it.
  private static let behindTown: UInt8 = 4
  /// The bit of a country's abbreviation that has dots.
  private static let dots: UInt8 = 8

  /// U.S., which is no word in a headline of capitals as US is.
  var isDotted: Bool { kind == .abbreviation && weight & Self.dots != 0 }

  /// An abbreviation that is a word, a name or an initial too (Mo, O.).
  var needsTown: Bool { kind == .abbreviatedState && weight & Self.behindTown != 0 }

  /// A city, or a region no better known than one.
  var isTown: Bool { kind.isPlace && kind != .formerPlace && !isMajor }
}

extension CountryGazetteer.Record {
  /// Means something by itself, not only as the beginning of a longer name.
  var isName: Bool { count > 0 || flags.contains(.block) }

  /// Names a country or a well-known state among other things.
  var hasMajorSense: Bool {
    (0..<count).contains { self[$0].isMajor }
  }

  /// Names a country in English.
  var namesCountry: Bool {
    (0..<count).contains { self[$0].kind == .country && self[$0].weight & 0x80 != 0 }
  }

  /// Whether ships, papers and roads are called after what is meant.
  ///
  /// Not after rivers and lands that have an article (the Tyrol); an American river or railway is of America.
  func lendsName(_ sense: CountryGazetteer.Sense) -> Bool {
    guard !flags.contains(.behindThe), sense.code != PlaceResolver.america else { return false }
    switch sense.kind {
    case .city, .capital, .country: return true
    case .formerPlace:
      return (0..<count).contains {
        self[$0].code == sense.code && self[$0].kind == .city && self[$0].weight >= 150
      }
    default: return false
    }
  }

  /// Names a people in English.
  var namesPeople: Bool {
    (0..<count).contains { self[$0].kind == .demonym && self[$0].weight & 0x80 != 0 }
  }

  /// The capital beside which all namesakes in other countries are small (Paris, Texas): what the
  /// name means unless something else is said.
  var famous: CountryGazetteer.Sense? {
    largest(withCities: false, atLeast: 165, above: 25)
  }

  /// The same of old newspapers' datelines, for large cities too (Geneva, Athens in Greece).
  var famousOfOld: CountryGazetteer.Sense? {
    largest(withCities: true, atLeast: 150, above: 20)
  }

  /// The largest capital or city, when namesakes in other countries stay so far below it.
  private func largest(
    withCities: Bool, atLeast least: UInt8, above distance: Int
  ) -> CountryGazetteer.Sense? {
    guard flags.isDisjoint(with: .word) else { return nil }
    var largest: CountryGazetteer.Sense?
    for index in 0..<count {
      let sense = self[index]
      guard sense.kind == .capital || withCities && sense.kind == .city else { continue }
      if sense.weight >= max(least, largest?.weight ?? 0) { largest = sense }
    }
    guard let first = largest else { return nil }
    for index in 0..<count where self[index].code != first.code {
      guard self[index].isTown, Int(self[index].weight) + distance <= Int(first.weight) else {
        return nil
      }
    }
    return first
  }

  /// Whether a part of a hyphenated word is read as this name.
  func standsInCompound(last: Bool) -> Bool {
    for index in 0..<count {
      switch self[index].kind {
      case .country, .abbreviation, .demonym, .gone, .metonym: return true
      case .compoundPrefix: if !last { return true }
      // London-listed, though Jack London was called so.
      case .capital where self[index].weight >= 180: return true
      case .capital, .city, .region, .formerPlace:
        if self[index].weight >= 165, flags.isDisjoint(with: [.givenName, .surname, .word]) {
          return true
        }
      default: break
      }
    }
    return false
  }
}
