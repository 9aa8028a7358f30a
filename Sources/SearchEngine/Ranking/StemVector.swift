/// The words of one article that can tell it from others: stems by number, with their saturated
/// frequency `x`.
struct StemVector {
  /// Numbers of stems in a ``StemNumbers``, each once.
  var stems: [Int] = []
  /// `x(w, d) = 1.8 · tf / (tf + norm)`, one a stem.
  var weights: [Double] = []
}
