/// Numbers: 1,000 and 1000; $280bn, $280 billion and 280 billion dollars; 50 percent and 50%; two and 2.
///
/// The index holds no signs: `$280` and `280`, `50%` and `50` are the same there.
enum NumberSpelling {
  static func variants(_ context: VariantContext) -> [WordVariant] {
    grouped(context) + shortUnit(context) + longUnit(context) + percent(context) + small(context)
  }

  // MARK: Thousands

  /// Numbers without a comma that are rather a year.
  private static let years = 1500...2100
  private static let longestNumber = 9

  /// `1,000` → `1000`, and back.
  private static func grouped(_ context: VariantContext) -> [WordVariant] {
    let word = context.word
    if let term = word.term {
      guard term.isNumber, (4...longestNumber).contains(term.utf8.count), let value = Int(term),
        !years.contains(value), term.utf8.first != UInt8(ascii: "0")
      else { return [] }
      let groups = groups(of: term)
      return [context.variant(groups.joined(separator: ","), groups)]
    }
    guard isGrouped(word, mark: context.language == "en" ? "," : ".") else { return [] }
    return [context.variant(word.terms.joined(), [word.terms.joined()])]
  }

  private static func groups(of digits: String) -> [String] {
    let digits = Array(digits.utf8)
    let first = (digits.count - 1) % 3 + 1
    return ([0] + stride(from: first, to: digits.count, by: 3)).map { start in
      let end = start == 0 ? first : start + 3
      return String(decoding: digits[start..<end], as: UTF8.self)
    }
  }

  /// Groups of three digits with the mark between: `12-14` and `3.5` are none.
  private static func isGrouped(_ word: TypedWord, mark: Character) -> Bool {
    word.terms.allSatisfy(\.isNumber) && word.terms.dropFirst().allSatisfy { $0.utf8.count == 3 }
      && word.terms[0].utf8.count <= 3
      && word.text.count(where: { $0 == mark }) == word.terms.count - 1
  }

  // MARK: Millions and billions

  private static let units: [(word: String, short: [String])] = [
    ("million", ["mn", "m"]), ("billion", ["bn", "b"]), ("trillion", ["tn", "trn"]),
  ]
  private static let currencySigns: Set<Character> = ["$", "€", "£", "¥"]
  private static let currencies: Set<String> = [
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "usd", "eur", "gbp",
  ]

  /// `$280bn` → `280 billion`, `280 bn`; a lone letter is a unit behind a sign of money only.
  private static func shortUnit(_ context: VariantContext) -> [WordVariant] {
    guard let last = context.word.terms.last, let amount = amount(last),
      let unit = units.first(where: { $0.short.contains(amount.unit) }),
      amount.unit.utf8.count > 1 || context.word.text.contains(where: currencySigns.contains)
    else { return [] }
    let digits = Array(context.word.terms.dropLast()) + [amount.digits]
    return [unit.word, amount.unit].map { name in
      context.variant(number(digits) + " " + name, digits + [name])
    }
  }

  /// `280 billion` and `280 billion dollars` → `280bn`, `280 bn`; the sign is not in the index, so the
  /// dollars need not be there where the amount is.
  private static func longUnit(_ context: VariantContext) -> [WordVariant] {
    guard context.run.count > 1, let digits = amountDigits(context.word),
      let name = context.run[1].term,
      let unit = units.first(where: { $0.word == name || $0.short.first == name })
    else { return [] }
    let isMoney = context.run.count > 2 && currencies.contains(context.run[2].term ?? "")
    let short = unit.short[0]
    var forms = [
      (number(digits) + short, digits.dropLast() + [(digits.last ?? "") + short]),
      (number(digits) + " " + short, digits + [short]),
      (number(digits) + " " + unit.word, digits + [unit.word]),
    ]
    if !isMoney { forms.removeAll { $0.1 == digits + [name] } }
    return forms.map { context.variant($0.0, Array($0.1), words: isMoney ? 3 : 2) }
  }

  private static func amountDigits(_ word: TypedWord) -> [String]? {
    word.terms.allSatisfy(\.isNumber) ? word.terms : nil
  }

  private static func number(_ digits: [String]) -> String { digits.joined(separator: ".") }

  /// The digits at the beginning of a term, and what is behind them.
  private static func amount(_ term: String) -> (digits: String, unit: String)? {
    let digits = term.prefix { $0.isASCII && $0.isNumber }
    let unit = term[digits.endIndex...]
    return digits.isEmpty || unit.isEmpty ? nil : (String(digits), String(unit))
  }

  // MARK: Percent

  /// `50 percent`, `50 per cent` → `50%`.
  ///
  /// That percent and per cent are one, ``JoinedSpelling`` knows.
  private static func percent(_ context: VariantContext) -> [WordVariant] {
    guard let digits = amountDigits(context.word) else { return [] }
    let rest = context.run.dropFirst().prefix(2).map { $0.term ?? "" }
    let count = rest.first == "percent" ? 2 : rest == ["per", "cent"] ? 3 : 0
    return count == 0 ? [] : [context.variant(number(digits) + "%", digits, words: count)]
  }

  // MARK: Small numbers

  private static let words = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]

  /// `two` → `2`, and back, up to twenty.
  private static func small(_ context: VariantContext) -> [WordVariant] {
    guard context.language == "en", let term = context.word.term, term.utf8.count <= 9 else {
      return []
    }
    if let place = words.firstIndex(of: term) {
      return [context.variant("\(place + 2)", ["\(place + 2)"])]
    }
    guard context.word.text == term, let value = Int(term), (2...20).contains(value),
      term == "\(value)"
    else { return [] }
    return [context.variant(words[value - 2], [words[value - 2]])]
  }
}
