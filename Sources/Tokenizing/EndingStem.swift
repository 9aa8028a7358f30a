/// The light stem of a term in a language that libstemmer has no algorithm for: without the ending of
/// its case, number or person.
///
/// The endings are our own lists from common grammar, folded as the tokenizer folds. The longest that
/// leaves enough of the word is taken off.
struct EndingStem {
  private static let shortestRest = 3

  /// Endings with spaces between, by ISO 639-1 code.
  private static let lists: [String: StaticString] = [
    "be": """
    ага яга аму яму ымі імі амі ямі ам ям ах ях ый ій ая яя ое ее ыя ія ую юю ой ей аю яю ым ім ых
    іх ою ею ау еў оў яў аў эй а я о е у ю ы і ь й
    """,
    "bg": """
    овете евете ищата ията иите ата ята ето ото ите ият ове еве ища ия ът та то те ци ки зи ни ти ри
    ли ъ а я о е и у й
    """,
    "cs": """
    atum etem atech ovych ovymi ovi ove ami emi imi ymi eho emu iho imu ete eti ach ech ich ych ata
    aty ove ovi ej em es im am um om ou ym mi at a e i o u y
    """,
    "mk": """
    овците ската ските ското иите овте ата ето ото ите иот ата ови еви от та то те ци ки а о е и у ј
    """,
    "pl": """
    owych owymi owego owemu owej owie iami ami ach iach owi owa owe owy ego emu iego iemu ymi imi
    ych ich iej ow iow om iom em iem ej ie ia iu ią ym im a e i o u y
    """,
    "sk": """
    atami ovych ovymi ovi ove och iach ach ami imi ymi eho emu ieho iemu ich ych ata aty ou om iam am
    em im um ym ej ia ie iu mi a e i o u y
    """,
    "sl": """
    ovega ovemu ovim ovih ami emi imi oma ema ega emu ih im om em ah eh ov ev a e i o u
    """,
    "uk": """
    ого ього ому ьому ими іми ами ями еві єві ові ах ях ам ям ів їв ий ій ая яя ої ої єї ую юю ою ею
    єю им ім их іх ем єм ом ей єй е є а я о у ю и і ї ь й
    """,
  ]

  static var languages: [String] { lists.keys.sorted() }

  /// The longest first.
  private let endings: [[Unicode.Scalar]]

  /// Nil for a language without a list.
  init?(language: String) {
    guard let list = Self.lists[language] else { return nil }
    endings = list.description.split(whereSeparator: \.isWhitespace)
      .map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
  }

  func stem(_ term: String) -> String {
    let letters = Array(term.unicodeScalars)
    let ending = endings.first { letters.ends(in: $0, leaving: Self.shortestRest) }
    return String(letters.dropLast(ending?.count ?? 0))
  }
}
