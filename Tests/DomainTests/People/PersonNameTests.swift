import Testing

@testable import Domain

@Suite struct PersonNameTests {
    @Test func `a name is shown in full and filed under its surname`() {
        let name = PersonName(given: "Anna", prefix: "van den", surname: "Berg")
        #expect(name.full == "Anna van den Berg")
        #expect(name.listed == "Berg, Anna van den")
        #expect(name.sortKey == "berg,anna,van den")
    }

    @Test func `parts that are missing leave no spaces behind`() {
        #expect(PersonName(given: "", surname: "Duindoorn").full == "Duindoorn")
        #expect(PersonName(given: "", surname: "Duindoorn").listed == "Duindoorn")
        #expect(PersonName(given: "", prefix: "ter", surname: "Heide").listed == "Heide, ter")
    }

    @Test func `a list sorts by surname whatever the tussenvoegsel or accent`() {
        let names = [
            PersonName(given: "Bo", prefix: "van der", surname: "Wilgen"),
            PersonName(given: "Cas", surname: "Élzenaar"),
            PersonName(given: "Anna", prefix: "van den", surname: "Berg"),
            PersonName(given: "Do", surname: "Bergsma"), PersonName(given: "Ans", surname: "Berg"),
        ]
        let sorted = names.sorted { $0.sortKey < $1.sortKey }
        #expect(sorted.map(\.given) == ["Anna", "Ans", "Do", "Cas", "Bo"])
    }

    @Test func `ij stays two letters`() {
        #expect(PersonName(given: "Bo", surname: "IJzerhout").sortKey.hasPrefix("ijzerhout"))
    }

    @Test(arguments: [
        ("Berg, A. van den", "A.", "van den", "Berg"),
        ("A. van den Berg", "A.", "van den", "Berg"),
        ("van den Berg, Anna", "Anna", "van den", "Berg"),
        ("Berg van den, A.", "A.", "van den", "Berg"),
        ("Berg, van den, Anna", "Anna", "van den", "Berg"),
        ("Berg van den A.", "A.", "van den", "Berg"),
        ("Berg van den", "", "van den", "Berg"),
        ("van den Berg", "", "van den", "Berg"),
        ("Anna Elzenaar", "Anna", "", "Elzenaar"),
        ("Elzenaar A.B.", "A.B.", "", "Elzenaar"),
        ("Elzenaar, Anna", "Anna", "", "Elzenaar"),
        ("Elzenaar,", "", "", "Elzenaar"),
        ("Duindoorn", "", "", "Duindoorn"),
        ("VAN DER WILGEN, BO", "BO", "VAN DER", "WILGEN"),
        ("Bo van der Wilgen - van den Berg", "Bo", "van der", "Wilgen-van den Berg"),
        ("A. Elzenaar-van den Berg", "A.", "", "Elzenaar-van den Berg"),
        ("Elzenaar-van den Berg, A.", "A.", "", "Elzenaar-van den Berg"),
        ("Anne-Roos van de Linde", "Anne-Roos", "van de", "Linde"),
        ("C. in ’t Veen", "C.", "in 't", "Veen"), ("'t Veen, C.", "C.", "'t", "Veen"),
        ("Veen, C. op de", "C.", "op de", "Veen"), ("D. ter Heide", "D.", "ter", "Heide"),
        ("E. von Linde", "E.", "von", "Linde"), ("F. de la Roche", "F.", "de la", "Roche"),
        ("  Anna\u{A0} Élzenaar ", "Anna", "", "Élzenaar"), ("Van", "", "", "Van"),
    ])
    func `a whole name in the habit of HR comes apart`(
        text: String, given: String, prefix: String, surname: String
    ) {
        #expect(PersonName(whole: text) == PersonName(given: given, prefix: prefix, surname: surname))
    }

    @Test(arguments: ["", "  ", ",", ", Anna"])
    func `a name without a surname is no name`(text: String) {
        #expect(PersonName(whole: text) == nil)
    }

    @Test(arguments: [
        ("van den Berg", "van den", "Berg"), ("Berg, van den", "van den", "Berg"),
        ("Berg van den", "van den", "Berg"),
        ("Elzenaar", "", "Elzenaar"), ("Van", "", "Van"),
    ])
    func `a surname column may carry the tussenvoegsel`(text: String, prefix: String, surname: String) {
        let name = PersonName(given: "Bo", undividedSurname: text)
        #expect(name == PersonName(given: "Bo", prefix: prefix, surname: surname))
    }
}
