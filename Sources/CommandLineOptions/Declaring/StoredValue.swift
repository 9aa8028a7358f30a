/// Where parsing puts a declared value and the command's property finds it.
///
/// Sendable, as only the parser writes, and it hands the command on when it has read the whole line:
/// nothing is written any more once a second thread can see it.
final class StoredValue<Value: Sendable>: @unchecked Sendable {
  var current: Value

  init(_ value: Value) { current = value }
}

/// What a wrapper holds: one value that may be there, or must, or several.
///
/// A required value is nil until it is parsed; a command runs only when all of them are there.
struct Storage<Value: Sendable>: Sendable {
  let stored: StoredValue<Value?>
  var isRequired = false
  var isRepeated = false
  var initial: (@Sendable () -> String)?
  let accept: @Sendable (String) -> Bool

  var value: Value {
    guard let value = stored.current else { preconditionFailure("read before it was parsed") }
    return value
  }
}

extension Storage where Value: OptionValue {
  init(one initial: Value?, _ kind: ValueKind) {
    let stored = StoredValue<Value?>(initial)
    self.stored = stored
    isRequired = initial == nil
    if let initial { self.initial = { initial.argument } }
    accept = { text in
      guard kind.accepts(text), let value = Value(argument: text) else { return false }
      stored.current = value
      return true
    }
  }
}

extension Storage {
  init<Wrapped: OptionValue>(optional kind: ValueKind) where Value == Wrapped? {
    let stored = StoredValue<Value?>(.some(nil))
    self.stored = stored
    accept = { text in
      guard kind.accepts(text), let value = Wrapped(argument: text) else { return false }
      stored.current = .some(value)
      return true
    }
  }

  init<Element: OptionValue>(many isRequired: Bool, _ kind: ValueKind) where Value == [Element] {
    let stored = StoredValue<Value?>([])
    self.stored = stored
    (self.isRequired, isRepeated) = (isRequired, true)
    accept = { text in
      guard kind.accepts(text), let value = Element(argument: text) else { return false }
      stored.current?.append(value)
      return true
    }
  }
}
