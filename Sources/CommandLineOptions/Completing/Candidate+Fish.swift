extension Candidate {
  /// The candidate in the form that fish keeps.
  ///
  /// fish drops what does not hold the typed letters side by side in any case, or else one after
  /// the other in the same case: `person:em` keeps `person:"emmanuel Macron"` alone.
  func keeping(_ typed: String) -> Candidate {
    if value.lowercased().contains(typed.lowercased()) { return self }
    var letters = typed[...]
    var kept = ""
    for letter in value {
      if let next = letters.first, next.lowercased() == letter.lowercased() {
        kept.append(next)
        letters.removeFirst()
      } else {
        kept.append(letter)
      }
    }
    return letters.isEmpty ? Candidate(kept, note: note) : self
  }
}
