/// How much a sense weighs by itself, and how votes add up.
extension PlaceResolver {
  /// What a town of America must reach in an old paper, which is likely American.
  static let americanBar: Float = 3.8
  static let englishSpeaking = ["US", "GB", "CA", "AU", "IE", "NZ"].map(packedCode)

  static func prior(_ sense: CountryGazetteer.Sense) -> Float {
    switch sense.kind {
    case .country, .abbreviation, .gone, .metonym, .organisation: 6
    case .demonym, .county, .abbreviatedState, .compoundPrefix: 6
    case .region: Float(sense.weight) / 30 - 0.6
    case .capital: Float(sense.weight) / 30 + 0.8
    case .city, .formerPlace: Float(sense.weight) / 30
    case .hint: 0
    }
  }

  static func log1p(_ value: Float) -> Float {
    // ln(1 + x) within .02 for x in 0...12: enough to weigh votes, and no libm in the hot path.
    let x = max(value, 0)
    return x * (6 + x) / (6 + 4 * x)
  }
}

extension CountryGazetteer.Kind {
  var isPlace: Bool {
    self == .city || self == .capital || self == .region || self == .formerPlace
  }
}
