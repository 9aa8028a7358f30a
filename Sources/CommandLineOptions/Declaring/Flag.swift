/// An option without a value, false until it is given: `@Flag("json", "Prints JSON.") var json`.
@propertyWrapper
package struct Flag: Sendable {
  private let stored = StoredValue(false)

  package var wrappedValue: Bool { stored.current }

  /// A flag under this name.
  package init(_ name: String, _ help: String, isCommon: Bool = false) {
    let stored = stored
    Collector.current?.add(
      Parameter(
        form: .flag, name: name, help: help, kind: Parameter.nothing, isCommon: isCommon,
        accept: { _ in
          stored.current = true
          return true
        }))
  }
}
