import Foundation

/// What a column of an HR list means; the raw value is its name in messages.
package enum ImportColumn: String, CaseIterable, Sendable {
    case municipality = "gemeente"
    case personnelNumber = "personeelsnummer"
    case wholeName = "naam"
    case given = "voornaam"
    case prefix = "tussenvoegsel"
    case surname = "achternaam"
    case mobile = "mobiel"
    case landline = "telefoon"
    case email = "e-mail"
    case functions = "crisisfunctie"
    case designatedFrom = "aangewezen vanaf"
    case designatedThrough = "aangewezen t/m"
    case certificateIssuer = "certificaat"
    case certificateIssued = "certificaat behaald"
    case certificateThrough = "certificaat geldig t/m"
    case workBase = "standplaats"
    case employedFrom = "in dienst"
    case employedThrough = "uit dienst"

    /// The column of a header cell and its tier: a lower tier is meant more exactly. Nil when unknown.
    package static func recognise(_ header: String) -> (column: ImportColumn, tier: Int)? {
        synonyms[header.foldedKey]
    }

    /// Columns of which a row takes the first filled one: call name, first names, initials.
    var fallsBack: Bool { self == .given }

    private static let synonyms: [String: (column: ImportColumn, tier: Int)] = {
        var synonyms: [String: (column: ImportColumn, tier: Int)] = [:]
        for column in allCases {
            for (tier, names) in column.headers.enumerated() {
                for name in names { synonyms[name.foldedKey] = (column, tier) }
            }
        }
        return synonyms
    }()

    /// Headers as AFAS, Visma/Raet Youforce and Excel lists write them, exact ones first.
    ///
    /// Private numbers and addresses are left out on purpose: the product asks only what work gives out.
    private var headers: [[String]] {
        switch self {
        case .municipality: ImportColumn.municipalityHeaders
        case .personnelNumber: [ImportColumn.personnelNumberHeaders]
        case .wholeName, .given, .prefix, .surname: nameHeaders
        case .mobile, .landline, .email: contactHeaders
        case .functions, .designatedFrom, .designatedThrough: designationHeaders
        case .certificateIssuer, .certificateIssued, .certificateThrough: certificateHeaders
        case .workBase: [["standplaats", "werkgemeente", "werklocatie", "werkplek", "plaats tewerkstelling"]]
        case .employedFrom:
            [["in dienst", "datum in dienst", "indienst datum", "in dienst per", "datum indiensttreding"]]
        case .employedThrough:
            [
                [
                    "uit dienst", "datum uit dienst", "uitdienst datum", "uit dienst per",
                    "einddatum dienstverband",
                ]
            ]
        }
    }

    private static let municipalityHeaders: [[String]] = [
        ["gemeentecode", "cbs code", "gemeente code", "cbs gemeentecode", "gm code"],
        ["gemeente", "gemeentenaam", "naam gemeente"],
        ["werkgever", "organisatie", "werkgever naam", "naam werkgever", "administratie"],
    ]

    private static let personnelNumberHeaders = [
        "personeelsnummer", "personeelsnr", "personeelnummer", "persnr", "pers nummer", "medewerker",
        "medewerkernummer", "medewerkernr", "medewerker id", "medewerkerscode", "medewerkercode",
        "registratienummer", "registratienr", "mdw nr", "mdwnummer", "werknemersnummer", "werknemernummer",
        "werknemer nr", "stamnummer",
    ]

    private var nameHeaders: [[String]] {
        switch self {
        case .wholeName:
            [
                [
                    "naam", "volledige naam", "naam medewerker", "medewerkernaam", "naam functionaris",
                    "weergavenaam",
                ]
            ]
        case .given:
            [["roepnaam"], ["voornaam", "voornamen", "eerste voornaam"], ["voorletters", "initialen"]]
        case .prefix:
            [
                ["tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "tussenv", "tv", "vv"],
                ["voorvoegsel geboortenaam", "voorvoegsels geboortenaam", "tussenvoegsel geboortenaam"],
            ]
        default:
            [
                ["achternaam", "familienaam", "gebruiksnaam"],
                ["geboortenaam", "achternaam geboorte", "geslachtsnaam"],
            ]
        }
    }

    private var contactHeaders: [[String]] {
        switch self {
        case .mobile:
            [
                [
                    "mobiel werk", "telefoon mobiel werk", "mobiel zakelijk", "mobiele telefoon werk",
                    "zakelijk mobiel", "mobiel telefoonnummer werk", "mobiel nummer werk",
                ],
                [
                    "mobiel", "mobiele telefoon", "gsm", "06", "06 nummer", "mobiel nummer", "mobielnummer",
                    "telefoon mobiel", "mobiel telefoonnummer", "telefoonnummer mobiel", "gsm nummer",
                    "mobile",
                ],
            ]
        case .landline:
            [
                ["vast nummer", "telefoon vast", "vaste telefoon", "vast telefoonnummer", "telefoon werk"],
                ["telefoon", "telefoonnummer", "tel", "telnr", "tel nr", "telefoonnr", "doorkiesnummer"],
            ]
        default:
            [
                [
                    "mailadres werk", "email werk", "emailadres werk", "zakelijk emailadres",
                    "email zakelijk",
                    "werk email", "emailadres zakelijk", "zakelijke email", "mail werk",
                ],
                ["email", "emailadres", "mail", "mailadres", "email address"],
            ]
        }
    }

    private var designationHeaders: [[String]] {
        switch self {
        case .functions:
            [
                [
                    "crisisfunctie", "crisisfuncties", "functie bevolkingszorg", "functies bevolkingszorg",
                    "piketfunctie", "piketfuncties", "crisisrol", "rol bevolkingszorg", "crisisfunctie code",
                ],
                ["functie", "functies", "functiecode", "functieomschrijving"],
            ]
        case .designatedFrom:
            [
                [
                    "aangewezen vanaf", "aangewezen per", "datum aanwijzing", "aanwijzing vanaf",
                    "ingangsdatum functie", "begindatum functie", "startdatum functie",
                ],
                ["ingangsdatum"],
            ]
        default:
            [
                [
                    "aangewezen tot", "aangewezen tm", "aangewezen tot en met", "aanwijzing tot",
                    "einddatum functie",
                ]
            ]
        }
    }

    private var certificateHeaders: [[String]] {
        switch self {
        case .certificateIssuer:
            [
                ["certificaat uitgever", "uitgever certificaat", "certificerende instelling"],
                ["certificaat", "diploma"],
            ]
        case .certificateIssued:
            [
                [
                    "certificaat behaald", "certificaat behaald op", "datum certificaat", "certificaatdatum",
                    "certificaat datum", "certificaat van", "datum behaald", "behaald op",
                ]
            ]
        default:
            [
                [
                    "certificaat geldig tot", "certificaat geldig tm", "certificaat geldig tot en met",
                    "certificaat tot", "verloopdatum certificaat", "certificaat verloopt",
                ],
                ["geldig tm", "geldig tot", "geldig tot en met", "verloopdatum", "vervaldatum"],
            ]
        }
    }
}
