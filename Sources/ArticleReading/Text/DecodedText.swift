/// A text from bytes that should be UTF-8.
///
/// Where they are not, they are read as what is declared, else as their own bytes suggest, at last as
/// windows-1252, which gives every byte a character so that nothing is lost.
struct DecodedText {
  let text: String
  /// The first byte that is not UTF-8, where another encoding had to be guessed for that reason.
  let badByte: Int?
  /// The encoding that was guessed.
  private let guess: String

  /// What to say where ``badByte`` is not nil.
  var advice: String {
    "not valid UTF-8, read as \(guess); say what it is by --encoding, or convert it (iconv -f … -t UTF-8)"
  }

  /// - Parameter encoding: what the user says that it is.
  init(_ bytes: UnsafeBufferPointer<UInt8>, encoding: String? = nil) {
    if let encoding, let text = DeclaredEncoding(name: encoding.lowercased()).decode(bytes) {
      self.init(text: text)
    } else if let byte = UTF8Validity.firstInvalid(bytes) {
      let (text, guess) = Self.guessed(bytes)
      self.init(text: text, badByte: byte, guess: guess)
    } else {
      self.init(text: Self.escaped(bytes) ?? String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The text of bytes that change to Japanese or Korean letters by escapes, in 7 bits (ISO 2022); nil for
  /// others.
  private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.holds("\u{1b}$") else { return nil }
    let marks: [(StaticString, String)] = [
      ("\u{1b}$B", "iso-2022-jp"), ("\u{1b}$@", "iso-2022-jp"), ("\u{1b}$)C", "iso-2022-kr"),
    ]
    let name = marks.first { bytes.holds($0.0) }?.1
    return name.flatMap { DeclaredEncoding(name: $0).decode(bytes) }
  }

  /// Whether a page may be read as it is: in UTF-8, with no other encoding in 7 bits declared.
  static func isUTF8(page bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    DeclaredEncoding(bytes)?.isSevenBit != true && UTF8Validity.firstInvalid(bytes) == nil
  }

  /// Reads a page: as it declares itself, when it is not UTF-8.
  init(page bytes: UnsafeBufferPointer<UInt8>, encoding: String? = nil) {
    let declared = encoding == nil ? DeclaredEncoding(bytes) : nil
    let isUTF8 = declared?.isSevenBit != true && UTF8Validity.firstInvalid(bytes) == nil
    if !isUTF8, let text = declared?.decode(bytes) {
      self.init(text: text)
    } else {
      self.init(bytes, encoding: encoding)
    }
  }

  private init(text: String, badByte: Int? = nil, guess: String = "UTF-8") {
    self.text = text
    self.badByte = badByte
    self.guess = guess
  }

  /// The text of bytes that are not UTF-8, and the name of what they were taken for.
  private static func guessed(_ bytes: UnsafeBufferPointer<UInt8>) -> (String, String) {
    if let text = mended(bytes) { return (text, "UTF-8 with damaged bytes") }
    if let name = EncodingGuess.name(of: bytes), !latin.contains(name), name != "utf-8",
      let text = DeclaredEncoding(name: name).decode(bytes)
    {
      return (text, name)
    }
    return (windows1252(bytes), "windows-1252")
  }

  private static let latin: Set<String> = ["ascii", "iso-8859-1", "iso-8859-15", "windows-1252"]

  /// UTF-8 in which some bytes were damaged, those read as windows-1252; nil where most letters beyond
  /// ASCII are no UTF-8.
  private static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 16)
    var (sound, damaged) = (0, 0)
    var position = 0
    while position < bytes.count {
      let length = UTF8Validity.sequenceLength(bytes, at: position)
      if length > 0 {
        text.append(contentsOf: bytes[position..<position + length])
        if length > 1 { sound += 1 }
        position += length
      } else {
        text.append(contentsOf: Unicode.Scalar(upper(bytes[position])).utf8)
        damaged += 1
        position += 1
      }
    }
    return sound > 2 * damaged ? String(decoding: text, as: UTF8.self) : nil
  }

  static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      scalars.append(upper(byte))
    }
    return String(scalars)
  }

  private static func upper(_ byte: UInt8) -> Unicode.Scalar {
    0x80..<0xa0 ~= byte ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// The characters of bytes 0x80 to 0x9F, from the WHATWG Encoding Standard; five are controls.
  static let upper = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars)
}
