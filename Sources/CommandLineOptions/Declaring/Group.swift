/// Options that several commands share, or that help lists under one heading.
package protocol OptionGroup: Sendable {
  init()

  /// Throws ``UsageError`` for values that do not go together.
  func validate() throws
}

extension OptionGroup {
  package func validate() throws {}
}

/// A group's place in a command: `@Group("Filters") var filters: FilterOptions`.
@propertyWrapper
package struct Group<Options: OptionGroup>: Sendable {
  package let wrappedValue: Options

  /// - Parameter heading: what help calls it; nil: the options stand among the command's own.
  package init(_ heading: String? = nil) {
    wrappedValue = Collector.current?.group(heading) ?? Options()
  }
}
