/// English forms that no suffix rule takes to their base.
///
/// Our own list from common grammar. Forms that are more often another word are left out on
/// purpose: left, ground, wound, bound, bore, lay, lives, leaves, bases, axes.
enum IrregularForms {
  /// The base of each irregular form, folded.
  static let bases: [String: String] = {
    var bases: [String: String] = [:]
    for line in verbs.description.split(separator: "\n") + nouns.description.split(separator: "\n")
    {
      let words = line.split(separator: " ").map(String.init)
      for form in words.dropFirst() { bases[form] = words[0] }
    }
    return bases
  }()

  /// A base and its forms on each line.
  private static let verbs: StaticString = """
    arise arose arisen
    awake awoke awoken
    bear borne
    beat beaten
    become became
    begin began begun
    bend bent
    bite bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    cling clung
    come came
    creep crept
    deal dealt
    dig dug
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    dwell dwelt
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fling flung
    fly flew flown
    forbid forbade forbidden
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    forsake forsook forsaken
    freeze froze frozen
    get got gotten
    give gave given
    go goes went gone
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    kneel knelt
    know knew known
    lead led
    lean leant
    leap leapt
    learn learnt
    lend lent
    light lit
    lose lost
    make made
    mean meant
    meet met
    mislead misled
    mistake mistook mistaken
    misunderstand misunderstood
    outdo outdid outdone
    outgrow outgrew outgrown
    overcome overcame
    override overrode overridden
    oversee oversaw overseen
    overtake overtook overtaken
    overthrow overthrew overthrown
    partake partook partaken
    pay paid
    prove proven
    rebuild rebuilt
    repay repaid
    retell retold
    rethink rethought
    rewrite rewrote rewritten
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    shake shook shaken
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    slide slid
    sling slung
    smell smelt
    sow sown
    speak spoke spoken
    speed sped
    spell spelt
    spend spent
    spill spilt
    spin spun
    spoil spoilt
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    stink stank stunk
    stride strode stridden
    strike struck stricken
    strive strove striven
    swear swore sworn
    sweep swept
    swell swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    tread trod trodden
    undergo undergoes underwent undergone
    understand understood
    undertake undertook undertaken
    undo undid undone
    uphold upheld
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    withdraw withdrew withdrawn
    withhold withheld
    withstand withstood
    wring wrung
    write wrote written
    """

  private static let nouns: StaticString = """
    addendum addenda
    alumnus alumni
    analysis analyses
    antithesis antitheses
    appendix appendices
    bacterium bacteria
    calf calves
    child children
    crisis crises
    criterion criteria
    curriculum curricula
    diagnosis diagnoses
    elf elves
    emphasis emphases
    foot feet
    fungus fungi
    goose geese
    half halves
    hoof hooves
    hypothesis hypotheses
    index indices
    knife knives
    larva larvae
    loaf loaves
    louse lice
    man men
    matrix matrices
    memorandum memoranda
    mouse mice
    nucleus nuclei
    oasis oases
    ox oxen
    parenthesis parentheses
    phenomenon phenomena
    prognosis prognoses
    referendum referenda
    scarf scarves
    self selves
    sheaf sheaves
    shelf shelves
    stimulus stimuli
    synthesis syntheses
    syllabus syllabi
    thesis theses
    thief thieves
    tooth teeth
    vertex vertices
    wife wives
    wolf wolves
    woman women
    """
}
