/// What the spellings of a name by transliteration have in common.
///
/// `Dostoyevsky`, `Dostoevskij` and `Dostoievski` sound alike, so do `Müller` and `Mueller`,
/// `Rachmaninoff` and `Rachmaninov`. Only changes that rarely part two real names are made; short
/// names (Lee, Li) keep their letters.
enum NameSound {
  private static let shortest = 5

  /// The letters that remain, for folded `letters`.
  static func reduce(_ letters: [UInt8]) -> [UInt8] {
    guard letters.count >= shortest, letters.allSatisfy({ $0 < 0x80 }) else { return letters }
    var sounds: [UInt8] = []
    sounds.reserveCapacity(letters.count)
    var rest = letters[...]
    while let letter = rest.first {
      let (sound, width) = sound(of: rest) ?? ([letter], 1)
      for letter in sound where sounds.last != letter { sounds.append(letter) }
      rest = rest.dropFirst(width)
    }
    return ending(sounds)
  }

  private static func sound(of rest: ArraySlice<UInt8>) -> (sound: [UInt8], width: Int)? {
    rules[Int(rest[rest.startIndex] & 31)].first { rest.starts(with: $0.letters) }
      .map { ($0.sound, $0.letters.count) }
  }

  /// -off is -ov, -ine is -in.
  private static func ending(_ sounds: [UInt8]) -> [UInt8] {
    if sounds.count > 4, sounds.last == UInt8(ascii: "f"),
      "oe".utf8.contains(sounds.suffix(2)[sounds.count - 2])
    {
      return sounds.dropLast() + [UInt8(ascii: "v")]
    }
    return sounds.suffix(3).elementsEqual("ine".utf8) ? sounds.dropLast() : sounds
  }

  private struct Rule {
    let letters: [UInt8]
    let sound: [UInt8]
  }

  /// By first letter (its low five bits), the longest first.
  private static let rules: [[Rule]] = {
    var rules = Array(repeating: [Rule](), count: 32)
    let text = """
      tsch=ch tch=ch sch=sh dzh=j dj=j ph=f ck=k gh=g dh=d kh=k q=k w=v x=ks
      ou=u oo=u ue=u oe=o ae=a ie=i ee=i oye=o aye=a eye=i oie=o aie=a uye=u iye=i
      ye=e yy=i iy=i yi=i ij=i ii=i ey=ei ay=ai oy=oi uy=ui ej=ei aj=ai oj=oi uj=ui y=i
      """
    for rule in text.split(whereSeparator: \.isWhitespace) {
      let sides = rule.utf8.split(separator: UInt8(ascii: "="))
      rules[Int(sides[0].first.map { $0 & 31 } ?? 0)]
        .append(Rule(letters: Array(sides[0]), sound: Array(sides[1])))
    }
    return rules.map { $0.sorted { $0.letters.count > $1.letters.count } }
  }()
}
