import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct LeaveRegionTests {
    private static let today = Amsterdam.day(at: TestRegion.now)

    /// Somebody with duties ahead.
    private func rostered(_ region: TestRegion) async throws -> Functionary {
        let people = try await region.people()
        let busy = try await region.read { tx in
            try people.first {
                try tx.duties(during: Interval(TestRegion.now, .distantFuture), person: $0.id).count > 1
            }
        }
        return try #require(busy)
    }

    private func night(_ region: TestRegion, on day: Day) async throws {
        try await region.storage.change(
            by: .background("people-forgetting"), at: Amsterdam.instant(day, hour: 4), randomness: .system
        ) { change in try change.forgetDeparted() }
    }

    @Test func `a look ahead tells everything and changes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await rostered(region)
            let before = try await region.recordCount()
            let client = try await region.client("bureau")
            let page = try await client.get("/mensen/\(person.id)/vertrek?dag=30-11-2026")
            #expect(page.status == 200)
            #expect(page.body.contains("Er is nog niets gewijzigd."))
            #expect(page.body.contains("de planner ziet ze meteen als gat"))
            #expect(page.body.contains("op di 30 nov 2027"))
            #expect(page.body.contains("op wo 30 nov 2033"))
            #expect(try await region.recordCount() == before)
            #expect(try await client.get("/mensen/\(person.id)/vertrek?dag=31-11-2026").status == 422)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `leaving opens duties, ends functions and gives places to who waits`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await rostered(region)
            let session = try await region.plannedSession(inDays: 300, capacity: 1)
            let other = try #require(try await region.freePeople(5).first { $0.id != person.id })
            try await region.enrol([person, other], in: session)
            let last = Self.today.adding(days: 7)
            let plan = try await region.change(as: "bureau") {
                try $0.recordDeparture(of: person.id, lastDay: last)
            }
            #expect(!plan.duties.isEmpty)
            #expect(try await region.states([person, other], in: session) == [.withdrawn, .placed])
            let designations = try await region.read { tx in try tx.designations(of: person.id) }
            #expect(designations.allSatisfy { $0.validThrough == last })
            let employed = try await region.read { tx in try tx.functionary(person.id)?.employedThrough }
            #expect(employed == last)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever is gone long enough is made anonymous, and the chain stays whole`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let id = try #require(try await region.signedIn("functionaris").person)
            let person = try await region.person { $0.id == id }
            _ = try await region.client("bureau").get("/mensen/\(id)")
            let last = Self.today.adding(days: -1)
            try await region.change(as: "bureau") { try $0.recordDeparture(of: id, lastDay: last) }
            let secret = try #require(
                try await region.records(of: "person.added").first { $0.objectID == id.description })
            let key = try await region.read { tx in try tx.personKey(id) }
            let known = try PersonSecret.opened(try #require(secret.after), key: key)
            #expect(known.contains(person.name.full))
            // Duties after the last day keep a planner busy first; then a year passes.
            try await region.storage.write { tx in
                try tx.execute("DELETE FROM duty WHERE person = \(id)")
            }
            try await night(region, on: last.adding(months: 12))
            #expect(try await region.person { $0.id == id }.name == person.name)
            try await night(region, on: last.adding(months: 12).adding(days: 1))
            let gone = try await region.person { $0.id == id }
            #expect(gone.name.full.hasPrefix("Oud-functionaris"))
            #expect(gone.personnelNumber != person.personnelNumber)
            let left = try await region.read { tx in
                (try tx.channels(of: id).count, try tx.views(of: id, limit: 9).count)
            }
            #expect(left.0 == 0)
            #expect(left.1 == 0)
            await #expect(throws: PersonSecretFault.keyDestroyed) {
                try await region.read { tx in try tx.personKey(id) }
            }
            let verdict = try await verifyJournal(region.storage)
            #expect(verdict.isWhole)
            let everywhere = try await texts(region)
            #expect(!everywhere.contains(person.name.full))
            for channel in ["contact_channel", "absence", "mail"] {
                #expect(try await count(region, channel, id) == 0, "\(channel)")
            }
            #expect(try await count(region, "designation", id) > 0)
        }
    }

    /// Names of people and accounts, as the pages would show them.
    private func texts(_ region: TestRegion) async throws -> String {
        try await region.read { tx in
            let people = try tx.functionaries().map { "\($0.name.full) \($0.personnelNumber)" }
            let accounts = try tx.rows("SELECT name, display_name FROM account").map {
                "\(try $0.text("name")) \(try $0.text("display_name"))"
            }
            return (people + accounts).joined(separator: "\n")
        }
    }

    private func count(
        _ region: TestRegion, _ table: String, _ person: ID<Functionary>
    ) async throws -> Int {
        try await region.read { tx in
            let statement: SQL =
                switch table {
                case "contact_channel":
                    "SELECT COUNT(*) AS number FROM contact_channel WHERE person = \(person)"
                case "absence": "SELECT COUNT(*) AS number FROM absence WHERE person = \(person)"
                case "mail": "SELECT COUNT(*) AS number FROM mail WHERE person = \(person)"
                default: "SELECT COUNT(*) AS number FROM designation WHERE person = \(person)"
                }
            return try tx.row(statement)?.integer("number") ?? -1
        }
    }

    @Test func `nobody is made anonymous while employed or on a roster, and nobody twice`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await rostered(region)
            func refusal() async throws -> DepartureRefusal? {
                do {
                    try await region.change(as: "bureau") { try $0.anonymise(person.id) }
                    return nil
                } catch let refusal as DepartureRefusal {
                    return refusal
                }
            }
            #expect(try await refusal() == .stillEmployed(through: nil))
            let last = Self.today.adding(days: -1)
            try await region.change(as: "bureau") { try $0.recordDeparture(of: person.id, lastDay: last) }
            guard case .onRoster = try await refusal() else {
                Issue.record("nog op het rooster")
                return
            }
            try await region.storage.write { tx in
                try tx.execute("DELETE FROM duty WHERE person = \(person.id)")
            }
            #expect(try await refusal() == nil)
            #expect(try await refusal() == .alreadyAnonymous)
        }
    }

    @Test func `the dossier of an alarm keeps the name, for whoever may see that`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try #require(try await region.freePeople(1).first)
            try await region.storage.write { tx in
                try tx.keepIncidentName(person.name.full, of: person.id)
            }
            let officer = try await region.client("coordinerend")
            #expect(try await officer.get("/privacy/dossiernamen").body.contains(person.name.surname))
            #expect(try await region.client("bureau").get("/privacy/dossiernamen").status == 403)
            let views = try await region.read { tx in try tx.views(of: person.id, limit: 9).map(\.kind) }
            #expect(views == [.incidentNames])
        }
    }
}
