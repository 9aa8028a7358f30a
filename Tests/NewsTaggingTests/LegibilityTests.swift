import NewsTagging
import Testing

/// When a text is too damaged for its tags.
struct LegibilityTests {
  private func unknownWords(_ text: String) -> Double? { Tagger().tags(body: text).unknownWords }

  @Test func aTextOfUnknownWordsIsDoubtful() throws {
    let share = try #require(
      unknownWords(
        """
        Tlie mnyor of Orrin snid on Monday tbat Gen. Haldwick had sont bis meu to Marden. Tbe tronps \
        slept in Kelso, wbere Miss Alder and ber motlier fonnd tbem hread. On Sunday the vlllage of \
        Ferris was hurned by the eneiny, and in Orrin tlie people fled wltb tbeir cattle to Dunmore.
        """))
    #expect(0.25...1 ~= share)
  }

  @Test(arguments: [
    // Sound English.
    """
    The mayor of Orrin said on Monday that Gen. Haldwick had sent his men to Marden. The troops slept \
    in Kelso, where Miss Alder and her mother found them bread. On Sunday the village of Ferris was burned.
    """,
    // Sound German, whose words the lexicon does not have.
    """
    Der Bürgermeister von Altdorf sagte am Montag, dass General Haldwick seine Leute nach Neustadt geschickt \
    habe. Die Truppen schliefen in Grünau, wo Frau Erlen und ihre Mutter ihnen Brot gaben.
    """,
    // Too short to tell.
    "Tlie mnyor of Orrin snid notbing.",
  ])
  func otherTextsAreNot(text: String) {
    #expect(unknownWords(text) == nil)
  }
}
