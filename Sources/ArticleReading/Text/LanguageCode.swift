/// A language as ISO 639-1 names it, by ISO 639-3 where it has no two letters there (`haw`).
struct LanguageCode: Equatable {
  let code: String

  /// Reads `en`, `EN`, `en-GB`, `en_US.UTF-8`, `eng`, `German`;
  /// nil for what names no language.
  init?(_ text: String) {
    let tag = text.utf8.prefix { $0 | 0x20 &- 97 < 26 }
    let letters = String(Substring(tag)).lowercased()
    switch letters.count {
    case 2: code = letters
    case 3:
      guard let short = ISO639.shortest(letters) else { return nil }
      code = short
    default:
      guard let known = Self.names[letters] else { return nil }
      code = known
    }
  }

  /// Languages written out, as some catalogues do.
  private static let names = [
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "russian": "ru", "arabic": "ar", "chinese": "zh",
    "japanese": "ja", "swedish": "sv", "danish": "da", "norwegian": "no", "finnish": "fi",
    "polish": "pl", "turkish": "tr", "hungarian": "hu", "romanian": "ro",
  ]
}
