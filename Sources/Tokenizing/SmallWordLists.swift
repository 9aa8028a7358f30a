/// Stop words, folded as the tokenizer folds, of languages that the Snowball project has no list for:
/// articles, pronouns, prepositions, conjunctions, the verbs *to be* and *to have*, words that ask.
///
/// Our own lists from common grammar; of Hebrew, the words that are written as such. Arabic has none:
/// it was measured that answers are better with all words of a question weighed by their rarity.
enum SmallWordLists {
  /// Terms with white space between, by ISO 639-1 code.
  static let terms: [String: StaticString] = [
    "cs": """
    a aby aj ale ani asi az bez bude budou by byl byla byli bylo byt ci co coz do ho i ja jak jake jako je
    jeho jej jejich jeji jen jeste ji jich jim jine jiz jsem jsi jsme jsou k kam kdo kdy kde kdyz ke kolik
    ktera ktere kteri kterou ktery ma maji mezi mi mit mu my na nad nam nas nebo nez ni nic o od on ona oni
    po pod podle pokud pro proc proto protoze pred pres pri s se si sve svuj svych ta tak take takze tato
    te ten tento teto tim to toho tohoto tom tomto tuto ty u uz v vam vas ve vice vsak vsechen z za ze
    """,
    "el": """
    ο η το οι τα του τησ των τον την τουσ τισ στο στη στην στον στουσ στισ στα και να με σε από για που πωσ
    πώσ δεν μη μην είναι ήταν θα ένα ένασ μια μία αυτό αυτόσ αυτή αυτά αυτοί τι ποιοσ ποια ποιο ποιοι πότε
    πού πόσο πόσα πόσοι γιατί όταν αν ή κι όπωσ αλλά ότι μασ σασ μου σου έχει έχουν είχε ωσ κατά μετά προσ
    όλα όλοι κάθε μόνο πολύ πιο όμωσ οποία οποίο οποίοσ
    """,
    "fa": """
    و در به از که این را با است برای آن یک خود تا بر هم شد شده کرد کرده می شود شوند بود بودند باشد هستند
    نیست ای ها های هر اما یا اگر چه چرا کجا کدام کی چگونه چند چقدر آیا ما من تو او شما آنها ایشان وی نیز
    دیگر همه همین همان پس پیش بین روی زیر مورد بی نه چون دارد دارند داشت خواهد کند کنند کردند توسط درباره
    """,
    "he": """
    של את על לא הוא היא הם הן אני אתה אנחנו כי גם עם זה זו זאת אלה אל או אם כל היה היתה הייתה היו יהיה יש
    אין יותר אבל אך רק אחרי לאחר לפני בין עד כדי מה מי מתי איפה היכן איך כיצד כמה למה מדוע איזה איזו אילו
    אשר כאשר ואת שלו שלה שלהם לו לה להם בו בה בהם ממנו מן כמו עוד מאוד אותו אותה אותם כבר שם כך
    """,
    "id": """
    yang dan di dengan untuk dari ini itu pada tidak ke dalam akan juga telah oleh sebagai adalah mereka ada
    kami kita bisa dapat karena atau saat tersebut lebih ia dia saya anda nya para seperti sudah belum
    setelah sebelum antara hingga sampai secara bahwa jika maka namun tetapi hanya masih sangat apa siapa
    kapan mana dimana bagaimana mengapa berapa kepada terhadap tentang sebuah seorang suatu agar lagi pun
    """,
    "pl": """
    a aby albo ale ani az bardzo bez bo by byc byl byla byli bylo byly beda bedzie byłby co czy czyli dla do
    gdy gdyz gdzie go i ich ile im inne ja jak jaka jaki jakie jako je jednak jego jej jemu jest jestem jesli
    juz kiedy kto ktora ktore ktorego ktorej ktory ktorych ktorym ktorzy lub ma maja mi mnie moze my na nad
    nam nas nia nie nich nim niz o od on ona one oni ono oraz po pod podczas poniewaz przed przez przy sa sie
    swoje ta tak taki takie tam te tego tej tem ten to tu ty tych tylko tym u w we wiec wszystko z za ze był
    była było były dlaczego
    """,
    "ro": """
    si in a de la cu pe ca nu din este o un pentru au mai fost sunt sa se ce al ale dupa dar prin ar fi
    lui ei iar sau intre despre catre pana cand unde cine cum cat cati cate care caruia carei acest aceasta
    aceste acesti acea acel am are avea era erau eu tu el ea noi voi le li isi unei unui unor toate toti tot
    doar numai daca deci fara sub asupra
    """,
    "tr": """
    ve bir bu da de icin ile olarak cok daha olan ise gibi kadar sonra once ama fakat en var yok oldugunu
    oldugu degil her ne ya veya hem ki mi mu mı o su sey ben sen biz siz onlar onun bunun bunu onu kendi hangi
    nasıl neden nicin nerede nereye kim kimin kac zaman hangisi ancak yani cunku eger diye uzere karsı gore
    arasında idi olmak oldu olur olup bile tum butun
    """,
    "uk": """
    і й в у на не що з із зі як та за до це цей ця ці цього цієї про його її їх від він вона вони воно ми ви
    я ти але для є було була були був буде також або чи коли де хто кого кому чому скільки який яка яке які
    яких якого якої якій через після перед між при під над над без щоб якщо вже ще лише тільки бути мати має
    свій своє свою своїх того тому тим тих те той то так б би ж же
    """,
  ]
}
