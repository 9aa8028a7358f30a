import Foundation
import OperatingSystem
import TestSupport
import Testing

struct FilePathTests {
  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/b/", "/a", "b"), ("a/", ".", "a"),
    ("/", "/", "/"), ("//a//b", "/a", "b"), ("./a", ".", "a"), ("", ".", ""),
  ])
  func pathsAreTakenApart(path: String, folder: String, name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(FilePath.name(of: path) == name)
  }

  @Test(arguments: [
    "/a/../b", "/a/./b//c/", "a/b/../../c", "../x", "/../a", "é/ü.txt", ".", "/", "a b/%41",
  ])
  func absolutePathsAreThoseOfFoundation(path: String) {
    #expect(FilePath.absolute(path) == URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  @Test func linksAreResolvedAsFoundationDoes() throws {
    try withTemporaryDirectory { folder in
      let real = folder.appendingPathComponent("real/deep")
      try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: real.appendingPathComponent("a.txt"))
      let link = folder.appendingPathComponent("link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
      for path in ["/link/deep/a.txt", "/link", "/missing/x", "/real"] {
        let path = folder.path + path
        let expected = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
        #expect(FilePath.resolved(path) == expected)
      }
      // Foundation leaves the link in what is not there yet.
      #expect(FilePath.resolved(link + "/deep/new").hasSuffix("/real/deep/new"))
      #expect(FilePath.resolved(link + "/new/../deep").hasSuffix("/real/deep"))
    }
  }

  @Test func whatIsNotThereHasAPathToo() {
    #expect(FilePath.resolved("/nowhere/at/all") == "/nowhere/at/all")
    #expect(FilePath.resolved("nowhere") == FilePath.resolved(".") + "/nowhere")
    #expect(FilePath.resolved("/") == "/")
  }
}
