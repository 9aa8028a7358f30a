/// An option without a value, false until it is given: `@Flag("json", "Prints JSON.") var json`.
@propertyWrapper
package struct Flag: Sendable {
  private let stored = StoredValue(false)

  package var wrappedValue: Bool { stored.current }

  /// A flag under this name.
  ///
  /// - Parameter letter: `v` where `-v` will do too.
  package init(
    _ name: String, _ help: String, letter: Character? = nil, isCommon: Bool = false
  ) {
    let stored = stored
    Collector.current?.add(
      Parameter(
        form: .flag, name: name, help: help, kind: Parameter.nothing, letter: letter,
        isCommon: isCommon,
        accept: { _ in
          stored.current = true
          return true
        }))
  }
}
