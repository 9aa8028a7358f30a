/// A type whose values come from the command line.
///
/// Enums of texts that list their cases need no more than to say that they conform.
package protocol OptionValue: Sendable {
  /// Nil for a text that is no such value.
  init?(argument: String)

  /// What it is, in words.
  static var kind: ValueKind { get }

  /// The value as it is typed, for help to name what holds without the option.
  var argument: String { get }
}

extension OptionValue {
  package var argument: String { "\(self)" }
}

extension OptionValue where Self: LosslessStringConvertible {
  package init?(argument: String) { self.init(argument) }
}

extension OptionValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package init?(argument: String) { self.init(rawValue: argument) }
  package static var kind: ValueKind { .choice(allCases.map(\.rawValue)) }
  package var argument: String { rawValue }
}

extension String: OptionValue {
  package static var kind: ValueKind { .text }
}

extension Int: OptionValue {
  package static var kind: ValueKind { ValueKind("N", takes: "a whole number", example: "3") }
}

extension UInt64: OptionValue {
  package static var kind: ValueKind { ValueKind("N", takes: "a number from 0", example: "3") }
}

extension Double: OptionValue {
  package static var kind: ValueKind { ValueKind("X", takes: "a number", example: "0.5") }
}

extension Float: OptionValue {
  package static var kind: ValueKind { Double.kind }
}
