import CLateLibraries
import IndexDefinition

/// The system's libraries that some files need to be read, each opened with the first such file.
///
/// A test may put in one that is missing.
struct LateLibraries: Sendable {
  /// libarchive, for archives and files packed otherwise than by gzip; nil when it is not installed.
  var archive: @Sendable () -> UnsafePointer<late_archive>? = { late_archive_functions() }
  /// GMime, for mail and saved pages of one file; nil when it is not installed.
  var mail: @Sendable () -> UnsafePointer<late_mail>? = { late_mail_functions() }
  /// libxml2, for HTML and XML; nil when it is not installed.
  var xml: @Sendable () -> UnsafePointer<late_xml>? = { late_xml_functions() }
  /// zlib, for files packed with gzip; nil when it is not installed.
  var zlib: @Sendable () -> UnsafePointer<late_zlib>? = { late_zlib_functions() }
}

extension ByteSourceError {
  static let xmlIsMissing = missing("libxml2", debian: "libxml2", homebrew: "libxml2")
  static let archiveIsMissing = missing(
    "libarchive", debian: "libarchive13", homebrew: "libarchive")
  static let mailIsMissing = missing("GMime", debian: "libgmime-3.0-0", homebrew: "gmime")
  static let pdfIsMissing = missing(
    "poppler's pdftotext", debian: "poppler-utils", homebrew: "poppler")
  static let zlibIsMissing = missing("zlib", debian: "zlib1g", homebrew: "zlib")

  private static func missing(
    _ library: String, debian: String, homebrew: String
  ) -> ByteSourceError {
    ByteSourceError(
      message: "\(library) is not installed: install it "
        + "(apt-get install \(debian), brew install \(homebrew))", kind: .library)
  }
}
