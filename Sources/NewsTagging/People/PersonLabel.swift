/// The tags of the sequence model; places and organisations are learnt beside persons because
/// they draw away what only looks like a person.
package enum PersonLabel: UInt8, Sendable, CaseIterable {
  case outside, begin, inside, place, organisation

  package static let count = 5
}
