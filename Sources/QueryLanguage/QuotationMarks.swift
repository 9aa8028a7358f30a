/// The quotation marks that people and their editors put round a phrase.
enum QuotationMarks {
  /// The straight mark closes every kind, so that no phrase ever holds one and every phrase can be
  /// printed between two.
  static let straight: Unicode.Scalar = "\""

  /// The marks that close what `opening` opens; nil when it opens nothing.
  static func closing(_ opening: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch opening {
    case "\"": [straight]
    case "“", "‟", "”": ["”", straight]
    case "„": ["“", "”", straight]
    case "«": ["»", straight]
    case "»": ["«", "»", straight]
    case "「": ["」", straight]
    case "『": ["』", straight]
    case "＂": ["＂", straight]
    default: nil
    }
  }

  /// The marks that close what `opening` opens where it stands before several words.
  ///
  /// They are apostrophes elsewhere. Nil when it opens nothing.
  static func closingSeveralWords(_ opening: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch opening {
    case "'": ["'"]
    case "‘", "‛": ["’", "'"]
    case "‚": ["‘", "’"]
    case "‹": ["›"]
    case "›": ["‹", "›"]
    default: nil
    }
  }

  /// What stands behind an apostrophe that begins a word: 'tis.
  static let elisions: Set<String> = ["tis", "twas", "em", "n", "til", "till", "cause", "bout"]
}
