import CLateLibraries
import LateLibraryHeaders
import Testing

struct LateLibrariesTests {
  /// Opens a library from files of these names, as late_xml_open and late_zlib_open take them.
  private func isOpened<Table>(
    _ files: [StaticString], _ table: Table,
    _ open: (UnsafePointer<UnsafePointer<CChar>?>, UnsafeMutablePointer<Table>) -> Bool
  ) -> Bool {
    var table = table
    let names = files.map { UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self) }
    return (names + [nil]).withUnsafeBufferPointer { names in
      names.baseAddress.map { open($0, &table) } ?? false
    }
  }

  private func opensXML(_ files: StaticString...) throws -> Bool {
    isOpened(files, try #require(late_xml_functions()).pointee, late_xml_open)
  }

  private func opensZlib(_ files: StaticString...) throws -> Bool {
    isOpened(files, try #require(late_zlib_functions()).pointee, late_zlib_open)
  }

  @Test func librariesAreOpenedOnce() {
    #expect(late_archive_functions() != nil)
    #expect(late_archive_functions() == late_archive_functions())
    #expect(late_mail_functions() != nil)
    #expect(late_mail_functions() == late_mail_functions())
    #expect(late_xml_functions() != nil)
    #expect(late_xml_functions() == late_xml_functions())
    #expect(late_zlib_functions() != nil)
    #expect(late_zlib_functions() == late_zlib_functions())
  }

  @Test func missingFilesAreNoLibrary() throws {
    #expect(try !opensXML())
    #expect(try !opensXML("libmissing.so.1", "/nowhere/libxml2.so.2"))
    #expect(try !opensZlib("libmissing.so.1"))
    let archive = try #require(late_archive_functions()).pointee
    #expect(!isOpened(["libmissing.so.1"], archive, late_archive_open))
    let mail = try #require(late_mail_functions()).pointee
    #expect(!isOpened(["libmissing.so.1"], mail, late_mail_open))
  }

  #if os(Linux)
    @Test func anotherLibraryIsPassedOver() throws {
      #expect(try !opensXML("libz.so.1"))
      #expect(try opensZlib("libmissing.so.1", "libc.so.6", "libz.so.1"))
    }
  #endif

  @Test(.enabled(if: late_archive_is_compared, "the headers of libarchive are not installed"))
  func declarationsAreThoseOfLibarchive() { #expect(late_archive_is_compared) }

  @Test(.enabled(if: late_mail_is_compared, "the headers of GMime are not installed"))
  func declarationsAreThoseOfGMime() { #expect(late_mail_is_compared) }

  @Test(.enabled(if: late_xml_is_compared, "the headers of libxml2 are not installed"))
  func declarationsAreThoseOfLibxml2() { #expect(late_xml_is_compared) }

  @Test(.enabled(if: late_zlib_is_compared, "the headers of zlib are not installed"))
  func declarationsAreThoseOfZlib() { #expect(late_zlib_is_compared) }

  @Test(.enabled(if: late_uchardet_is_compared, "the headers of uchardet are not installed"))
  func declarationsAreThoseOfUchardet() { #expect(late_uchardet_is_compared) }

  @Test(.enabled(if: late_iconv_is_compared, "iconv's names are others here"))
  func declarationsAreThoseOfIconv() { #expect(late_iconv_is_compared) }
}
