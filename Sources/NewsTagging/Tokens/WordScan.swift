/// One word under the scanner: its end, hash and traits, and the `'s` or `n't` glued to it.
struct WordScan {
  private let start: Int
  private(set) var end: Int
  private(set) var hash = TokenHash.seed
  private(set) var traits: Token.Traits = []
  /// Bytes of the clitic that follows at `end`, 0 for none.
  private(set) var clitic = 0
  private(set) var cliticIsPossessive = false
  private var letters = 0
  private var capitals = 0
  private var lastIsLower = false

  /// - Parameter first: the kind of the letter at `start`.
  @inline(__always)
  init(_ start: Int, first: LetterKind) {
    self.start = start
    end = start
    if first == .upper { traits.insert(.capitalised) }
  }

  mutating func run(_ text: UnsafeBufferPointer<UInt8>) {
    while end < text.count {
      takeLetters(text)
      guard end < text.count else { break }
      let byte = text[end]
      if byte >= 0x80 {
        guard takeWide(text) || takeJoint(text) else { break }
      } else if isDigit(byte) {
        traits.insert(.hasDigit)
        hash = TokenHash.mix(hash, byte)
        end += 1
      } else {
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"), takeJoint(text) else { break }
      }
    }
    if letters > 1, capitals == letters {
      traits.insert(.allCaps)
    } else if letters == 1, capitals == 1 {
      traits.insert(.initial)
    }
    if end < text.count, text[end] == UInt8(ascii: ".") { takeDots(text) }
  }

  /// The ASCII letters from here on.
  @inline(__always)
  private mutating func takeLetters(_ text: UnsafeBufferPointer<UInt8>) {
    let run = LetterRun(text, end, after: hash, lastIsLower: lastIsLower)
    letters += run.end - end
    capitals += run.capitals
    (end, hash, lastIsLower) = (run.end, run.hash, run.lastIsLower)
    if run.hasInnerCapital { traits.insert(.innerCapital) }
  }

  /// A letter beyond ASCII.
  private mutating func takeWide(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (kind, width) = letterKind(text, end)
    guard kind != .none else { return false }
    letters += 1
    if kind == .upper {
      capitals += 1
      if lastIsLower { traits.insert(.innerCapital) }
    }
    lastIsLower = kind == .lower
    traits.insert(.hasNonASCII)
    hash = mixLowercased(hash, text, end, width, kind)
    end += width
    return true
  }

  /// An inner hyphen or apostrophe, unless it opens a clitic.
  private mutating func takeJoint(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let width = joint(text, end) else { return false }
    if text[end] == UInt8(ascii: "-") {
      traits.insert(.hasHyphen)
    } else if isPossessive(text, end, width) {
      clitic = width + 1
      cliticIsPossessive = true
      return false
    } else if isNegation(text, start, end, width) {
      splitNegation(text, width)
      return false
    } else {
      traits.insert(.hasApostrophe)
    }
    hash = TokenHash.mix(hash, width == 3 ? UInt8(ascii: "'") : text[end])
    // al-Haddad and d'Estaing have an inner capital, Jean-Luc none.
    lastIsLower = !traits.contains(.capitalised)
    end += width
    return true
  }

  /// didn't is did and n't.
  private mutating func splitNegation(_ text: UnsafeBufferPointer<UInt8>, _ width: Int) {
    end -= 1
    letters -= 1
    if text[end] & 0x20 == 0 { capitals -= 1 }
    hash = lowercaseHash(text, start, end)
    clitic = width + 2
  }

  /// The dot of an initial or abbreviation, and the further letters with theirs (U.S.).
  private mutating func takeDots(_ text: UnsafeBufferPointer<UInt8>) {
    guard clitic == 0, traits.contains(.initial) || isAbbreviation(text) else { return }
    traits.insert(.abbreviation)
    if let name = ShortNames.whole(hash) {
      // Looked up by the name that is meant, without the dot.
      hash = name
      end += 1
      return takePossessive(text)
    }
    takeByte(text)
    while end + 1 < text.count, isASCIILetter(text[end]), text[end + 1] == UInt8(ascii: ".") {
      takeByte(text)
      takeByte(text)
      traits.remove(.initial)
      traits.insert(.allCaps)
    }
    takePossessive(text)
  }

  private mutating func takePossessive(_ text: UnsafeBufferPointer<UInt8>) {
    guard let width = joint(text, end), isPossessive(text, end, width) else { return }
    clitic = width + 1
    cliticIsPossessive = true
  }

  private mutating func takeByte(_ text: UnsafeBufferPointer<UInt8>) {
    hash = TokenHash.mix(hash, lowercasedASCII(text[end]))
    end += 1
  }

  private func isAbbreviation(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard traits.contains(.capitalised), end - start <= 6 else { return false }
    return abbreviations.contains(hash) || ShortNames.isShort(hash, isBeforeInitial(text))
  }

  /// Whether `X.` stands behind the dot and a space.
  private func isBeforeInitial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end + 3 < text.count, text[end + 1] == UInt8(ascii: " ") else { return false }
    return UInt8(ascii: "A")...UInt8(ascii: "Z") ~= text[end + 2]
      && text[end + 3] == UInt8(ascii: ".")
  }
}

private let abbreviations = TokenSet(
  """
  mr mrs ms dr prof rev hon gen col lt sgt maj capt cmdr adm gov sen rep pres st jr sr messrs mme mlle
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  co corp inc ltd bros ave blvd mt ft no vs ala ariz ark calif colo conn del fla ga ill ind kan ky
  mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo supt atty
  brig cpl pvt det insp msgr ph oen qen geu mra lieut sergt comdr cllr coun const spc pfc
  """)
