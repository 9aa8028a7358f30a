/// Finds words of a list anywhere in `class` and `id`, all at once: an automaton after Aho and Corasick.
struct HintWords {
  /// The state behind each state and letter.
  private var next: [UInt16] = Array(repeating: 0, count: HintWords.letters)
  private var isEnd: [Bool] = [false]

  /// a to z, hyphen, underscore, all else.
  private static let letters = 29

  private static func letter(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7a: Int(byte) - 0x61
    case 0x41...0x5a: Int(byte) - 0x41
    case UInt8(ascii: "-"): 26
    case UInt8(ascii: "_"): 27
    default: 28
    }
  }

  init(_ words: [String]) {
    for word in words { add(word) }
    complete()
  }

  private mutating func add(_ word: String) {
    var state = 0
    for byte in word.utf8 {
      let cell = state * Self.letters + Self.letter(byte)
      if next[cell] == 0 {
        next[cell] = UInt16(isEnd.count)
        isEnd.append(false)
        next += repeatElement(0, count: Self.letters)
      }
      state = Int(next[cell])
    }
    isEnd[state] = true
  }

  /// Where a word breaks off, the state of the longest end that begins another.
  private mutating func complete() {
    var fallback = Array(repeating: 0, count: isEnd.count)
    var queue = (0..<Self.letters).map { Int(next[$0]) }.filter { $0 > 0 }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      isEnd[state] = isEnd[state] || isEnd[fallback[state]]
      for letter in 0..<Self.letters {
        let cell = state * Self.letters + letter
        let behind = next[fallback[state] * Self.letters + letter]
        if next[cell] == 0 {
          next[cell] = behind
        } else {
          fallback[Int(next[cell])] = Int(behind)
          queue.append(Int(next[cell]))
        }
      }
    }
  }

  /// True when one of the words stands in the bytes, the case of letters aside.
  func isMet(in bytes: some Sequence<UInt8>) -> Bool {
    var state = 0
    for byte in bytes {
      state = Int(next[state * Self.letters + Self.letter(byte)])
      if isEnd[state] { return true }
    }
    return false
  }
}

extension HTMLElement {
  /// `class` and `id` in lower case, where pages say what an element is for.
  var hint: String { "\(self["class"] ?? "") \(self["id"] ?? "")".lowercased() }

  /// True when one of the words stands in `class` or `id`.
  func hints(at words: HintWords) -> Bool {
    for name in ["class", "id"] {
      if let range = tree.attribute(name, of: number), words.isMet(in: tree.text[range]) {
        return true
      }
    }
    return false
  }

  /// True when one of the words is a part of `class` or `id` between blanks, hyphens and underscores.
  func hasHintPart(_ words: HintParts) -> Bool {
    ["class", "id"].contains { name in
      tree.attribute(name, of: number).map { words.isMet(in: tree.text[$0]) } ?? false
    }
  }
}

/// Words that are looked for as whole parts of a hint, by a hash of their letters.
struct HintParts {
  private let hashes: Set<UInt64>

  init(_ words: [String]) {
    hashes = Set(words.map { $0.utf8.reduce(Self.seed, Self.step) })
  }

  // FNV-1a.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(MarkupName.lower(byte))) &* 0x100_0000_01b3
  }

  func isMet(in hint: ArraySlice<UInt8>) -> Bool {
    var hash = Self.seed
    for byte in hint {
      if byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        if hashes.contains(hash) { return true }
        hash = Self.seed
      } else {
        hash = Self.step(hash, byte)
      }
    }
    return hashes.contains(hash)
  }
}
