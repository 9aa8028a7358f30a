/// The scripts of the world's newspapers, each with the language that most of them write in it.
enum Script: String, CaseIterable {
  case latin
  case cyrillic = "ru"
  case greek = "el"
  case hebrew = "he"
  case arabic = "ar"
  case devanagari = "hi"
  case armenian = "hy"
  case georgian = "ka"
  case bengali = "bn"
  case gurmukhi = "pa"
  case gujarati = "gu"
  case tamil = "ta"
  case telugu = "te"
  case kannada = "kn"
  case malayalam = "ml"
  case sinhala = "si"
  case thai = "th"
  case lao = "lo"
  case burmese = "my"
  case khmer = "km"
  case ethiopic = "am"
  case hangul = "ko"
  case kana = "ja"
  case han = "zh"

  /// By Unicode's blocks; nil for marks and rarer scripts.
  init?(of scalar: UInt32) {
    switch scalar {
    case 0x41...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x530...0x58F: self = .armenian
    case 0x590...0x5FF: self = .hebrew
    case 0x600...0x77F, 0xFB50...0xFEFC: self = .arabic
    case 0x10A0...0x10FF: self = .georgian
    case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
    case 0x1200...0x139F: self = .ethiopic
    case 0x1780...0x17FF: self = .khmer
    case 0x3040...0x30FF: self = .kana
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: self = .han
    default: self.init(southern: scalar)
    }
  }

  private init?(southern scalar: UInt32) {
    switch scalar {
    case 0x900...0x97F: self = .devanagari
    case 0x980...0x9FF: self = .bengali
    case 0xA00...0xA7F: self = .gurmukhi
    case 0xA80...0xAFF: self = .gujarati
    case 0xB80...0xBFF: self = .tamil
    case 0xC00...0xC7F: self = .telugu
    case 0xC80...0xCFF: self = .kannada
    case 0xD00...0xD7F: self = .malayalam
    case 0xD80...0xDFF: self = .sinhala
    case 0xE00...0xE7F: self = .thai
    case 0xE80...0xEFF: self = .lao
    case 0x1000...0x109F: self = .burmese
    default: return nil
    }
  }

  /// ISO 639-1; nil for Latin, which says nothing.
  var language: String? { self == .latin ? nil : rawValue }
}
