/// Chinese, Korean and Vietnamese names in Latin letters: family name first, given name in one to
/// three short syllables.
enum SyllabicNames {
  /// Whether `words` is such a name: Xi Jinping, Kim Jong-un, Nguyen Van Linh.
  ///
  /// - Parameter letters: those of all words, joined.
  static func isFamilyFirst(_ words: [NameWord], _ letters: [UInt8], familyCount: Int) -> Bool {
    guard (2...4).contains(words.count), families.contains(words[0].hash),
      words.allSatisfy({ $0.kind != .initial })
    else { return false }
    return parses(letters[familyCount...], syllables: 4)
  }

  private static let families = TokenSet(
    """
    an bai bae baek ban bo bui byun cai cao cha chai chan chang chao chen cheng cheung chiang cho
    choe choi chong chou chow chu chun chung cui dai dang deng ding dinh do dong du duan duong fan
    fang feng fu gan gao ge geng go gong gu guan guo ha hahm han hao he heo ho hoang hong hou hsieh
    hsu hu hua huang huh hui hwang im jang jeon jeong ji jia jiang jiao jin ju jun jung kang kao ke
    ki kim ko kong koo kwak kwan kwok kwon lai lam lau le lee lei leung li lian liang liao lien lim
    lin ling liu lo long lu luo luong luu ly ma mai mao mei meng min moon mu na nam ng ngo nguyen ni
    nie noh oh ou pae paek pai paik pak pan pang park pei peng pham phan piao qi qian qiao qin qiu
    qu rao ren rhee ri ro roh rong ruan ryu seo seok shao shen sheng shi shih shim shin shum si sim
    sin so soh son song su suh sun tai tan tang tao teng tian tien to ton tong tran trinh trieu
    truong tsai tsang tse tseng tsui tu tung vo vu wan wang wei wen won wong woo wu xi xia xiang
    xiao xie xin xing xiong xu xue yan yang yao ye yeh yen yeo yeung yi yim yin ying yoo yoon you
    youn yu yuan yue yun zeng zha zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou
    """)

  private static let vowels = Set("aeiouyw".utf8)
  private static let onsets = TokenSet(
    """
    b c d f g h j k l m n p q r s t v w x y z zh ch sh ts tz hs kh ph th tr ng nh gi qu kw hw gw
    ky gy my ny ry by py hy pp kk tt ss jj
    """)
  private static let codas = TokenSet("n ng m k l p t h r ck nh ch rk")

  /// Whether syllables of onset, vowels and a light coda fill the letters.
  private static func parses(_ rest: ArraySlice<UInt8>, syllables: Int) -> Bool {
    if rest.isEmpty { return true }
    guard syllables > 0 else { return false }
    let onset = rest.prefix { !vowels.contains($0) }
    guard onset.isEmpty || onsets.contains(hash(onset)) else { return false }
    let nucleus = rest.dropFirst(onset.count).prefix { vowels.contains($0) }
    guard (1...4).contains(nucleus.count) else { return false }
    let tail = rest.dropFirst(onset.count + nucleus.count)
    return (0...2).contains { length in
      let coda = tail.prefix(length)
      guard coda.count == length, length == 0 || codas.contains(hash(coda)) else { return false }
      let next = tail.dropFirst(length)
      return (next.isEmpty || length > 0 || !nucleus.isEmpty)
        && parses(next, syllables: syllables - 1)
    }
  }

  private static func hash(_ letters: ArraySlice<UInt8>) -> UInt64 {
    letters.reduce(TokenHash.seed, TokenHash.mix)
  }
}
