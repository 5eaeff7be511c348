import Domain
import Web

extension TableFault {
    /// What the reader of an import report sees.
    var sentence: String {
        switch self {
        case .file(let fault): fault.sentence
        case .missingColumns(let columns, let seen):
            "Er ontbreekt een kolom: \(Dutch.list(columns.map(\.rawValue))). "
                + "Wel gezien: \(seen.isEmpty ? "niets" : Dutch.list(Array(seen.prefix(8)))). Geef de kolom deze naam."
        case .noRows: "Onder de kolomnamen staan geen rijen. Er verandert niets. Maak de export opnieuw."
        case .tooManyRows(let max):
            "Het bestand heeft meer dan \(Dutch.number(max)) rijen. Kies in StatLine minder jaren of minder plaatsen."
        case .nothingOfRegion:
            "Geen enkele rij gaat over een gemeente van deze regio. Gebruik namen of CBS-codes (GM0599)."
        case .nothingOn(let day):
            "Het bestand heeft geen rijen voor peildatum \(Dutch.shortDate(day)). Kies een andere peildatum."
        case .referenceDateMissing:
            "Het bestand heeft geen kolom met de peildatum. Geef de peildatum erbij."
        case .damaged(let damage): damage.sentence
        case .required(let column): "‘\(column.rawValue)’ is leeg. Vul dit veld in."
        case .unknownMunicipality(let column, let text):
            "‘\(text.prefix(60))’ (\(column.rawValue)) is geen gemeente van deze regio. Gebruik de naam of de CBS-code."
        case .notANumber(let column, let text):
            "‘\(text.prefix(60))’ (\(column.rawValue)) is geen getal. Schrijf alleen cijfers."
        case .outOfRange(let column, let number, let max):
            "\(Dutch.number(number)) (\(column.rawValue)) is meer dan \(Dutch.number(max)). Controleer of de kolommen goed staan."
        case .notADate(let text):
            "‘\(text.prefix(60))’ is geen peildatum. Schrijf 1-1-2020, 2020-01-01 of 2020JJ00."
        case .notExisting(let name, let day):
            "\(name) bestond niet op \(Dutch.shortDate(day)). Controleer de peildatum of de gemeente."
        case .contradiction(let text, let earlier, let line):
            "Hier staat \(text), maar op regel \(line) staat \(Dutch.number(earlier)) voor hetzelfde. "
                + "Kies in StatLine alleen het totaal, of haal een van de rijen weg."
        }
    }
}

extension TableWarning {
    var sentence: String {
        switch self {
        case .outsideRegion(let count, let examples):
            "\(Dutch.count(count, "plaats", "plaatsen")) buiten de regio overgeslagen, zoals "
                + "\(Dutch.list(examples.map { String($0.prefix(60)) }))."
        case .otherDates(let count):
            "\(Dutch.count(count, "rij", "rijen")) met een andere peildatum overgeslagen."
        case .municipalitiesMissing(let names):
            "Niet in het bestand: \(Dutch.list(names)). Daarvan blijft staan wat er al stond."
        case .pairsMissing(let count):
            "Van \(Dutch.count(count, "rit", "ritten")) tussen gemeenten staat geen reistijd in het bestand. "
                + "Daarvan blijft staan wat er al stond."
        case .withoutFigure(let names):
            "Zonder getal in het bestand, want toen geen gemeente: \(Dutch.list(names))."
        }
    }
}
