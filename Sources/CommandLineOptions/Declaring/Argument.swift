/// A value that goes by its place: `@Argument("WORDS", "Words and phrases.") var words: [String]`.
///
/// The order of arguments is that of their declaration; one that takes several comes last.
@propertyWrapper
package struct Argument<Value: Sendable>: Sendable {
  private let storage: Storage<Value>

  package var wrappedValue: Value { storage.value }

  private init(_ storage: Storage<Value>, _ name: String, _ help: String, _ kind: ValueKind) {
    self.storage = storage
    Collector.current?.add(
      Parameter(
        form: .argument, name: name, help: help, kind: kind, isRequired: storage.isRequired,
        isRepeated: storage.isRepeated, isCommon: true, accept: storage.accept))
  }
}

extension Argument where Value: OptionValue {
  /// An argument with a value that holds when it is not given.
  package init(
    wrappedValue: Value, _ name: String, _ help: String, takes kind: ValueKind = Value.kind
  ) {
    self.init(Storage(one: wrappedValue, kind), name, help, kind)
  }

  /// An argument that must be given.
  package init(_ name: String, _ help: String, takes kind: ValueKind = Value.kind) {
    self.init(Storage(one: nil, kind), name, help, kind)
  }
}

extension Argument {
  /// An argument that may be given.
  package init<Wrapped: OptionValue>(
    _ name: String, _ help: String, takes kind: ValueKind = Wrapped.kind
  ) where Value == Wrapped? {
    self.init(Storage(optional: kind), name, help, kind)
  }

  /// All arguments from here on.
  package init<Element: OptionValue>(
    _ name: String, _ help: String, takes kind: ValueKind = Element.kind, isRequired: Bool = false
  ) where Value == [Element] {
    self.init(Storage(many: isRequired, kind), name, help, kind)
  }
}
