/// British and American spellings of a word: labour and labor, organise and organize.
///
/// The rules propose more than there is (`promise`, `promize`): only what an index holds counts.
enum EnglishSpelling {
  /// Other spellings of a folded term; empty for most.
  static func others(of term: String) -> [String] {
    guard term.utf8.count > 3 else { return [] }
    var others: [String] = []
    for other in beginnings(of: term) + endings(of: term) + doubled(in: term)
    where other != term && !others.contains(other) { others.append(other) }
    return others
  }

  // MARK: Beginnings

  private static func beginnings(of term: String) -> [String] {
    EnglishSpellingPairs.beginnings.flatMap { british, american in
      [(british, american), (american, british)].compactMap { from, to in
        term.utf8.starts(with: from.utf8) ? to + term.dropFirst(from.utf8.count) : nil
      }
    }
  }

  // MARK: Endings

  /// What stands behind the s or z.
  private static let behindS = ["e", "ed", "es", "er", "ers", "ing", "ation", "ations"]
  /// Letters before an ending that may differ.
  private static let shortestStem = 3
  /// Words that differ by the letter and are not one: prised, prized.
  private static let different: Set<String> = ["pri", "si"]

  private static func endings(of term: String) -> [String] {
    sOrZ(term) + centres(term) + dialogues(term)
  }

  /// -ise and -ize, -yse and -yze.
  private static func sOrZ(_ term: String) -> [String] {
    for behind in behindS {
      for (letters, others) in [("is", "iz"), ("iz", "is"), ("ys", "yz"), ("yz", "ys")]
      where term.hasSuffix(letters + behind) {
        let stem = String(term.dropLast(letters.utf8.count + behind.utf8.count))
        if stem.utf8.count < shortestStem || different.contains(stem + "i") { continue }
        return [stem + others + behind]
      }
    }
    return []
  }

  /// What ends so in British words, and so in American ones.
  private static let centreEndings = [
    ("re", "er"), ("res", "ers"), ("red", "ered"), ("ring", "ering"),
  ]

  private static func centres(_ term: String) -> [String] {
    EnglishSpellingPairs.centres.filter { term.utf8.starts(with: $0.utf8) }.flatMap { root in
      centreEndings.flatMap { british, american in
        [(british, american), (american, british)].compactMap { from, to in
          term == root + from ? root + to : nil
        }
      }
    }
  }

  private static func dialogues(_ term: String) -> [String] {
    EnglishSpellingPairs.dialogues.filter { term.utf8.starts(with: $0.utf8) }.flatMap { root in
      [("ue", ""), ("", "ue"), ("ues", "s"), ("s", "ues")].compactMap { from, to in
        term == root + from ? root + to : nil
      }
    }
  }

  // MARK: Doubled letters

  private static let behindL = ["ed", "ing", "ings", "er", "ers", "or", "ors", "ous"]

  /// `travelled` and `traveled`.
  private static func doubled(in term: String) -> [String] {
    EnglishSpellingPairs.doubling.filter { term.utf8.starts(with: $0.utf8) }
      .flatMap { root -> [String] in
        let rest = String(term.dropFirst(root.utf8.count))
        if behindL.contains(rest) { return [root + "l" + rest] }
        guard rest.utf8.first == UInt8(ascii: "l"), behindL.contains(String(rest.dropFirst()))
        else {
          return []
        }
        return [root + rest.dropFirst()]
      }
  }
}

