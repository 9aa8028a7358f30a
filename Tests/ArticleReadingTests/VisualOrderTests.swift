import Testing

@testable import ArticleReading

/// Lines as they stand on a page, from left to right, and as they are read; the first of each made by an implementation
/// of UAX #9.
struct VisualOrderTests {
  @Test(arguments: [
    (
      ".2015 \u{645}\u{627}\u{639} \u{64a}\u{641} \u{633}\u{645}\u{623} (Berlin Messe) \u{629}\u{639}\u{627}\u{642} \u{649}\u{644}\u{625} \u{627}\u{631}\u{64a}\u{632}\u{648} 25 \u{644}\u{635}\u{648}",
      "\u{648}\u{635}\u{644} 25 \u{648}\u{632}\u{64a}\u{631}\u{627} \u{625}\u{644}\u{649} \u{642}\u{627}\u{639}\u{629} (Berlin Messe) \u{623}\u{645}\u{633} \u{641}\u{64a} \u{639}\u{627}\u{645} 2015."
    ),
    (
      ".(\u{5d1}\u{5e8}\u{5e2}\u{5d1}) 2014 \u{5d9}\u{5d0}\u{5de}\u{5d1} 3 ,\u{5d9}\u{5e0}\u{5e9} \u{5dd}\u{5d5}\u{5d9}\u{5d1} Paris-\u{5d1} \u{5e8}\u{5e7}\u{5d9}\u{5d1} \u{5e8}\u{5e9}\u{5d4}",
      "\u{5d4}\u{5e9}\u{5e8} \u{5d1}\u{5d9}\u{5e7}\u{5e8} \u{5d1}-Paris \u{5d1}\u{5d9}\u{5d5}\u{5dd} \u{5e9}\u{5e0}\u{5d9}, 3 \u{5d1}\u{5de}\u{5d0}\u{5d9} 2014 (\u{5d1}\u{5e2}\u{5e8}\u{5d1})."
    ),
    (
      "The word \u{645}\u{644}\u{627}\u{639}\u{644}\u{627}\u{628} \u{627}\u{628}\u{62d}\u{631}\u{645} means hello.",
      "The word \u{645}\u{631}\u{62d}\u{628}\u{627} \u{628}\u{627}\u{644}\u{639}\u{627}\u{644}\u{645} means hello."
    ),
    (
      "\u{645}\u{644}\u{627}\u{639}\u{644}\u{627}\u{628} \u{627}\u{628}\u{62d}\u{631}\u{645}",
      "\u{645}\u{631}\u{62d}\u{628}\u{627} \u{628}\u{627}\u{644}\u{639}\u{627}\u{644}\u{645}"
    ),
    (
      "Ships sailed (again), Smith & Søn.",
      "Ships sailed (again), Smith & Søn."
    ),
  ])
  func aLineIsReadAsItsLettersRun(onPaper: String, read: String) {
    #expect(VisualOrder.read(onPaper) == read)
  }
}
