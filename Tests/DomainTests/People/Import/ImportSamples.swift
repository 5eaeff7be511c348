@testable import Domain

/// A region of two municipalities and three functions, and lists for it.
enum ImportSamples {
    static let lookup = ImportLookup(
        municipalities: [
            Code("GM0599"): ["Rotterdam"], Code("GM0613"): ["Albrandswaard"], Code("GM0001"): ["Dubbelduin"],
            Code("GM0002"): ["Dubbelduin"],
        ],
        functions: [
            Code("OVDBZ"): ["OvD-Bz", "Officier van Dienst Bevolkingszorg"],
            Code("ACBZ"): ["AC-Bz", "Algemeen Commandant Bevolkingszorg"],
            Code("HINF"): ["HIN", "Hoofd Informatie / Verslaglegging"],
        ])

    static let header =
        "Gemeente;Personeelsnummer;Roepnaam;Tussenvoegsel;Achternaam;Mobiel;Telefoon;E-mail;Crisisfunctie;"
        + "Aangewezen vanaf;Aangewezen tot;Certificaat;Certificaat behaald;Certificaat geldig tot;"
        + "Standplaats;Uit dienst"

    static let good = [
        header,
        "Rotterdam;00123;Anna;van den;Berg;06-12345678;010-1234567;anna@duin.example;OvD-Bz;01-09-2025;;"
            + "NIPV;15-05-2025;15-05-2028;Albrandswaard;",
        "GM0613;A-7;Renée;;Duindoorn;0687654321;;r.duindoorn@duin.example;\"OvD-Bz, AC-Bz\";2025-01-01;"
            + "31-12-2027;;;;;",
        "0599;00124;Bo;;Vlierstra;;;;;;;;;;;30-11-2026",
    ].joined(separator: "\r\n")

    static func read(_ text: String) -> PeopleFile {
        PeopleFile.read(bytes: Array(text.utf8), lookup: lookup)
    }

    /// One row under three required columns and the one that is tested.
    static func row(_ title: String, _ value: String) -> PeopleFile {
        read("gemeente;personeelsnummer;naam;\(title)\n599;1;Elzenaar, A.;\(value)\n")
    }
}

extension PeopleFile {
    var faultsOnly: [ImportFault] { faults.map(\.fault) }
    var warningsOnly: [ImportWarning] { warnings.map(\.warning) }
}
