import Tagging
import Testing

/// Names as typed against canonical ones.
struct NamesSoughtTests {
  private static let fits: [(typed: String, canonical: String, fit: SoughtName.Fit)] = [
    ("keir starmer", "Keir Starmer", .same), ("Sir Keir Starmer", "Keir Starmer", .same),
    ("Merkel", "Angela Merkel", .ending), ("von der Leyen", "Ursula von der Leyen", .ending),
    ("leyen", "Ursula von der Leyen", .ending), ("Xi", "Xi Jinping", .ending),
    ("Tusk", "Elon Musk", .none), ("Zelenskiy", "Volodymyr Zelensky", .ending),
    ("Dostoevskij", "Fyodor Dostoyevsky", .ending), ("mueller", "Robert Müller", .sound),
    ("Vladimir Zelensky", "Volodymyr Zelenskyy", .form),
    ("Volodymyr Zelenskiy", "Volodymyr Zelensky", .spelling),
    ("Bill Clinton", "William Clinton", .form),
    ("W. Clinton", "William Clinton", .form), ("Bill Clinton", "Hillary Clinton", .none),
    ("Orban Viktor", "Viktor Orbán", .spelling),
    ("Garcia Marquez", "Gabriel García Márquez", .ending),
    ("", "Keir Starmer", .none),
  ]

  @Test(arguments: fits)
  func aTypedNameFits(_ fit: (typed: String, canonical: String, fit: SoughtName.Fit)) {
    #expect(SoughtName(fit.typed).fit(of: fit.canonical) == fit.fit)
  }
}
