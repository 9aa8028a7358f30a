/// Kinds of files that hold no article, by the bytes that they start with.
enum Signatures {
  /// `a PNG image`; nil when the bytes are of none of them.
  static func kind(_ head: UnsafeBufferPointer<UInt8>, name: String) -> String? {
    if let kind = texts.first(where: { head.begins(with: $0.1) })?.0 { return kind }
    if isWritten(head) { return nil }
    if head.begins(with: compoundFile) { return compoundKind(head, name) }
    if let kind = table.first(where: { head.begins(with: $0.1) })?.0 { return kind }
    if let kind = later.first(where: { head.dropping($0.1).begins(with: $0.2) })?.0 { return kind }
    return isProgram(head) ? "a Windows program" : nil
  }

  /// Whether it begins as a text: with a sign of ASCII, no control character behind it.
  ///
  /// Letters that begin some kind of binary file begin headlines too: `ORCHESTRA`, `OTTO`.
  private static func isWritten(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = head.first, first >= 0x20, first < 0x7f else { return false }
    return !head.first(512).contains { $0 < 0x20 && !(0x09...0x0d ~= $0) && $0 != 0x1b }
  }

  private static let texts: [(String, StaticString)] = [
    ("a font", "%!PS-AdobeFont"), ("PostScript", "%!PS"),
    ("an ARC web archive, which warcio recompress makes a WARC", "filedesc://"),
  ]

  private static let table: [(String, [UInt8])] = [
    ("a JPEG image", [0xff, 0xd8, 0xff]), ("a PNG image", [0x89, 0x50, 0x4e, 0x47]),
    ("a GIF image", Array("GIF8".utf8)), ("a TIFF image", [0x49, 0x49, 0x2a, 0]),
    ("a TIFF image", [0x4d, 0x4d, 0, 0x2a]), ("a Photoshop image", Array("8BPS".utf8)),
    ("an icon", [0, 0, 1, 0]), ("a JPEG 2000 image", [0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20]),
    ("a JPEG XL image", [0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20]),
    ("a DjVu document", Array("AT&TFORM".utf8)),
    ("a metafile image", [0xd7, 0xcd, 0xc6, 0x9a]),
    ("a metafile image", [1, 0, 0, 0, 0x6c, 0, 0, 0]),
    ("an OpenEXR image", [0x76, 0x2f, 0x31, 1]), ("a GIMP image", Array("gimp xcf".utf8)),
    ("an MP3 recording", Array("ID3".utf8)), ("an MP3 recording", [0xff, 0xfb]),
    ("an MP3 recording", [0xff, 0xf3]), ("an AAC recording", [0xff, 0xf1]),
    ("an Ogg recording", Array("OggS".utf8)), ("a FLAC recording", Array("fLaC".utf8)),
    ("a MIDI file", Array("MThd".utf8)), ("an AMR recording", Array("#!AMR".utf8)),
    ("a video", [0x1a, 0x45, 0xdf, 0xa3]), ("a Flash video", Array("FLV\u{1}".utf8)),
    ("a Windows Media recording", [0x30, 0x26, 0xb2, 0x75]), ("a video", [0, 0, 1, 0xba]),
    ("a video", [0, 0, 1, 0xb3]), ("a Flash film", Array("FWS".utf8)),
    ("a Flash film", Array("CWS".utf8)), ("an SQLite database", Array("SQLite format 3\0".utf8)),
    ("an Access database", Array("\0\u{1}\0\0Standard ".utf8)),
    ("an Outlook mailbox (.pst)", Array("!BDN".utf8)),
    ("a Parquet file", Array("PAR1".utf8)), ("an Avro file", Array("Obj\u{1}".utf8)),
    ("an ORC file", Array("ORC".utf8)), ("an Arrow file", Array("ARROW1".utf8)),
    ("an HDF5 file", [0x89, 0x48, 0x44, 0x46, 0x0d]), ("a NetCDF file", Array("CDF\u{1}".utf8)),
    ("a MATLAB file", Array("MATLAB 5".utf8)),
    ("a NumPy array", [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]),
    ("an R data file", Array("RDX2".utf8)), ("an SPSS file", Array("$FL2".utf8)),
    ("a program", [0x7f, 0x45, 0x4c, 0x46]), ("a program", [0xcf, 0xfa, 0xed, 0xfe]),
    ("a program", [0xce, 0xfa, 0xed, 0xfe]), ("a program", [0xfe, 0xed, 0xfa, 0xcf]),
    ("a Java class", [0xca, 0xfe, 0xba, 0xbe]), ("a WebAssembly module", [0, 0x61, 0x73, 0x6d]),
    ("compiled Lisp", Array(";ELC".utf8)), ("an Android program", Array("dex\n".utf8)),
    ("a TrueType font", [0, 1, 0, 0, 0]), ("an OpenType font", Array("OTTO".utf8)),
    ("a font", Array("wOFF".utf8)), ("a font", Array("wOF2".utf8)), ("a font", Array("ttcf".utf8)),
    ("a font", [0x80, 1]),
    ("PostScript", [0xc5, 0xd0, 0xd3, 0xc6]), ("a TeX output file (.dvi)", [0xf7, 2, 1]),
    ("a Word document of before 1997", [0xdb, 0xa5]),
    ("a Word document of before 1997", [0xfe, 0x37, 0, 0x23]),
    ("a Write document", [0x31, 0xbe, 0, 0]), ("a WordPerfect document", [0xff, 0x57, 0x50, 0x43]),
    ("a spreadsheet", [9, 8, 0x10, 0]), ("a spreadsheet", [9, 4, 6, 0]),
    ("a spreadsheet", [9, 2, 6, 0]),
    ("a spreadsheet", [0, 0, 2, 0, 6, 4, 6, 0]), ("Windows help", Array("ITSF".utf8)),
    ("Windows help", [0x3f, 0x5f, 3, 0]), ("an RPM package", [0xed, 0xab, 0xee, 0xdb]),
    ("a Git pack", Array("PACK\0".utf8)), ("a disk image", Array("QFI".utf8)),
    ("a disk image", Array("KDMV".utf8)),
    ("an OpenPGP file", [0x99, 1]), ("a Java key store", [0xfe, 0xed, 0xfe, 0xed]),
    ("an attachment of Outlook's (winmail.dat)", [0x78, 0x9f, 0x3e, 0x22]),
    ("a CAD drawing", Array("AC10".utf8)),
    ("a network recording", [0xd4, 0xc3, 0xb2, 0xa1]),
    ("a network recording", [0x0a, 0x0d, 0x0d, 0x0a]),
    ("a property list", Array("bplist".utf8)), ("a OneNote notebook", [0xe4, 0x52, 0x5c, 0x7b]),
    ("a Windows shortcut", [0x4c, 0, 0, 0, 1, 0x14, 2, 0]),
    ("a StuffIt archive", Array("StuffIt".utf8)),
    ("a xar archive", Array("xar!".utf8)),
  ]

