import Domain
import Sheets
import Storage

extension SheetTable {
    /// The register as the list shows it, narrowed in the same way; with numbers and addresses of the people
    /// whom the visitor may edit, as on their own pages.
    static func people(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let search = PeopleSearch(visit)
        let editable = visit.signedIn.reach(of: .editPeople)
        let showsChannels = visit.signedIn.may(.editPeople)
        let rows = try tx.peopleList(search, limit: PeopleDownload.rowsMax, offset: 0)
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first })
        let codes = try tx.functionCodes(of: search)
        let channels = showsChannels ? try tx.channels(of: search) : [:]

        var table = SheetTable(
            "Mensen",
            columns: [
                Column("achternaam"), Column("tussenvoegsel"), Column("voornaam"), Column("gemeente"),
                Column("personeelsnummer"), Column("crisisfunctie"),
            ] + (showsChannels ? [Column("mobiel"), Column("vast nummer"), Column("e-mail")] : []))
        for row in rows {
            var cells: [SheetCell] = [
                .text(row.name.surname), .text(row.name.prefix), .text(row.name.given),
                .text(row.municipality),
                .text(row.personnelNumber),
                .text((codes[row.id] ?? []).compactMap { functions[$0] }.joined(separator: ", ")),
            ]
            if showsChannels {
                let ofPerson = editable.includes(row.employer) ? channels[row.id] ?? [] : []
                cells += [ContactChannel.Kind.mobile, .voice, .email].map { kind in
                    ofPerson.first { $0.kind == kind }.map { .text($0.shown) } ?? .empty
                }
            }
            table.add(cells)
        }
        return table
    }
}

enum PeopleDownload {
    /// More than any region has.
    static let rowsMax = 100_000

    /// Whose numbers and addresses stand in the list.
    static func shown(_ visit: Visit, _ tx: Transaction) throws -> [ID<Functionary>] {
        guard visit.signedIn.may(.editPeople) else { return [] }
        let editable = visit.signedIn.reach(of: .editPeople)
        return try tx.peopleList(PeopleSearch(visit), limit: rowsMax, offset: 0)
            .filter { editable.includes($0.employer) }.map(\.id)
    }
}
