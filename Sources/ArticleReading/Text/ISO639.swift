/// The languages of ISO 639 that have codes of three letters.
///
/// Sources: the code tables of ISO 639-1, 639-2 (Library of Congress) and 639-3 (SIL).
enum ISO639 {
  /// The two letters of a code of three, lower case; the code itself for a language that has none
  /// of two but a name in Unicode's CLDR; else nil.
  static func shortest(_ code: String) -> String? {
    twoLetters[code] ?? (longOnly.contains(code) ? code : nil)
  }

  private static let twoLetters: [String: String] = {
    var codes: [String: String] = [:]
    var short = ""
    for word in table.split(separator: " ") {
      if word.utf8.count == 2 { short = String(word) } else { codes[String(word)] = short }
    }
    return codes
  }()

  private static let longOnly = Set(named.split(separator: " ").map(String.init))

  /// All 184 codes of two letters, each before its code of ISO 639-3 and 639-2/T, which are the
  /// same, and that of 639-2/B where it is another (`de deu ger`).
  private static let table = """
    aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym az aze ba bak \
    be bel bg bul bi bis bm bam bn ben bo bod tib br bre bs bos ca cat ce che ch cha co cos cr \
    cre cs ces cze cu chu cv chv cy cym wel da dan de deu ger dv div dz dzo ee ewe el ell gre en \
    eng eo epo es spa et est eu eus baq fa fas per ff ful fi fin fj fij fo fao fr fra fre fy fry \
    ga gle gd gla gl glg gn grn gu guj gv glv ha hau he heb hi hin ho hmo hr hrv ht hat hu hun \
    hy hye arm hz her ia ina id ind ie ile ig ibo ii iii ik ipk io ido is isl ice it ita iu iku \
    ja jpn jv jav ka kat geo kg kon ki kik kj kua kk kaz kl kal km khm kn kan ko kor kr kau ks \
    kas ku kur kv kom kw cor ky kir la lat lb ltz lg lug li lim ln lin lo lao lt lit lu lub lv \
    lav mg mlg mh mah mi mri mao mk mkd mac ml mal mn mon mr mar ms msa may mt mlt my mya bur na \
    nau nb nob nd nde ne nep ng ndo nl nld dut nn nno no nor nr nbl nv nav ny nya oc oci oj oji \
    om orm or ori os oss pa pan pi pli pl pol ps pus pt por qu que rm roh rn run ro ron rum ru \
    rus rw kin sa san sc srd sd snd se sme sg sag sh hbs si sin sk slk slo sl slv sm smo sn sna \
    so som sq sqi alb sr srp ss ssw st sot su sun sv swe sw swa ta tam te tel tg tgk th tha ti \
    tir tk tuk tl tgl tn tsn to ton tr tur ts tso tt tat tw twi ty tah ug uig uk ukr ur urd uz \
    uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid yo yor za zha zh zho chi zu zul
    """

  /// Languages, groups of languages and special codes without two letters.
  private static let named = """
    ace ach ada ady aeb afh agq ain akk akz ale aln alt ang anp apw arc arn aro arp arq ars arw \
    ary arz asa ase ast avk awa bal ban bar bas bax bbc bbj bej bem ber bew bez bfd bfq bgc bgn \
    bho bik bin bjn bkm bla blo bpy bqi bra brh brx bss bua bug bum byn byv cad car cay cch ccp \
    ceb cgg chb chg chk chm chn cho chp chr chy cic ckb cop cps crh csb csw dak dar dav del den \
    dgr din dje doi dsb dtp dua dum dyo dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fat \
    fil fit fon frc frm fro frp frr frs fur gaa gag gan gay gba gbz gez gil glk gmh goh gom gon \
    gor got grb grc gsw guc gur guz gwi hai hak haw hif hil hit hmn hsb hsn hup iba ibb ilo inh \
    izh jam jbo jgo jmc jpr jrb jut kaa kab kac kaj kam kaw kbd kbl kcg kde kea ken kfo kgp kha \
    kho khq khw kiu kkj kln kmb koi kok kos kpe krc kri krj krl kru ksb ksf ksh kum kut kxv lad \
    lag lah lam lez lfn lij liv lkt lmo lol loz lrc ltg lua lui lun luo lus lut luy lzh lzz mad \
    maf mag mai mak man mas mde mdf mdh mdr men mer mfe mga mgh mgo mic mid min mis mnc mni moh \
    mos mrj mua mul mus mwl mwr mwv mye myv mzn nan nap naq nds new nia niu njo nmg nnh nnp nog \
    non nov nqo nso nus nwc nym nyn nyo nzi osa ota otk oui pag pal pam pap pau pcd pcm pdc pdt \
    peo pfl phn pms pnt pon pqm prg pro quc qug raj rap rar rej rgn rhg rif rof rom rtm rue rug \
    rup rwk sad sah sam saq sas sat saz sba sbp scn sco sdc sdh see seh sei sel ses sga sgs shi \
    shn shu sid sjd sje sju sli sly sma smj smn sms snk sog srn srr ssy stq suk sus sux swb syc \
    syr szl tcy tem teo ter tet tig tiv tkl tkr tlh tli tly tmh tog tok tpi tru trv tsd tsi ttt \
    tum tvl twq tyv tzm udm uga umb und vai vec vep vls vmf vmw vot vro vun wae wal war was wbp \
    wuu xal xmf xnr xog yao yap yav ybb yrl yue zap zbl zea zen zgh zun zxx zza
    """
}
