import Domain
import Web

extension WorkbookFault {
    /// What is wrong with the file and what to do.
    package var sentence: String {
        switch self {
        case .notAWorkbook:
            "Dit is geen xlsx-bestand. Sla de lijst in Excel op als ‘Excel-werkmap (*.xlsx)’."
        case .locked:
            "Het bestand heeft een wachtwoord. Haal het wachtwoord weg en probeer het opnieuw."
        case .oldFormat:
            "Dit is een oud Excel-bestand (xls) of een bestand met een wachtwoord. "
                + "Haal het wachtwoord weg en sla het op als ‘Excel-werkmap (*.xlsx)’."
        case .openDocument:
            "Dit is een OpenDocument-bestand (ods). Sla het in het rekenprogramma op als xlsx of csv."
        case .binary:
            "Dit is een binaire werkmap (xlsb). Sla hem op als ‘Excel-werkmap (*.xlsx)’."
        case .damaged(let part):
            "Het bestand is beschadigd (onderdeel ‘\(part)’). Open het in Excel, sla het op en probeer het opnieuw."
        case .tooLarge(let bytesMax):
            "Uitgepakt is het bestand groter dan \(bytesMax / 1_000_000) MB. Laat lege rijen, kolommen en bladen weg."
        case .inflated(let part):
            "Onderdeel ‘\(part)’ is uitgepakt onwaarschijnlijk groot. Sla alleen de lijst op in een nieuw bestand."
        case .tooManyParts(let max):
            "Het bestand heeft meer dan \(max) onderdelen. Sla alleen de lijst op in een nieuw bestand."
        case .declaresEntities(let part):
            "Onderdeel ‘\(part)’ bevat verwijzingen die in een werkmap niet horen. "
                + "Sla de lijst op in een nieuw bestand."
        case .noVisibleSheet:
            "De werkmap heeft geen zichtbaar blad. Maak het blad met de lijst zichtbaar."
        }
    }
}

extension WorkbookNote {
    /// What a reader should look at.
    package var sentence: String {
        switch self {
        case .chosenSheet(let name, let unread, let hidden):
            "Gelezen is blad ‘\(name)’. Niet gelezen: \(Self.list(unread, hidden)). "
                + "Zet de lijst op het eerste zichtbare blad als dat niet klopt."
        case .hiddenRows(let rows):
            "\(Dutch.count(rows.count, "verborgen rij is", "verborgen rijen zijn")) ook gelezen "
                + "(\(Self.first(rows.map(String.init)))). Verwijder wat niet meer geldt."
        case .mergedCells(let count):
            "\(Dutch.count(count, "blok", "blokken")) met samengevoegde cellen: alleen de eerste cel telt. "
                + "Splits ze als er waarden ontbreken."
        case .formulasWithoutValue(let cells):
            "Van \(Dutch.count(cells.count, "formule", "formules")) is de uitkomst niet opgeslagen "
                + "(\(Self.first(cells))); die cellen zijn leeg. Open het bestand in Excel en sla het op."
        case .faults(let cells):
            "\(Dutch.count(cells.count, "cel heeft", "cellen hebben")) een foutwaarde "
                + "(\(Self.first(cells))). Herstel de formule."
        }
    }

    private static func list(_ unread: [String], _ hidden: [String]) -> String {
        let names = unread.map { "‘\($0)’" } + hidden.map { "‘\($0)’ (verborgen)" }
        return names.count <= 5 ? Dutch.list(names) : "\(names.count) andere bladen"
    }

    /// At most eight.
    private static func first(_ places: [String]) -> String {
        let shown = places.prefix(8).joined(separator: ", ")
        return places.count > 8 ? "\(shown) en meer" : shown
    }
}
