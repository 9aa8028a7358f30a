/// Pieces of text put into lines of a terminal; none is broken, so that an id can be copied whole.
struct WrappedLine {
  /// What stands or falls together.
  struct Piece {
    var text: String
    var role: Style.Role?
    /// What parts it from the one before; where a line ends between them it is left out, but for a
    /// comma.
    var separator: String
  }

  private var pieces: [Piece] = []

  mutating func add(_ text: String, _ role: Style.Role? = nil, after separator: String) {
    if !text.isEmpty { pieces.append(Piece(text: text, role: role, separator: separator)) }
  }

  /// The words of a text, parted by spaces; those too long for a line are broken.
  ///
  /// - Parameter separator: stands before the first.
  mutating func addWords(
    _ text: String, _ role: Style.Role? = nil, after separator: String = "", breakingAt width: Int
  ) {
    for (number, word) in text.split(separator: " ").enumerated() {
      for (place, part) in DisplayWidth.parts(String(word), of: width).enumerated() {
        add(part, role, after: place > 0 ? "" : number > 0 ? " " : separator)
      }
    }
  }

  /// - Parameter width: of a line, in cells; only a piece that is longer itself goes beyond.
  func lines(width: Int, _ style: Style) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0)
    for (place, piece) in pieces.enumerated() {
      let comma = hasComma(behind: place) ? "," : ""
      let separator = used == 0 ? "" : piece.separator == ", " ? " " : piece.separator
      let cells = DisplayWidth.of(piece.text) + comma.count
      if used > 0, used + DisplayWidth.of(separator) + cells > width {
        lines.append(line)
        (line, used) = ("", 0)
      } else {
        line += separator
        used += DisplayWidth.of(separator)
      }
      line += (piece.role.map { style($0, piece.text) } ?? piece.text) + comma
      used += cells
    }
    return used > 0 ? lines + [line] : lines
  }

  /// A comma stays with what it stands behind.
  private func hasComma(behind place: Int) -> Bool {
    place + 1 < pieces.count && pieces[place + 1].separator == ", "
  }
}
