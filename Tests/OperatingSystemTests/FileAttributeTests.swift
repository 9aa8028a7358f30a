import Foundation
import OperatingSystem
import TestSupport
import Testing

/// Notes that a file system keeps with a file, where it keeps any.
struct FileAttributeTests {
  private static let name = "user.wsearch.test"

  @Test func aNoteIsTheFilesByWhateverName() throws {
    try withTemporaryDirectory { folder in
      let (file, other) = (folder.path + "/a", folder.path + "/b")
      try FileSystem.makeFile(file, permissions: 0o600)
      try FileSystem.link(file, to: other)
      #expect(FileAttribute.path(Self.name, of: file) == nil)
      guard FileAttribute.note(Self.name, path: "/é\u{EFE9}", of: file, replacing: false) else {
        return print("skipped: the file system of \(folder.path) keeps no attributes")
      }
      #expect(FileAttribute.path(Self.name, of: other) == "/é\u{EFE9}")
      #expect(!FileAttribute.note(Self.name, path: "/x", of: other, replacing: false))
      #expect(FileAttribute.note(Self.name, path: "/x", of: other, replacing: true))
      #expect(FileAttribute.path(Self.name, of: file) == "/x")
    }
  }

  @Test func aFileIsMadeWithThePermissionsNamed() throws {
    try withTemporaryDirectory { folder in
      for permissions: mode_t in [0o600, 0o640, 0o666] {
        let file = folder.path + "/\(permissions)"
        try FileSystem.makeFile(file, permissions: permissions)
        #expect(FileStatus(path: file)?.permissions == permissions)
        let error = #expect(throws: SystemError.self) {
          try FileSystem.makeFile(file, permissions: permissions)
        }
        #expect(error?.code == EEXIST)
      }
    }
  }
}
