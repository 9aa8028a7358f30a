/// Names that stand for one thing, from what everyone knows: a group a line.
///
///     A = B      each finds the other
///     A > B = C  A finds B and C, which are of wider meaning or words of their own
enum NameVariantList {
  /// Places that were renamed, or are written in more than one way.
  static let places: StaticString = """
    Kiev = Kyiv
    Kharkov = Kharkiv
    Lvov = Lviv
    Lemberg > Lviv
    Odessa = Odesa
    Chernobyl = Chornobyl
    Nikolaev = Mykolaiv
    Zaporozhye = Zaporizhzhia = Zaporizhia
    Dnepropetrovsk = Dnipropetrovsk = Dnipro
    Rovno = Rivne
    Vinnitsa = Vinnytsia
    Chernigov = Chernihiv
    Lugansk = Luhansk
    Donbass = Donbas
    Slavyansk = Sloviansk
    Artemovsk = Artemivsk = Bakhmut
    Byelorussia = Belorussia = Belarus
    Moldavia = Moldova
    Kirghizia = Kirgizia = Kyrgyzstan
    Turkmenia = Turkmenistan
    Alma Ata = Almaty
    Nur-Sultan = Astana
    Tiflis = Tbilisi
    Leningrad = Petrograd = St Petersburg = Saint Petersburg
    Stalingrad = Volgograd
    Sverdlovsk = Yekaterinburg = Ekaterinburg
    Kuibyshev = Kuybyshev = Samara
    Königsberg = Kaliningrad
    Memel = Klaipeda
    Danzig = Gdansk = Gdańsk
    Breslau = Wroclaw = Wrocław
    Lodz = Łódź
    Pressburg = Bratislava
    Laibach = Ljubljana
    Czechia = Czech Republic
    North Macedonia > Macedonia
    Macedonia > North Macedonia
    Constantinople = Istanbul
    Smyrna = Izmir
    Turkey = Türkiye
    Holland = Netherlands
    Basle = Basel
    Berne = Bern
    Lyons = Lyon
    Marseilles = Marseille
    Rheims = Reims
    Saragossa = Zaragoza
    Leghorn > Livorno
    Vatican = Holy See
    Soviet Union = USSR
    Persia > Iran
    Mesopotamia > Iraq
    Mecca = Makkah
    Trucial States > United Arab Emirates
    Abyssinia > Ethiopia
    Rhodesia > Zimbabwe
    Northern Rhodesia > Zambia
    Nyasaland > Malawi
    Tanganyika > Tanzania
    Bechuanaland > Botswana
    Basutoland > Lesotho
    South West Africa > Namibia
    Swaziland = Eswatini
    Zaire = Democratic Republic of the Congo = DR Congo
    Zaire > Congo
    Congo > Zaire
    Leopoldville = Kinshasa
    Elisabethville = Lubumbashi
    Stanleyville = Kisangani
    Upper Volta = Burkina Faso
    Dahomey > Benin
    Ivory Coast = Côte d'Ivoire
    Cape Verde = Cabo Verde
    Tananarive = Antananarivo
    Lourenço Marques = Maputo
    Fort-Lamy = N'Djamena
    Port Elizabeth = Gqeberha
    Grahamstown = Makhanda
    Bombay = Mumbai
    Madras = Chennai
    Calcutta = Kolkata
    Bangalore = Bengaluru
    Poona = Pune
    Baroda = Vadodara
    Mysore = Mysuru
    Trivandrum = Thiruvananthapuram
    Cochin = Kochi
    Benares = Varanasi
    Cawnpore = Kanpur
    Gurgaon = Gurugram
    Allahabad = Prayagraj
    Pondicherry = Puducherry
    Orissa = Odisha
    Simla = Shimla
    Ceylon = Sri Lanka
    Dacca = Dhaka
    Burma = Myanmar
    Rangoon = Yangon
    Siam > Thailand
    Kampuchea = Cambodia
    Saigon = Ho Chi Minh City
    Malaya > Malaysia
    Djakarta = Jakarta
    Batavia > Jakarta
    Celebes = Sulawesi
    East Timor = Timor-Leste
    Peking = Beijing
    Nanking = Nanjing
    Canton > Guangzhou
    Tientsin = Tianjin
    Chungking = Chongqing
    Mukden = Shenyang
    Tsingtao = Qingdao
    Amoy = Xiamen
    Sinkiang = Xinjiang
    Szechuan = Sichuan
    Formosa > Taiwan
    Macao = Macau
    Pyeongyang = Pyongyang
    Pusan = Busan
    Inchon = Incheon
    British Honduras = Belize
    British Guiana > Guyana
    Dutch Guiana > Suriname
    Surinam = Suriname
    Falklands = Malvinas
    Falkland Islands > Malvinas
    Mount McKinley = Denali
    Ayers Rock = Uluru
    New Hebrides = Vanuatu
    Gilbert Islands = Kiribati
    Ellice Islands = Tuvalu
    """

