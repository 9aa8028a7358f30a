/// An option with a value: `@Option("limit", "Hits to print.") var limit = 10`.
///
/// Of a type of ``OptionValue``, an optional of one, or an array for an option that can be given
/// again. Without an initial value, and no optional, it must be given.
@propertyWrapper
package struct Option<Value: Sendable>: Sendable {
  private let storage: Storage<Value>

  package var wrappedValue: Value { storage.value }

  private init(
    _ storage: Storage<Value>, _ name: String, _ help: String, _ kind: ValueKind,
    _ isCommon: Bool, isGreedy: Bool = false
  ) {
    self.storage = storage
    Collector.current?.add(
      Parameter(
        form: .option, name: name, help: help, kind: kind, isRequired: storage.isRequired,
        isRepeated: storage.isRepeated, isGreedy: isGreedy, isCommon: isCommon,
        initial: storage.initial, accept: storage.accept))
  }
}

extension Option where Value: OptionValue {
  /// An option with a value that holds when it is not given.
  package init(
    wrappedValue: Value, _ name: String, _ help: String, takes kind: ValueKind = Value.kind,
    isCommon: Bool = false
  ) {
    self.init(Storage(one: wrappedValue, kind), name, help, kind, isCommon)
  }

  /// An option that must be given.
  package init(_ name: String, _ help: String, takes kind: ValueKind = Value.kind) {
    self.init(Storage(one: nil, kind), name, help, kind, true)
  }
}

extension Option {
  /// An option that may be given.
  package init<Wrapped: OptionValue>(
    _ name: String, _ help: String, takes kind: ValueKind = Wrapped.kind, isCommon: Bool = false
  ) where Value == Wrapped? {
    self.init(Storage(optional: kind), name, help, kind, isCommon)
  }

  /// An option that may be given again.
  ///
  /// - Parameter isGreedy: takes several values at once, up to the next option.
  package init<Element: OptionValue>(
    _ name: String, _ help: String, takes kind: ValueKind = Element.kind, isCommon: Bool = false,
    isGreedy: Bool = false
  ) where Value == [Element] {
    self.init(Storage(many: false, kind), name, help, kind, isCommon, isGreedy: isGreedy)
  }
}
