extension FileFormat {
  /// What reads the format; nil for those that are made of one text (``ArticleReader``).
  var contentReader: (any ContentReader)? {
    switch self {
    case .archive: Archive()
    case .mail: MailMessage()
    case .mbox: Mailbox()
    case .mhtml: SavedPage()
    case .warc: WebArchive()
    case .docx: WordDocument()
    case .odt: OpenDocument()
    case .epub: Book()
    case .rtf: RichText()
    case .pdf: PDFDocument()
    case .wikidump: WikiDump()
    case .alto: ScannedPage()
    case .tei: EncodedText()
    case .export: ArticleExport()
    default: nil
    }
  }
}
