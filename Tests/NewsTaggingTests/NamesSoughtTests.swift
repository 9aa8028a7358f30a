import NewsTagging
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
    ("Rhine-Ruhr", "Rhine Ruhr", .same), ("Rhine Ruhr", "Rhine-Ruhr", .same),
    ("", "Keir Starmer", .none),
  ]

  @Test(arguments: fits)
  func aTypedNameFits(_ fit: (typed: String, canonical: String, fit: SoughtName.Fit)) {
    let sought = SoughtName(fit.typed)
    #expect(sought.fit(of: fit.canonical) == fit.fit)
    let mayFit = Array(fit.canonical.utf8).withUnsafeBufferPointer { sought.mayFit($0) }
    #expect(mayFit || fit.fit == .none)
  }

  @Test func whatIsPassedOverUnreadWouldNotFit() {
    let names =
      Self.fits.flatMap { [$0.typed, $0.canonical] } + [
        "Muammar Gaddafi", "Moammar Kadhafi", "Bashar al-Assad", "assad", "Wladimir Klitschko",
        "Vladimir Klichko", "Carlos Salinas de Gortari", "Carlos Salinas", "Mao Zedong",
        "Mao Tse-tung",
        "Kim Jong Un", "Øyvind Ås", "Émile Zola", "Jean-Luc Picard", "Tchaikovsky", "Chaikovskij",
        "Yeltsin", "Boris Jelzin", "Philip Filippov", "Wim Wenders", "Qian Xuesen",
      ]
    var passedOver = 0
    for typed in names {
      let sought = SoughtName(typed)
      for canonical in names {
        let mayFit = Array(canonical.utf8).withUnsafeBufferPointer { sought.mayFit($0) }
        if !mayFit { passedOver += 1 }
        #expect(mayFit || sought.fit(of: canonical) == .none, "\(typed) for \(canonical)")
      }
    }
    #expect(passedOver > names.count * names.count / 2)
  }
}
