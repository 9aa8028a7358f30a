/// A note that the file system keeps with a file, whatever name the file is reached by (xattr(7)).
///
/// Not every file system keeps any. The system's functions are looked up when first used: Swift's
/// view of the C library leaves them out.
package enum FileAttribute {
  /// The text noted under `name`, a path; nil where there is none.
  package static func path(_ name: String, of path: String) -> String? {
    guard let get = function("getxattr", as: Get.self) else { return nil }
    var value = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = path.withSystemPath { get($0, name, &value, value.count - 1, 0, 0) }
    guard count > 0 else { return nil }
    return value.withUnsafeBufferPointer { $0.baseAddress.map { String(systemPath: $0) } }
  }

  /// Notes a path under `name`.
  ///
  /// - Parameter replacing: False: only where nothing is noted yet.
  /// - Returns: False where it was not noted.
  @discardableResult
  package static func note(
    _ name: String, path value: String, of path: String, replacing: Bool
  ) -> Bool {
    guard let set = function("setxattr", as: Set.self) else { return false }
    let bytes = value.systemBytes
    let status = path.withSystemPath { path in
      #if canImport(Darwin)
        set(path, name, bytes, bytes.count, 0, replacing ? 0 : 2)
      #else
        set(path, name, bytes, bytes.count, replacing ? 0 : 1)
      #endif
    }
    return status == 0
  }

  // Darwin's take the position of the bytes and options besides; further arguments do no harm to the others.
  private typealias Get =
    @convention(c) (
      UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer, Int, UInt32, Int32
    ) -> Int
  #if canImport(Darwin)
    private typealias Set =
      @convention(c) (
        UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, UInt32, Int32
      ) -> Int32
  #else
    private typealias Set =
      @convention(c) (
        UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32
      ) -> Int32
  #endif

  private static func function<F>(_ name: String, as type: F.Type) -> F? {
    dlsym(nil, name).map { unsafeBitCast($0, to: type) }
  }
}
