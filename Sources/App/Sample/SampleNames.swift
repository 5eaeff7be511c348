/// Names for the people of the sample organisation.
///
/// The given names are common in the Netherlands, from many backgrounds. The surnames are invented from
/// plants, water and landscape: a demonstration, a screenshot or a test must never show what looks like
/// a real colleague, mayor or victim. Many have a prefix (*tussenvoegsel*), which sorting and searching
/// must handle.
enum SampleNames {
    static let given: [String] = [
        "Aaliyah", "Achmed", "Adjoa", "Aisha", "Amira", "Anneke", "Anouk", "Arjan", "Ayşe", "Bart",
        "Bilal", "Bram", "Carmen", "Chandra", "Daan", "Danuta", "Demi", "Dewi", "Dilan", "Dirk",
        "Elif", "Els", "Emre", "Esther", "Fatima", "Femke", "Fleur", "Gerrit", "Hakan", "Hanneke",
        "Hamza", "Henk", "Ilse", "Imane", "Indra", "Jasper", "Jeroen", "Joost", "Joyce", "Karim",
        "Katarzyna", "Kees", "Kofi", "Lars", "Latoya", "Lieke", "Linh", "Loes", "Maarten", "Malika",
        "Mareike", "Marieke", "Marlon", "Mehmet", "Meryem", "Mirjam", "Nadia", "Naomi", "Nienke", "Noor",
        "Omar", "Orlando", "Pieter", "Priya", "Rachid", "Radjesh", "Ravi", "Renske", "Roel", "Romy",
        "Ruben", "Rukiye", "Samira", "Sanne", "Sergio", "Sharda", "Sibel", "Siham", "Sjoerd", "Soraya",
        "Sven", "Tamara", "Teun", "Thijs", "Tineke", "Tomasz", "Wouter", "Xavier", "Yara", "Youssef",
        "Yusuf", "Zeynep",
    ]

    /// The prefix as written after a given name, without a space; empty where there is none.
    static let surnames: [(prefix: String, surname: String)] = [
        ("", "Berkenveen"), ("", "Beukennoot"), ("", "Bosanemoon"), ("", "Brempolder"), ("", "Dotterbeek"),
        ("", "Duindoorn"), ("", "Dovenetel"), ("", "Egelskop"), ("", "Elzenaar"), ("", "Fonteinkruid"),
        ("", "Gagelstruik"), ("", "Gelderoos"), ("", "Hazelwater"), ("", "Heemstkruid"), ("", "Helmgras"),
        ("", "Kalmoes"), ("", "Klokjesgentiaan"), ("", "Koekoeksbloem"), ("", "Krabbenscheer"),
        ("", "Lamsoor"), ("", "Lijsterbes"), ("", "Meidoornhaag"), ("", "Moeraswolfsmelk"),
        ("", "Oeverzegge"), ("", "Pijlkruid"), ("", "Populierendijk"), ("", "Ratelpopulier"),
        ("", "Sleedoorn"), ("", "Speenkruid"), ("", "Veenbies"), ("", "Waterdrieblad"), ("", "Waterviolier"),
        ("", "Zeekraal"), ("", "Zilverschoon"), ("", "Zoutmelde"),
        ("aan den", "Rietzoom"), ("aan de", "Veenplas"), ("de", "Lisdodde"), ("de", "Moerasvaren"),
        ("de", "Rietvink"), ("de", "Veldzuring"), ("de", "Waterranonkel"), ("de", "Zandzegge"),
        ("den", "Dijkgentiaan"), ("den", "Elzenkatje"), ("den", "Waterweegbree"), ("in 't", "Broekbos"),
        ("in 't", "Lisveld"), ("onder de", "Schietwilg"), ("op de", "Oeverwal"), ("op den", "Stuifduin"),
        ("op 't", "Wierschor"), ("'t", "Kweldergras"), ("'t", "Kroosveen"), ("'t", "Zeegras"),
        ("te", "Wilgenroos"), ("ten", "Beekpunge"), ("ten", "Veenpluis"), ("ten", "Waterloof"),
        ("ter", "Biezenkreek"), ("ter", "Lindebron"), ("ter", "Rietkraag"), ("ter", "Zeggeplas"),
        ("uit den", "Duinpan"), ("uit de", "Griendwaard"), ("van", "Dotterbloem"), ("van", "Egelantier"),
        ("van", "Kattendoorn"), ("van", "Moerasspirea"), ("van", "Strandkweek"), ("van", "Vlierbessen"),
        ("van", "Waterkers"), ("van de", "Gorzenplas"), ("van de", "Kattenstaart"), ("van de", "Kruipwilg"),
        ("van de", "Ooievaarsbek"), ("van de", "Slikgeul"), ("van de", "Zeeaster"), ("van den", "Bitterling"),
        ("van den", "Esdoornbos"), ("van den", "Hagebeuk"), ("van den", "Vlonderdijk"),
        ("van den", "Zilverspar"), ("van der", "Beekoever"), ("van der", "Grienduil"),
        ("van der", "Kreekrug"), ("van der", "Tureluur"), ("van der", "Veenmol"), ("van der", "Wilgen"),
        ("van der", "Zandplaat"), ("van 't", "Blauwgras"), ("van 't", "Lepelblad"), ("van 't", "Slikveld"),
        ("voor de", "Schorrenkreek"),
    ]
}
