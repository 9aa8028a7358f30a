/// What the spellings of a name by transliteration have in common.
///
/// `Dostoyevsky`, `Dostoevskij` and `Dostoievski` sound alike, so do `Müller` and `Mueller`,
/// `Rachmaninoff` and `Rachmaninov`. Only changes that rarely part two real names are made; short
/// names (Lee, Li) keep their letters.
enum NameSound {
  private static let shortest = 5
  private static let longest = 40

  /// A hash of what remains of folded letters; their ``TokenHash`` when nothing is changed.
  static func hash(_ letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard (shortest...longest).contains(letters.count) else { return NameSpellings.hash(letters) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count * 2) { sounds in
      NameSpellings.hash(sounds[..<reduce(letters, into: sounds)])
    }
  }

  /// Writes the sounds of `letters`, twice runs as one, and returns how many they are.
  private static func reduce(
    _ letters: UnsafeBufferPointer<UInt8>, into sounds: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    assert(sounds.count >= 2 * letters.count, "a letter stands for up to two sounds")
    let rules = rules
    var count = 0
    func append(_ sound: UInt8) {
      guard count == 0 || sounds[count - 1] != sound else { return }
      sounds[count] = sound
      count += 1
    }
    var at = 0
    while at < letters.count {
      if let rule = rule(at: at, in: letters, rules) {
        append(rule.first)
        if rule.second != 0 { append(rule.second) }
        at += rule.width
      } else {
        append(letters[at])
        at += 1
      }
    }
    return ending(sounds, count)
  }

  /// -off is -ov, -ine is -in.
  private static func ending(_ sounds: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    guard count > 4 else { return count }
    let last = (sounds[count - 3], sounds[count - 2], sounds[count - 1])
    if last.2 == UInt8(ascii: "f"), last.1 == UInt8(ascii: "o") || last.1 == UInt8(ascii: "e") {
      sounds[count - 1] = UInt8(ascii: "v")
    }
    return last == (UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "e")) ? count - 1 : count
  }

  /// Two to four letters and the one or two sounds they stand for.
  private struct Rule {
    /// The letters in the high bytes, in text order.
    let letters: UInt32
    let mask: UInt32
    let width: Int
    let first: UInt8
    /// 0: none.
    let second: UInt8

    init(_ letters: some Collection<UInt8>, _ sounds: some Collection<UInt8>) {
      width = letters.count
      mask = ~UInt32(0) << UInt32(32 - 8 * letters.count)
      self.letters = letters.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(32 - 8 * letters.count)
      first = sounds.first ?? 0
      second = sounds.dropFirst().first ?? 0
    }
  }

  @inline(__always)
  private static func rule(
    at start: Int, in letters: UnsafeBufferPointer<UInt8>, _ rules: Rules
  ) -> Rule? {
    let second = start + 1 < letters.count ? letters[start + 1] : 0
    let first = Int(letters[start] & 31)
    // Nearly all letters stand for themselves, which these two tell.
    guard rules.seconds[first] >> UInt32(second & 31) & 1 != 0 else { return nil }
    var window: UInt32 = 0
    for at in start..<start + 4 {
      window = window << 8 | (at < letters.count ? UInt32(letters[at]) : 0)
    }
    return rules.byFirst[first].first { window & $0.mask == $0.letters }
  }

  /// The rules by their first letter (its low five bits).
  private struct Rules {
    /// The longest first.
    var byFirst = Array(repeating: [Rule](), count: 32)
    /// A bit for each second letter; all of them where a rule has only one.
    var seconds = Array(repeating: UInt32(0), count: 32)

    mutating func add(_ letters: some Collection<UInt8>, _ sounds: some Collection<UInt8>) {
      let first = Int(letters.first.map { $0 & 31 } ?? 0)
      byFirst[first].append(Rule(letters, sounds))
      byFirst[first].sort { $0.width > $1.width }
      seconds[first] |= letters.dropFirst().first.map { 1 << UInt32($0 & 31) } ?? ~0
    }
  }

  private static let rules: Rules = {
    var rules = Rules()
    let text = """
      tsch=ch tch=ch sch=sh dzh=j dj=j ph=f ck=k gh=g dh=d kh=k q=k w=v
      ou=u oo=u ue=u oe=o ae=a ie=i ee=i oye=o aye=a eye=i oie=o aie=a uye=u iye=i
      ye=e yy=i iy=i yi=i ij=i ii=i ey=ei ay=ai oy=oi uy=ui ej=ei aj=ai oj=oi uj=ui y=i
      """
    for rule in text.split(whereSeparator: \.isWhitespace) {
      let sides = rule.utf8.split(separator: UInt8(ascii: "="))
      rules.add(sides[0], sides[1])
    }
    return rules
  }()
}
