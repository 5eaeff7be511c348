import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// The merger of 1 January 2023: Brielle, Hellevoetsluis and Westvoorne became Voorne aan Zee.
@Suite struct MoveEmployeesTests {
    private static let brielle = Code<Municipality>("GM0501")
    private static let hellevoetsluis = Code<Municipality>("GM0530")
    private static let voorne = Code<Municipality>("GM1992")
    private static let schiedam = Code<Municipality>("GM0606")

    private func write<Result: Sendable>(
        _ storage: Storage, _ body: @escaping @Sendable (inout Change) throws -> Result
    ) async throws -> Result {
        try await storage.change(by: .command("test"), at: TestMoments.start, randomness: .system, body)
    }

    private func withRegion(_ engine: TestEngine, _ body: (Storage) async throws -> Void) async throws {
        try await engine.withStorage { storage in
            try await write(storage) { try $0.loadRegion("VR17") }
            try await body(storage)
        }
    }

    private func hire(
        _ name: String, _ number: String, _ employer: Code<Municipality>, base: Code<Municipality>? = nil,
        _ storage: Storage
    ) async throws -> ID<Functionary> {
        try await write(storage) { change in
            try change.addPerson(
                PersonDraft(
                    municipality: employer, personnelNumber: number,
                    name: PersonName(given: name, surname: "Elzenaar"), workBase: base ?? employer,
                    channels: [ContactChannel(kind: .mobile, address: "+31600000001")]))
        }
    }

    private func merge(_ old: Code<Municipality>, _ storage: Storage) async throws -> Int {
        let first = try #require(Day(iso: "2023-01-01"))
        return try await write(storage) { try $0.moveEmployees(of: old, to: Self.voorne, from: first) }
    }

    @Test(arguments: TestEngine.allCases)
    func `people move to the successor and keep their number and their history`(engine: TestEngine)
        async throws
    {
        try await withRegion(engine) { storage in
            let anna = try await hire("Anna", "17", Self.brielle, storage)
            let bo = try await hire("Bo", "18", Self.schiedam, storage)
            #expect(try await merge(Self.brielle, storage) == 1)
            try await storage.read { tx in
                let moved = try #require(try tx.functionary(anna))
                #expect(moved.municipality == Self.voorne)
                #expect(moved.workBase == Self.voorne)
                #expect(moved.personnelNumber == "17")
                #expect(try tx.channels(of: anna).count == 1)
                let former = try tx.formerEmployments(of: anna)
                #expect(former.map(\.municipality) == ["Brielle"])
                #expect(former.map(\.personnelNumber) == ["17"])
                #expect(former.map(\.through.iso) == ["2022-12-31"])
                #expect(try tx.functionary(bo)?.municipality == Self.schiedam)
                #expect(try tx.formerEmployments(of: bo).isEmpty)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a number that is taken at the successor gets the old code before it`(engine: TestEngine)
        async throws
    {
        try await withRegion(engine) { storage in
            let anna = try await hire("Anna", "17", Self.brielle, storage)
            let bo = try await hire("Bo", "17", Self.hellevoetsluis, storage)
            #expect(try await merge(Self.brielle, storage) == 1)
            #expect(try await merge(Self.hellevoetsluis, storage) == 1)
            try await storage.read { tx throws in
                #expect(try tx.functionary(anna)?.personnelNumber == "17")
                #expect(try tx.functionary(bo)?.personnelNumber == "GM0530-17")
                #expect(try tx.formerEmployments(of: bo).map(\.personnelNumber) == ["17"])
            }
        }
    }

    @Test func `who only has their work base there keeps their employer`() async throws {
        try await withRegion(.sqlite) { storage in
            let anna = try await hire("Anna", "17", Self.schiedam, base: Self.brielle, storage)
            #expect(try await merge(Self.brielle, storage) == 1)
            try await storage.read { tx in
                let moved = try #require(try tx.functionary(anna))
                #expect(moved.municipality == Self.schiedam)
                #expect(moved.workBase == Self.voorne)
                #expect(try tx.formerEmployments(of: anna).isEmpty)
            }
        }
    }

    @Test func `moving twice moves nobody the second time, and each move is in the journal`() async throws {
        try await withRegion(.sqlite) { storage in
            for number in 1...3 { _ = try await hire("Anna", "\(number)", Self.brielle, storage) }
            #expect(try await merge(Self.brielle, storage) == 3)
            #expect(try await merge(Self.brielle, storage) == 0)
            let moves = try await storage.read { tx in
                try tx.journalRecords(after: 0, limit: 100).filter { $0.action == "person.moved" }
            }
            #expect(moves.count == 3)
            #expect(moves.allSatisfy { $0.before?.contains("GM0501") == true })
            #expect(moves.allSatisfy { $0.after?.contains("GM1992") == true })
            #expect(try await verifyJournal(storage).isWhole)
        }
    }

    @Test func `an ambtenaar of another municipality moves nobody`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let other = try await region.person { $0.municipality != own }.municipality
            await #expect(throws: WebFailure.notFound) {
                try await region.change(as: "ambtenaar") {
                    try $0.moveEmployees(of: own, to: other, from: TestMoments.startDay)
                }
            }
        }
    }
}
