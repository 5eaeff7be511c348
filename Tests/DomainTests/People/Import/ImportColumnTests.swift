import Testing

@testable import Domain

@Suite struct ImportColumnTests {
    @Test(arguments: [
        ("Gemeente", ImportColumn.municipality), ("WERKGEVER", .municipality),
        ("gemeente-code", .municipality),
        ("Personeels nummer", .personnelNumber), ("Mdw. nr", .personnelNumber),
        ("Medewerker", .personnelNumber),
        ("Pers.nr.", .personnelNumber), ("Registratienummer", .personnelNumber), ("Roepnaam", .given),
        ("Voorletters", .given), ("Voorvoegsel(s)", .prefix), ("Achternaam", .surname),
        ("Geboortenaam", .surname), ("Naam medewerker", .wholeName), ("Naam", .wholeName), ("GSM", .mobile),
        ("06-nummer", .mobile), ("Telefoon mobiel werk", .mobile), ("Mobiele telefoon", .mobile),
        ("Vast nummer", .landline), ("Telefoon", .landline), ("E-mailadres", .email),
        ("Mailadres werk", .email),
        ("Functie(s)", .functions), ("Functie Bevolkingszorg", .functions), ("Piketfunctie", .functions),
        ("Ingangsdatum", .designatedFrom), ("Begindatum functie", .designatedFrom),
        ("Aangewezen tot", .designatedThrough), ("Einddatum functie", .designatedThrough),
        ("Certificaat uitgever", .certificateIssuer), ("Datum certificaat", .certificateIssued),
        ("Geldig t/m", .certificateThrough), ("Verloopdatum", .certificateThrough),
        ("Werkgemeente", .workBase), ("Datum in dienst", .employedFrom), ("Uit dienst", .employedThrough),
    ])
    func `headers of HR systems are known`(title: String, column: ImportColumn) {
        #expect(ImportColumn.recognise(title)?.column == column)
    }

    @Test(arguments: ["", "Mobiel privé", "Geboortedatum", "BSN", "Salarisschaal", "Rotterdam"])
    func `what the product does not need is unknown`(title: String) {
        #expect(ImportColumn.recognise(title) == nil)
    }

    @Test(arguments: ImportColumn.allCases)
    func `the name in messages is a header too`(column: ImportColumn) {
        #expect(ImportColumn.recognise(column.rawValue)?.column == column)
    }
}