/// The words that the rules of ``EnglishSpelling`` are about.
enum EnglishSpellingPairs {
  /// How words begin, British and American.
  static let beginnings: [(String, String)] = [
    ("labour", "labor"), ("honour", "honor"), ("colour", "color"), ("favour", "favor"),
    ("flavour", "flavor"), ("neighbour", "neighbor"), ("harbour", "harbor"),
    ("behaviour", "behavior"), ("misbehaviour", "misbehavior"), ("humour", "humor"),
    ("rumour", "rumor"), ("armour", "armor"), ("vapour", "vapor"), ("vigour", "vigor"),
    ("rigour", "rigor"), ("saviour", "savior"), ("endeavour", "endeavor"), ("parlour", "parlor"),
    ("tumour", "tumor"), ("odour", "odor"), ("candour", "candor"), ("splendour", "splendor"),
    ("clamour", "clamor"), ("demeanour", "demeanor"), ("fervour", "fervor"),
    ("glamour", "glamor"), ("valour", "valor"), ("arbour", "arbor"), ("ardour", "ardor"),
    ("savour", "savor"), ("rancour", "rancor"), ("discolour", "discolor"),
    ("dishonour", "dishonor"), ("disfavour", "disfavor"), ("enamour", "enamor"),
    ("defence", "defense"), ("offence", "offense"), ("pretence", "pretense"),
    ("licenc", "licens"), ("practis", "practic"), ("anaem", "anem"), ("anaesth", "anesth"),
    ("paediatr", "pediatr"), ("paedophil", "pedophil"), ("haemo", "hemo"),
    ("haemorr", "hemorr"), ("leukaem", "leukem"), ("orthopaed", "orthoped"),
    ("encyclopaed", "encycloped"), ("mediaev", "mediev"), ("archaeolog", "archeolog"),
    ("gynaecolog", "gynecolog"), ("palaeo", "paleo"), ("oestrogen", "estrogen"),
    ("diarrhoea", "diarrhea"), ("foetus", "fetus"), ("foetal", "fetal"),
    ("oesophag", "esophag"), ("homoeopath", "homeopath"), ("manoeuvre", "maneuver"),
    ("manoeuvring", "maneuvering"), ("aeroplane", "airplane"), ("aluminium", "aluminum"),
    ("grey", "gray"), ("plough", "plow"), ("sceptic", "skeptic"), ("mould", "mold"),
    ("smoulder", "smolder"), ("moustache", "mustache"), ("pyjama", "pajama"), ("cosy", "cozy"),
    ("sulph", "sulf"), ("whisky", "whiskey"), ("artefact", "artifact"),
    ("enrolment", "enrollment"), ("fulfilment", "fulfillment"), ("instalment", "installment"),
    ("skilful", "skillful"), ("wilful", "willful"), ("ageing", "aging"),
    ("judgement", "judgment"), ("acknowledgement", "acknowledgment"), ("jewellery", "jewelry"),
    ("sizeable", "sizable"), ("likeable", "likable"), ("omelette", "omelet"),
    ("doughnut", "donut"), ("yoghurt", "yogurt"), ("behove", "behoove"),
    ("programme", "program"), ("kilogramme", "kilogram"), ("axeing", "axing"),
    ("councillor", "councilor"), ("woollen", "woolen"), ("marvellous", "marvelous"),
    ("chilli", "chili"),
  ]

  /// Before -re or -er.
  static let centres = [
    "cent", "epicent", "theat", "amphitheat", "met", "kilomet", "centimet", "millimet", "lit",
    "millilit", "fib", "calib", "sab", "spect", "lust", "meag", "somb", "och", "sepulch",
  ]

  /// Before -ue.
  static let dialogues = [
    "catalog", "dialog", "analog", "monolog", "epilog", "prolog", "travelog", "homolog",
  ]

  /// Words whose last letter is doubled by the British before an ending.
  static let doubling = [
    "travel", "cancel", "label", "model", "fuel", "refuel", "signal", "level", "counsel",
    "quarrel", "marvel", "tunnel", "channel", "panel", "rival", "total", "dial", "equal",
    "initial", "pedal", "spiral", "shovel", "unravel", "grovel", "jewel", "medal", "marshal",
    "duel", "fulfil", "enrol", "libel", "swivel", "towel", "trowel", "funnel", "remodel",
  ]
}