  /// States and organisations by acronyms, which are met as written here alone: `who` and `us` are
  /// words.
  ///
  /// Where an acronym is a word of some language, it finds its full name, not the other way round.
  static let organisations: StaticString = """
    UN > United Nations
    ONU > Nations unies = Naciones Unidas = Nazioni Unite = Nações Unidas
    EU > European Union = Europäische Union
    UE > Union européenne = Unión Europea = Unione europea = União Europeia
    US > United States = USA
    USA = United States
    UK = United Kingdom
    UAE = United Arab Emirates
    USSR = Soviet Union
    UdSSR = Sowjetunion
    DRC > Democratic Republic of the Congo = DR Congo
    GDR > East Germany = German Democratic Republic
    DDR > Deutsche Demokratische Republik
    FRG > West Germany = Federal Republic of Germany
    PRC > People's Republic of China
    DPRK > North Korea
    ROK > South Korea
    NATO > North Atlantic Treaty Organization = North Atlantic Treaty Organisation
    OTAN > Organisation du traité de l'Atlantique nord = NATO
    WHO > World Health Organization = World Health Organisation
    OMS > Organisation mondiale de la santé = Organización Mundial de la Salud
    IMF = International Monetary Fund
    FMI > Fonds monétaire international = Fondo Monetario Internacional
    WTO = World Trade Organization = World Trade Organisation
    GATT > General Agreement on Tariffs and Trade
    OECD > Organisation for Economic Co-operation and Development = Organization for Economic Cooperation and Development
    OPEC = Organization of the Petroleum Exporting Countries = Organisation of Petroleum Exporting Countries
    ECB > European Central Bank
    BCE > Banque centrale européenne = Banco Central Europeo
    EZB > Europäische Zentralbank
    Fed > Federal Reserve
    SEC > Securities and Exchange Commission
    FDA > Food and Drug Administration
    EPA > Environmental Protection Agency
    FBI = Federal Bureau of Investigation
    CIA > Central Intelligence Agency
    NSA > National Security Agency
    NASA = National Aeronautics and Space Administration
    FAA = Federal Aviation Administration
    EEC = European Economic Community
    EFTA = European Free Trade Association
    OSCE = Organization for Security and Co-operation in Europe = Organisation for Security and Cooperation in Europe
    IAEA = International Atomic Energy Agency
    ICC > International Criminal Court
    ICJ = International Court of Justice
    ILO > International Labour Organization = International Labour Organisation
    UNHCR = United Nations High Commissioner for Refugees
    UNICEF = United Nations Children's Fund
    UNESCO = United Nations Educational, Scientific and Cultural Organization
    WFP = World Food Programme
    FAO > Food and Agriculture Organization
    ASEAN = Association of Southeast Asian Nations
    APEC = Asia-Pacific Economic Cooperation
    AU > African Union
    ANC > African National Congress
    PLO > Palestine Liberation Organization = Palestine Liberation Organisation
    IDF > Israel Defense Forces = Israel Defence Forces
    IRA > Irish Republican Army
    EIB = European Investment Bank
    ADB > Asian Development Bank
    BIS > Bank for International Settlements
    ATT > AT&T
    NHS = National Health Service
    BBC > British Broadcasting Corporation
    IOC > International Olympic Committee
    FIFA > Fédération Internationale de Football Association
    UEFA > Union of European Football Associations
    GDP > gross domestic product
    GNP > gross national product
    CPI > consumer price index
    """
}
