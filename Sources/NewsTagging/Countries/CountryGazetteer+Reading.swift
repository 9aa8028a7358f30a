/// What the scanner and the resolver ask of senses and records.
extension CountryGazetteer.Sense {
  /// A country, or a state or province as well known as one (Ontario).
  var isMajor: Bool { kind == .country || kind == .gone || kind == .region && weight >= 190 }
}

extension CountryGazetteer.Record {
  /// Means something by itself, not only as the beginning of a longer name.
  var isName: Bool { count > 0 || flags.contains(.block) }

  /// Names a country or a well-known state among other things.
  var hasMajorSense: Bool {
    (0..<count).contains { self[$0].isMajor }
  }

  /// Whether a part of a hyphenated word is read as this name.
  func standsInCompound(last: Bool) -> Bool {
    for index in 0..<count {
      switch self[index].kind {
      case .country, .abbreviation, .demonym, .gone, .metonym: return true
      case .compoundPrefix: if !last { return true }
      case .capital, .city, .region:
        if self[index].weight >= 165, flags.isDisjoint(with: [.givenName, .surname, .word]) {
          return true
        }
      default: break
      }
    }
    return false
  }
}
