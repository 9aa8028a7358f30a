import Foundation
import OperatingSystem
import TestSupport
import Testing

struct FileSystemTests {
  @Test func filesAndFoldersAreToldApart() throws {
    try withTemporaryDirectory { folder in
      let file = folder.path + "/é.txt"
      try Data("words".utf8).write(to: URL(fileURLWithPath: file))
      #expect(FileSystem.exists(file) && !FileSystem.exists(file + "x"))
      #expect(FileSystem.isFolder(folder.path) && !FileSystem.isFolder(file))
      #expect(FileSystem.isReadable(file) && FileSystem.isWritable(file))
      #expect(FileSystem.size(file) == 5)
      #expect(FileSystem.size(file + "x") == nil)
      #expect(FileSystem.names(inFolder: folder.path) == ["é.txt"])
      #expect(FileSystem.names(inFolder: file) == nil)
    }
  }

  @Test func foldersAreMadeWithThoseAround() throws {
    try withTemporaryDirectory { folder in
      let deep = folder.path + "/a/b/c"
      #expect(FileSystem.makeFolder(deep))
      #expect(FileSystem.makeFolder(deep + "/"))
      #expect(FileSystem.isFolder(deep))
      try Data().write(to: URL(fileURLWithPath: deep + "/file"))
      #expect(!FileSystem.makeFolder(deep + "/file"))
      #expect(!FileSystem.makeFolder(deep + "/file/x"))
    }
  }

  @Test(arguments: [0, 1, 1 << 16, (1 << 16) + 1, 3_000_000])
  func filesAreReadWhole(count: Int) throws {
    try withTemporaryDirectory { folder in
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      let file = folder.path + "/a"
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      #expect(try FileSystem.read(file) == bytes)
    }
  }

  @Test func errorsSayWhatTheSystemSays() throws {
    try withTemporaryDirectory { folder in
      let missing = folder.path + "/missing"
      let error = #expect(throws: SystemError.self) { try FileSystem.read(missing) }
      #expect(error == SystemError(code: ENOENT, path: missing))
      #expect(error?.description == "No such file or directory")
      #expect(throws: SystemError.self) { try FileSystem.read(folder.path) }
      #expect(throws: SystemError.self) { try FileSystem.rename(missing, to: missing + "2") }
      #expect(throws: SystemError.self) { try FileSystem.synchronize(missing) }
      #expect(!FileSystem.remove(missing))
    }
  }

  @Test func renamingTakesTheOtherNamesPlace() throws {
    try withTemporaryDirectory { folder in
      let (old, new) = (folder.path + "/old", folder.path + "/new")
      try Data("old".utf8).write(to: URL(fileURLWithPath: old))
      try Data("new".utf8).write(to: URL(fileURLWithPath: new))
      try FileSystem.synchronize(old)
      try FileSystem.rename(old, to: new)
      try FileSystem.synchronize(folder.path)
      #expect(try FileSystem.read(new) == Array("old".utf8))
      #expect(FileSystem.remove(new))
      #expect(FileSystem.names(inFolder: folder.path) == [])
    }
  }
}
