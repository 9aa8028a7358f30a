package import Foundation

/// The folder `Tests/Fixtures`.
package let fixtures = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

/// The top of the repository.
package let repository = fixtures.deletingLastPathComponent().deletingLastPathComponent()
