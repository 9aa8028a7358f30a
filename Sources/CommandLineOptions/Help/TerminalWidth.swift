internal import OperatingSystem

/// How wide help may be.
enum TerminalWidth {
  /// Lines longer than this are hard to read.
  static let longest = 100

  /// The columns of the window on stdout, between 40 and 100; 80 where there is none.
  static var current: Int {
    chosen(named: Environment["COLUMNS"].flatMap { Int($0) }, window: Environment.windowColumns)
  }

  /// - Parameters:
  ///   - named: what `COLUMNS` says, which counts where a page could be that wide.
  ///   - window: the columns of the terminal, nil without one.
  static func chosen(named: Int?, window: Int?) -> Int {
    let columns = [named, window].compactMap { $0 }.first { (40...1000).contains($0) }
    return min(columns ?? (window == nil ? 80 : 40), longest)
  }
}
