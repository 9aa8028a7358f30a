import IndexDefinition

/// Words that stand in sources' dates.
enum DateWords {
  /// The month, 1 to 12, in one of twenty languages, whole or cut short; nil for all else.
  static func month(_ word: String) -> Int? {
    MonthNames.month(word) ?? more[word]
  }

  /// Beside those of ``MonthNames``: Swedish, Danish, Norwegian, Finnish, Polish, Czech, Russian,
  /// Ukrainian, Turkish, Romanian, Hungarian, Greek, Indonesian and Catalan, in the forms that dates
  /// have; letters and accents as written.
  private static let more: [String: Int] = {
    var months: [String: Int] = [:]
    for language in table.split(separator: "\n") {
      for (index, names) in language.split(separator: " ").enumerated() {
        for name in names.split(separator: "|") { months[String(name)] = index + 1 }
      }
    }
    return months
  }()

  private static let table = """
    januari|jan februari|feb|febr mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sep|sept oktober|okt november|nov december|dec
    januar februar marts april maj juni juli august september oktober november desember|des
    tammikuu|tammikuuta|tammi helmikuu|helmikuuta|helmi maaliskuu|maaliskuuta|maalis huhtikuu|huhtikuuta|huhti toukokuu|toukokuuta|touko kesäkuu|kesäkuuta|kesä heinäkuu|heinäkuuta|heinä elokuu|elokuuta|elo syyskuu|syyskuuta|syys lokakuu|lokakuuta|loka marraskuu|marraskuuta|marras joulukuu|joulukuuta|joulu
    stycznia|styczeń|sty lutego|luty|lut marca|marzec kwietnia|kwiecień|kwi maja czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis grudnia|grudzień|gru
    ledna|leden|led února|únor|úno března|březen|bře dubna|duben|dub května|květen|kvě června|červen|čvn července|červenec|čvc srpna|srpen|srp září|zář října|říjen|říj listopadu prosince|prosinec|pro
    января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек
    січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|квіт травня|травень|трав червня|червень|черв липня|липень|лип серпня|серпень|серп вересня|вересень|вер жовтня|жовтень|жовт листопада|листопад|лист грудня|грудень|груд
    ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara
    ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie|sept octombrie noiembrie|noi decembrie
    január|jan február|febr március|márc április|ápr május|máj június|jún július|júl augusztus szeptember|szept október november december
    ιανουαρίου|ιανουάριος|ιαν φεβρουαρίου|φεβρουάριος|φεβ μαρτίου|μάρτιος|μαρ απριλίου|απρίλιος|απρ μαΐου|μαΐου|μάιος|μαι ιουνίου|ιούνιος|ιουν ιουλίου|ιούλιος|ιουλ αυγούστου|αύγουστος|αυγ σεπτεμβρίου|σεπτέμβριος|σεπ οκτωβρίου|οκτώβριος|οκτ νοεμβρίου|νοέμβριος|νοε δεκεμβρίου|δεκέμβριος|δεκ
    januari februari maret april mei juni juli agustus september oktober november desember
    gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
    يناير فبراير مارس أبريل|ابريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر
    """

  /// With one of these and a year, the year is what is known.
  static let seasons: Set<String> = [
    "spring", "summer", "autumn", "fall", "winter", "printemps", "été", "automne", "hiver",
    "frühjahr",
    "frühling", "sommer", "herbst", "primavera", "verano", "otoño", "invierno", "estate", "autunno",
    "inverno", "verão", "outono", "lente", "zomer", "herfst", "q", "h", "quarter", "circa", "ca",
    "c",
    "about", "around", "early", "late", "mid", "um", "vers", "hacia", "весна", "лето", "осень",
    "зима",
    "vår", "sommar", "höst", "ad", "copyright", "year", "anno", "published", "printed", "in",
    "jahr", "año",
    "année",
  ]

  /// Between what is a time before another, a span of time, or not counted as we count.
  static let refused: Set<String> = [
    "ago", "to", "until", "till", "bis", "bc", "bce", "week", "kw", "century", "between", "or",
    "and",
    "und", "et", "hace", "il", "vor", "yesterday", "today", "tomorrow", "heisei", "reiwa", "showa",
    "ah", "hijri", "unknown",
  ]
}