  /// With their distance from the start.
  private static let later: [(String, Int, [UInt8])] = [
    ("a WebP image", 8, Array("WEBP".utf8)), ("a WAV recording", 8, Array("WAVE".utf8)),
    ("a video", 8, Array("AVI ".utf8)), ("an AIFF recording", 8, Array("AIFF".utf8)),
    ("a HEIF image", 4, Array("ftypheic".utf8)), ("a HEIF image", 4, Array("ftypmif1".utf8)),
    ("an AVIF image", 4, Array("ftypavif".utf8)), ("an M4A recording", 4, Array("ftypM4A".utf8)),
    ("a video", 4, Array("ftyp".utf8)), ("a video", 4, Array("moov".utf8)),
    ("a video", 4, Array("mdat".utf8)),
    ("a Mobipocket book", 60, Array("BOOKMOBI".utf8)),
    ("a Palm document", 60, Array("TEXtREAd".utf8)),
    ("a font", 34, Array("LP".utf8)), ("a DICOM image", 128, Array("DICM".utf8)),
    ("a disk image", 32769, Array("CD001".utf8)), ("a Photoshop file", 4, Array("8BIM".utf8)),
    ("a Quattro Pro or Lotus spreadsheet", 0, [0, 0, 0x1a, 0]),
    ("a BMP image", 6, [0, 0, 0, 0, 0x36, 0, 0, 0]),
    ("a BMP image", 6, [0, 0, 0, 0, 0x36, 4, 0, 0]),
    ("a BMP image", 6, [0, 0, 0, 0, 0x8a, 0, 0, 0]),
    ("a BMP image", 6, [0, 0, 0, 0, 0x3e, 0, 0, 0]),
    ("a BMP image", 6, [0, 0, 0, 0, 0x76, 0, 0, 0]),
    ("a Finder file of macOS", 4, Array("Bud1".utf8)),
  ]

  /// Microsoft's compound files: Office before 2007, Outlook, installers.
  private static let compoundFile: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

  /// By the names of the streams inside, in UTF-16, else by the file's name.
  private static func compoundKind(
    _ head: UnsafeBufferPointer<UInt8>, _ name: String
  ) -> String {
    let streams = [
      ("WordDocument", "a Word document of before 2007 (.doc)"),
      ("PowerPoint Document", "slides of before 2007 (.ppt)"),
      ("Workbook", "a spreadsheet of before 2007 (.xls)"),
      ("__substg1.0_", "an Outlook message (.msg)"),
      ("EncryptedPackage", "an encrypted Office file"),
      ("VisioDocument", "a drawing (.vsd)"),
    ]
    for (stream, kind) in streams {
      if head.holds(stream.utf8.flatMap { [$0, 0] }) { return kind }
    }
    return UnreadEndings.kind(name) ?? "an Office file of before 2007"
  }

  /// `MZ`, and where the program's own header is.
  private static func isProgram(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    head.begins(with: "MZ") && head.count > 0x40 && head.prefix(512).contains(0)
  }
}
