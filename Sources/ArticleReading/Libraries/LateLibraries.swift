import CLateLibraries

/// The system's libraries that some files need to be read, each opened with the first such file.
///
/// A test may put in one that is missing.
struct LateLibraries: Sendable {
  /// libxml2, for HTML and XML; nil when it is not installed.
  var xml: @Sendable () -> UnsafePointer<late_xml>? = { late_xml_functions() }
  /// zlib, for files packed with gzip; nil when it is not installed.
  var zlib: @Sendable () -> UnsafePointer<late_zlib>? = { late_zlib_functions() }
}

extension ByteSourceError {
  static let xmlIsMissing = missing("libxml2", debian: "libxml2", homebrew: "libxml2")
  static let zlibIsMissing = missing("zlib", debian: "zlib1g", homebrew: "zlib")

  private static func missing(
    _ library: String, debian: String, homebrew: String
  ) -> ByteSourceError {
    ByteSourceError(
      message: "\(library) is not installed: install it "
        + "(apt-get install \(debian), brew install \(homebrew))")
  }
}
