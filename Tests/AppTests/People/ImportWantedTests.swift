import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// Several rows of one person and function, as HR lists write them.
@Suite struct ImportWantedTests {
    private let header =
        "gemeente;personeelsnummer;voornaam;achternaam;functie;aangewezen vanaf;certificaat behaald\n"

    private func apply(_ rows: [String], _ region: TestRegion) async throws -> ImportOutcome {
        let text = header + rows.joined(separator: "\n")
        return try await region.application.importPeople(Array(text.utf8), isApplied: true)
    }

    @Test(arguments: TestEngine.allCases)
    func `two certificates of one function are both kept, once`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let rows = [
                "GM0599;W-1;Anna;Elzenaar;OvD-Bz;01-01-2025;01-02-2020",
                "GM0599;W-1;Anna;Elzenaar;OvD-Bz;01-01-2026;01-02-2025",
            ]
            let outcomes = [try await apply(rows, region), try await apply(rows, region)]
            #expect(outcomes.map(\.created) == [1, 0])
            #expect(outcomes.map(\.unchanged) == [0, 1])
            let kept = try await region.application.storage.read { tx in
                let person = try #require(try tx.functionary(Code("GM0599"), personnelNumber: "W-1"))
                return (try tx.certificates(of: person.id), try tx.designations(of: person.id))
            }
            #expect(Set(kept.0.compactMap(\.issued?.iso)) == ["2020-02-01", "2025-02-01"])
            #expect(kept.0.count == 2)
            #expect(kept.1.map(\.validFrom?.iso) == ["2025-01-01"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody in training is not promoted, and an empty first name erases nothing`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            _ = try await apply(["GM0599;W-2;Bo;Duindoorn;;;"], region)
            try await region.application.storage.change(
                by: .command("test"), at: TestRegion.now, randomness: .system
            ) { change in
                let person = try #require(try change.tx.functionary(Code("GM0599"), personnelNumber: "W-2"))
                try change.saveDesignation(
                    Designation(
                        id: change.newID(), person: person.id, function: Code("CO"), scope: .region,
                        designatedBy: "",
                        document: "", validFrom: nil, validThrough: nil, state: .inTraining))
            }
            let outcome = try await apply(["GM0599;W-2;;Duindoorn;CO;;"], region)
            #expect(outcome.unchanged == 1)
            let person = try await region.application.storage.read { tx in
                let person = try #require(try tx.functionary(Code("GM0599"), personnelNumber: "W-2"))
                return (person.name.given, try tx.designations(of: person.id).map(\.state))
            }
            #expect(person.0 == "Bo")
            #expect(person.1 == [.inTraining])
        }
    }
}
