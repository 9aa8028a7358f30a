/// What the scanner and the resolver ask of senses and records.
extension CountryGazetteer.Sense {
  /// A country, or a state or province as well known as one (Ontario).
  var isMajor: Bool { kind == .country || kind == .gone || kind == .region && weight >= 190 }

  /// A city, or a region no better known than one.
  var isTown: Bool { kind.isPlace && !isMajor }
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

  /// The capital beside which all namesakes in other countries are small (Paris, Texas): what the
  /// name means unless something else is said.
  var famous: CountryGazetteer.Sense? {
    guard flags.isDisjoint(with: .word), let capital = largest(.capital), capital.weight >= 165
    else { return nil }
    for index in 0..<count where self[index].code != capital.code {
      guard self[index].isTown, Int(self[index].weight) + 25 <= Int(capital.weight) else {
        return nil
      }
    }
    return capital
  }

  private func largest(_ kind: CountryGazetteer.Kind) -> CountryGazetteer.Sense? {
    (0..<count).lazy.map { self[$0] }.filter { $0.kind == kind }.max { $0.weight < $1.weight }
  }

  /// Whether a part of a hyphenated word is read as this name.
  func standsInCompound(last: Bool) -> Bool {
    for index in 0..<count {
      switch self[index].kind {
      case .country, .abbreviation, .demonym, .gone, .metonym: return true
      case .compoundPrefix: if !last { return true }
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
