import Domain
import Storage

extension Change {
    /// A round of questions that some municipalities began, and an instruction that asks to be read.
    mutating func addSampleInventory(_ request: SampleRequest) throws {
        let round = InventoryRound(
            id: newID(), title: "Stand van zaken bevolkingszorg",
            referenceDay: request.start.adding(days: -60),
            closesOn: request.start.adding(days: 60))
        try openInventory(round)
        let places = try tx.municipalities().filter { $0.exists(on: round.referenceDay) }
        // The last municipalities have not begun.
        for (index, place) in places.dropLast(4).enumerated() {
            let answers: [(String, String)] = [
                ("org-level", index % 3 == 0 ? "lokaal" : "gemengd"),
                ("budget-year", "\(12_000 + index * 3_500)"),
                ("definition-own", index % 4 == 0 ? "nee" : "deels"),
                ("people-hours", "\(4 + index % 5 * 4)"),
                ("trust-neighbours", "\(2 + index % 4)"),
            ]
            _ = try fillInventory(
                answers.map { InventoryEdit(question: Code($0.0), base: 0, value: $0.1) }, of: place.code,
                in: round)
        }
        try addDocument(
            RegionalDocument(
                id: newID(), kind: .instruction, title: "Overdracht van acute fase naar nafase",
                readers: [Code("HTONF")], versions: []),
            version: DocumentVersion(
                number: 1, day: request.start.adding(days: -30),
                text:
                    "Maak het overdrachtsdossier in de eerste dienst.\nNoem per open actie wie haar overneemt.",
                note: "Eerste versie"),
            file: nil)
    }
}
