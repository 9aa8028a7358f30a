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
}
