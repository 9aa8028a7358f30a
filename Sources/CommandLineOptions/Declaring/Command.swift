/// A command: a type whose wrapped properties are its arguments and options.
package protocol Command: OptionGroup, SendableMetatype {
  static var configuration: CommandConfiguration { get }

  /// Does the work; what it throws becomes one line on stderr and an exit status.
  func run() throws
}

extension Command {
  /// A command of commands does nothing by itself: its help is printed.
  package func run() throws {}
}

/// What a command is called and what its help says.
package struct CommandConfiguration: Sendable {
  package var name: String
  /// One sentence.
  package var abstract: String
  /// Paragraphs, broken anew to the width there is.
  package var discussion: String
  /// A whole command line.
  package var example: String
  /// Prepared blocks at the end of the help, which stand exactly as written.
  package var chapters: [Chapter]
  package var subcommands: [any Command.Type]
  /// The command that a line of words without a command was meant for.
  package var words: Words?

  package init(
    _ name: String, _ abstract: String, discussion: String = "", example: String = "",
    chapters: [Chapter] = [], subcommands: [any Command.Type] = [], words: Words? = nil
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.example = example
    self.chapters = chapters
    self.subcommands = subcommands
    self.words = words
  }
}

/// A prepared block of help under a title of its own.
package struct Chapter: Sendable {
  package let title: String
  private let content: @Sendable () -> String

  package var text: String { content() }

  /// - Parameter text: made only when help is asked for.
  package init(_ title: String, _ text: @autoclosure @escaping @Sendable () -> String) {
    self.title = title
    content = text
  }
}

/// Where words go that stand in place of a command: `wsearch peace` was meant as a query.
package struct Words: Sendable {
  package let purpose: String
  package let command: String

  /// - Parameter purpose: as in "to search, write …".
  package init(_ purpose: String, command: String) {
    self.purpose = purpose
    self.command = command
  }
}

/// Wrong usage, in one line that a person can act on: status 64.
package struct UsageError: Error, CustomStringConvertible, Equatable {
  package let description: String

  /// - Parameter description: what it repeats of the command line may hold anything; control
  ///   characters become spaces.
  package init(_ description: String) {
    let line = description.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    self.description = String(String.UnicodeScalarView(line))
  }
}

/// Ends a command with this status and without a word more.
package struct ExitCode: Error, Equatable {
  package let rawValue: Int32

  package init(_ rawValue: Int32) { self.rawValue = rawValue }
}
