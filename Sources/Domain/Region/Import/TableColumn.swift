import Foundation

/// A column of a population or travel table (*bevolkingstabel*, *reistijdentabel*). The raw value is what a reader
/// of an import report sees.
package enum TableColumn: String, CaseIterable, Sendable {
    case municipality = "gemeente"
    case inhabitants = "inwoners"
    case referenceDate = "peildatum"
    case origin = "van"
    case destination = "naar"
    case minutes = "minuten"

    /// Whether a title of the file means this column; the lower the tier, the more exact.
    ///
    /// CBS StatLine numbers its topics (`BevolkingOp1Januari_1`), or writes a unit after them ("Bevolking op 1 januari
    /// (aantal)"), and calls its regions `RegioS` or "Regio's"; a file with code and name beside each other is read by
    /// its code.
    func tier(of title: String) -> Int? {
        let key = String(title.prefix { $0 != "(" }).foldedKey
        let bare = String(key.reversed().drop { $0.isNumber }.reversed())
        return names.firstIndex { $0.contains(key) || $0.contains(bare) }
    }

    /// Folded keys, the most exact first.
    private var names: [Set<String>] {
        switch self {
        case .municipality:
            [
                ["gemeentecode", "gmcode", "regiocode", "cbscode", "regios", "code"],
                ["gemeente", "gemeentenaam", "regio", "regionaam", "naam"],
            ]
        case .inhabitants:
            [
                [
                    "inwoners", "aantalinwoners", "inwonertal", "totalebevolking", "bevolkingopjanuari",
                    "bevolkingop1januari",
                    "bevolkingaanhetbeginvandeperiode", "bevolkingophetbeginvandeperiode",
                    "bevolkingaanbeginvanhetjaar",
                ],
                ["bevolking", "bevolkingsomvang", "aantal", "waarde"],
            ]
        case .referenceDate: [["peildatum", "perioden", "periode", "datum", "jaar"]]
        case .origin: [["van", "from", "herkomst", "origin", "vertrek", "vertrekplaats"]]
        case .destination: [["naar", "to", "bestemming", "destination", "aankomst", "aankomstplaats"]]
        case .minutes: [["minuten", "minutes", "reistijd", "reistijdminuten", "reistijdinminuten", "duur"]]
        }
    }
}

/// The columns of a table with their places in its records.
struct TableHeader: Equatable, Sendable {
    let titles: [String]
    let positions: [TableColumn: Int]

    /// Which wanted columns `fields` has; nil when one of `required` is missing.
    init?(_ fields: [String], wanted: [TableColumn], required: [TableColumn]) {
        titles = fields.map(\.tidied)
        var positions: [TableColumn: Int] = [:]
        for column in wanted {
            let found = titles.enumerated().compactMap { index, title in
                column.tier(of: title).map { (tier: $0, index: index) }
            }
            positions[column] = found.min { ($0.tier, $0.index) < ($1.tier, $1.index) }?.index
        }
        guard required.allSatisfy({ positions[$0] != nil }) else { return nil }
        self.positions = positions
    }

    /// The cell of a column; empty when the file or the record does not have it.
    func cell(_ column: TableColumn, of record: ImportRecord) -> String {
        guard let index = positions[column], index < record.fields.count else { return "" }
        return ImportCell(record.fields[index]).text
    }
}
