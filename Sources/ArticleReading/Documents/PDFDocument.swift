import IndexDefinition
import OperatingSystem

/// A PDF document: one article, read with poppler's `pdftotext` in a process of its own.
struct PDFDocument: ContentReader {
  static let limits = ChildProcess.Limits(seconds: 60, memory: 2 << 30)

  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    let layout: PDFLayout
    let problem: ByteSourceError?
    do throws(ByteSourceError) {
      (layout, problem) = try Self.layout(of: content)
    } catch {
      return try receive(content.failure(error))
    }
    if layout.text.isEmpty, problem == nil {
      return try receive(
        content.failure(
          "holds no text: a scan or pictures; read it with an OCR program first", kind: .noArticle))
    }
    if !layout.text.isEmpty {
      let place = SourcePlace(pages: ArticleDraft.offsets(layout.pageStarts, in: layout.text))
      for event in layout.draft.events(file: content.file, place: nil) {
        try receive(event.lying(at: place))
      }
    }
    if let problem { try receive(content.failure(problem)) }
  }

  /// What `pdftotext` finds, and why that may not be all.
  private static func layout(
    of content: Content
  ) throws(ByteSourceError) -> (PDFLayout, problem: ByteSourceError?) {
    let input = try PDFInput(content)
    let child: ChildProcess
    do throws(SystemError) {
      child = try ChildProcess(
        "pdftotext", ["-q", "-enc", "UTF-8", "-bbox-layout", "/dev/stdin", "-"],
        input: input.descriptor, limits: limits)
    } catch {
      throw ByteSourceError(message: "pdftotext cannot be started (\(error))")
    }
    let lines = ByteReader(BudgetedBytes(ChildBytes(child), content.budget))
    var layout = PDFLayout()
    while let (line, _) = lines.line(limit: 1 << 20) { layout.add(line) }
    layout.finish()
    if let error = lines.error { return (layout, error) }
    return (layout, problem(child))
  }

  private static func problem(_ child: ChildProcess) -> ByteSourceError? {
    let status = child.finish()
    if status == 0 { return nil }
    if status == 127 { return .pdfIsMissing }
    return ByteSourceError(message: problem(child.firstMessage(), status: status))
  }

  private static func problem(_ words: String, status: Int32) -> String {
    if words.contains("password") { return "encrypted; save it without a password" }
    if status == 3 { return "its author allows no copying; ask for a copy that may be read" }
    if status > 128 {
      return "pdftotext ended early (it may take 60 seconds and 2 GB); what came before is kept"
    }
    return
      "cannot be read as PDF (\(words.isEmpty ? "pdftotext: status \(status)" : words)); fetch it again"
  }
}

/// A PDF's bytes as a file that a program can read anywhere.
private final class PDFInput {
  private let source: any ByteSource
  private let file: UnnamedFile?
  let descriptor: Int32

  init(_ content: Content) throws(ByteSourceError) {
    source = content.bytes.source
    if let bytes = source as? FileBytes, bytes.seekableSize != nil {
      (file, descriptor) = (nil, bytes.descriptor)
      return
    }
    do throws(SystemError) {
      let file = try UnnamedFile()
      while case let held = content.bytes.peek(), !held.isEmpty {
        try file.write(UnsafeRawBufferPointer(held))
        content.bytes.skip(held.count)
      }
      (self.file, descriptor) = (file, file.descriptor)
    } catch {
      throw ByteSourceError(
        message: "cannot be written to a temporary file (\(error)); free some room")
    }
    if let error = content.bytes.error { throw error }
  }
}

/// What a child says, as a source.
private final class ChildBytes: ByteSource {
  private let child: ChildProcess

  init(_ child: ChildProcess) {
    self.child = child
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    do throws(SystemError) {
      return try child.read(into: buffer)
    } catch {
      throw ByteSourceError(message: "pdftotext cannot be read any further (\(error))")
    }
  }
}
