/// What references in markup stand for: `&eacute;`, `&#233;`, `&#XE9;`.
struct CharacterReference {
  let scalar: Unicode.Scalar
  /// Bytes from the ampersand to its end.
  let length: Int

  /// The reference at `position`, where an ampersand stands; nil when there is none.
  ///
  /// Without a semicolon behind it, as careless pages write it, only a number or a name of Latin-1
  /// counts; in an attribute not even that where a letter, a digit or `=` follows, which is an address
  /// (`?a=1&copy=2`).
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, inAttribute: Bool = false) {
    let rest = bytes[(position + 1)...].prefix(32)
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "#") {
      self.init(number: rest.dropFirst())
    } else {
      self.init(name: rest, inAttribute: inAttribute)
    }
  }

  private init?(number rest: Slice<UnsafeBufferPointer<UInt8>>) {
    let isHex = rest.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = rest.dropFirst(isHex ? 1 : 0).prefix { Self.digit($0, isHex) != nil }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits.prefix(10) {
      value = min(value * (isHex ? 16 : 10) + (Self.digit(byte, isHex) ?? 0), 0x11_0000)
    }
    scalar = Self.scalar(value)
    let isClosed = digits.endIndex < rest.endIndex && rest[digits.endIndex] == UInt8(ascii: ";")
    length = 2 + (isHex ? 1 : 0) + digits.count + (isClosed ? 1 : 0)
  }

  private init?(name rest: Slice<UnsafeBufferPointer<UInt8>>, inAttribute: Bool) {
    let name = rest.prefix { $0 | 0x20 &- 97 < 26 || $0 &- 48 < 10 }
    if name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";") {
      guard let scalar = Self.named[Self.hash(name)] else { return nil }
      (self.scalar, length) = (scalar, name.count + 2)
      return
    }
    if inAttribute, name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: "=") {
      return nil
    }
    // The longest name of Latin-1 that the letters start with: `&ampersand`.
    for count in stride(from: min(name.count, 6), to: 1, by: -1) {
      guard !inAttribute || count == name.count,
        let scalar = Self.named[Self.hash(name.prefix(count))],
        scalar.value < 0x100
      else { continue }
      (self.scalar, length) = (scalar, count + 1)
      return
    }
    return nil
  }

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex, 0x61...0x66 where isHex: UInt32((byte | 0x20) - 0x57)
    default: nil
    }
  }

  /// 0x80 to 0x9F mean windows-1252, as browsers read them.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if 0x80..<0xa0 ~= value { return DecodedText.upper[Int(value) - 0x80] }
    return value == 0 ? "\u{fffd}" : Unicode.Scalar(value) ?? "\u{fffd}"
  }

  /// Names are told apart by case.
  private static func hash(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private static let named: [UInt64: Unicode.Scalar] = {
    var scalars: [UInt64: Unicode.Scalar] = [:]
    let words = table.split(separator: " ")
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      let key = Array(words[index].utf8).withUnsafeBufferPointer { hash($0[...]) }
      scalars[key] = UInt32(words[index + 1], radix: 16).flatMap(Unicode.Scalar.init)
    }
    return scalars
  }()

  /// HTML 4's names, and those of HTML 5 that stand in texts; the code point in hexadecimal.
  private static let table = """
    Tab 9 NewLine a excl 21 QUOT 22 quot 22 num 23 dollar 24 percnt 25 AMP 26 amp 26 apos 27 \
    lpar 28 rpar 29 ast 2a plus 2b comma 2c period 2e sol 2f colon 3a semi 3b LT 3c lt 3c equals \
    3d GT 3e gt 3e quest 3f commat 40 lbrack 5b lsqb 5b bsol 5c rbrack 5d rsqb 5d Hat 5e lowbar \
    5f grave 60 lbrace 7b lcub 7b verbar 7c vert 7c rbrace 7d rcub 7d NBSP a0 NonBreakingSpace \
    a0 nbsp a0 iexcl a1 cent a2 pound a3 curren a4 yen a5 brvbar a6 sect a7 uml a8 COPY a9 copy \
    a9 ordf aa laquo ab not ac shy ad REG ae reg ae macr af deg b0 plusmn b1 sup2 b2 sup3 b3 \
    acute b4 micro b5 para b6 middot b7 cedil b8 sup1 b9 ordm ba raquo bb frac14 bc frac12 bd \
    half bd frac34 be iquest bf Agrave c0 Aacute c1 Acirc c2 Atilde c3 Auml c4 Aring c5 AElig c6 \
    Ccedil c7 Egrave c8 Eacute c9 Ecirc ca Euml cb Igrave cc Iacute cd Icirc ce Iuml cf ETH d0 \
    Ntilde d1 Ograve d2 Oacute d3 Ocirc d4 Otilde d5 Ouml d6 times d7 Oslash d8 Ugrave d9 Uacute \
    da Ucirc db Uuml dc Yacute dd THORN de szlig df agrave e0 aacute e1 acirc e2 atilde e3 auml \
    e4 aring e5 aelig e6 ccedil e7 egrave e8 eacute e9 ecirc ea euml eb igrave ec iacute ed \
    icirc ee iuml ef eth f0 ntilde f1 ograve f2 oacute f3 ocirc f4 otilde f5 ouml f6 divide f7 \
    oslash f8 ugrave f9 uacute fa ucirc fb uuml fc yacute fd thorn fe yuml ff Amacr 100 amacr \
    101 Abreve 102 abreve 103 Aogon 104 aogon 105 Cacute 106 cacute 107 Ccaron 10c ccaron 10d \
    Dcaron 10e dcaron 10f Dstrok 110 dstrok 111 Emacr 112 emacr 113 Eogon 118 eogon 119 Ecaron \
    11a ecaron 11b Gbreve 11e gbreve 11f Imacr 12a imacr 12b Iogon 12e iogon 12f Idot 130 imath \
    131 inodot 131 Lstrok 141 lstrok 142 Nacute 143 nacute 144 Ncaron 147 ncaron 148 Omacr 14c \
    omacr 14d Odblac 150 odblac 151 OElig 152 oelig 153 Racute 154 racute 155 Rcaron 158 rcaron \
    159 Sacute 15a sacute 15b Scedil 15e scedil 15f Scaron 160 scaron 161 Tcedil 162 tcedil 163 \
    Tcaron 164 tcaron 165 Umacr 16a umacr 16b Uring 16e uring 16f Udblac 170 udblac 171 Uogon \
    172 uogon 173 Yuml 178 Zacute 179 zacute 17a Zdot 17b zdot 17c Zcaron 17d zcaron 17e fnof \
    192 circ 2c6 tilde 2dc Alpha 391 Beta 392 Gamma 393 Delta 394 Epsilon 395 Zeta 396 Eta 397 \
    Theta 398 Iota 399 Kappa 39a Lambda 39b Mu 39c Nu 39d Xi 39e Omicron 39f Pi 3a0 Rho 3a1 \
    Sigma 3a3 Tau 3a4 Upsilon 3a5 Phi 3a6 Chi 3a7 Psi 3a8 Omega 3a9 alpha 3b1 beta 3b2 gamma 3b3 \
    delta 3b4 epsilon 3b5 zeta 3b6 eta 3b7 theta 3b8 iota 3b9 kappa 3ba lambda 3bb mu 3bc nu 3bd \
    xi 3be omicron 3bf pi 3c0 rho 3c1 sigmaf 3c2 sigma 3c3 tau 3c4 upsilon 3c5 phi 3c6 chi 3c7 \
    psi 3c8 omega 3c9 thetasym 3d1 upsih 3d2 piv 3d6 ensp 2002 emsp 2003 numsp 2007 puncsp 2008 \
    thinsp 2009 hairsp 200a ZeroWidthSpace 200b zwnj 200c zwj 200d lrm 200e rlm 200f dash 2010 \
    hyphen 2010 ndash 2013 mdash 2014 horbar 2015 OpenCurlyQuote 2018 lsquo 2018 CloseCurlyQuote \
    2019 rsquo 2019 rsquor 2019 lsquor 201a sbquo 201a OpenCurlyDoubleQuote 201c ldquo 201c \
    CloseCurlyDoubleQuote 201d rdquo 201d bdquo 201e ldquor 201e dagger 2020 Dagger 2021 bull \
    2022 bullet 2022 nldr 2025 hellip 2026 mldr 2026 permil 2030 prime 2032 Prime 2033 lsaquo \
    2039 rsaquo 203a oline 203e frasl 2044 euro 20ac image 2111 numero 2116 copysr 2117 weierp \
    2118 real 211c TRADE 2122 trade 2122 alefsym 2135 frac13 2153 frac23 2154 frac15 2155 frac18 \
    215b larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 crarr 21b5 lArr 21d0 uArr 21d1 rArr \
    21d2 dArr 21d3 hArr 21d4 forall 2200 part 2202 exist 2203 empty 2205 nabla 2207 isin 2208 \
    notin 2209 ni 220b prod 220f sum 2211 minus 2212 lowast 2217 radic 221a prop 221d infin 221e \
    ang 2220 and 2227 or 2228 cap 2229 cup 222a int 222b there4 2234 sim 223c cong 2245 asymp \
    2248 ne 2260 equiv 2261 le 2264 ge 2265 sub 2282 sup 2283 nsub 2284 sube 2286 supe 2287 \
    oplus 2295 otimes 2297 perp 22a5 sdot 22c5 lceil 2308 rceil 2309 lfloor 230a rfloor 230b \
    lang 2329 rang 232a loz 25ca starf 2605 star 2606 phone 260e female 2640 male 2642 spades \
    2660 clubs 2663 hearts 2665 diams 2666 sung 266a flat 266d natural 266e sharp 266f check \
    2713
    """
}
