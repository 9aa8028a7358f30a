import Testing
import Tokenizing

struct ElisionTests {
  @Test(arguments: [
    ("fr", "l'élection", "élection"), ("fr", "L’Oréal", "Oréal"), ("fr", "qu'elle", "elle"),
    ("it", "dell'Aquila", "Aquila"), ("ca", "d'octubre", "octubre"),
  ])
  func whatIsJoinedToTheFrontIsOff(language: String, word: String, rest: String) {
    #expect(Elision.rest(of: word, language: language) == rest)
  }

  @Test(arguments: [
    ("fr", "aujourd'hui"), ("fr", "O'Brien"), ("en", "l'élection"), ("fr", "l'"), ("fr", "mer"),
  ])
  func otherWordsStay(language: String, word: String) {
    #expect(Elision.rest(of: word, language: language) == word)
  }
}
