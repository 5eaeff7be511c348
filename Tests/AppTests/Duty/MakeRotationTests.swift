import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct MakeRotationTests {
    private static let weeks = [
        DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7)),
        DutyPeriod(weekOf: TestMoments.startDay.adding(days: 14)),
    ]
    private static let horizon = Interval(weeks[0].interval.start, weeks[1].interval.end)

    /// Half a year on, when everybody of the pools has had a duty.
    private static let laterWeeks = [26, 27].map {
        DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7 * $0))
    }

    private func draft(
        _ lines: [String], of periods: [DutyPeriod] = weeks, _ region: TestRegion
    ) async throws -> ID<Roster> {
        try await region.change(as: "bureau") { change in
            try change.makeRotation(lines: lines.map { Code($0) }, periods: periods).roster
        }
    }

    private func publish(_ roster: ID<Roster>, _ region: TestRegion) async throws {
        try await region.change(as: "bureau") { try $0.publishRoster(roster) }
    }

    private func published(_ region: TestRegion) async throws -> [StoredDuty] {
        try await region.read { tx in try tx.duties(during: .always) }
    }

    @Test(arguments: TestEngine.allCases)
    func `a draft changes nothing until it is published`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let before = try await published(region).map(\.id)
            let figures = try await region.read { tx in
                try tx.coverageReport(during: Self.horizon).coverage.figures
            }
            let roster = try await draft(["OGA-REGIO", "CO-REGIO"], region)
            #expect(try await published(region).map(\.id) == before)
            let after = try await region.read { tx in
                try tx.coverageReport(during: Self.horizon).coverage.figures
            }
            #expect(after == figures)
            let drafted = try await region.read { tx in try tx.duties(ofRoster: roster) }
            #expect(drafted.count == 8)
            #expect(
                drafted.allSatisfy { $0.state == .draft && $0.maker == .rotation && !$0.explanation.isEmpty })
            #expect(try await region.read { tx in try tx.draftRosters().map(\.id) } == [roster])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `publishing replaces the duties of its lines and weeks, and no other`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let before = try await published(region)
            let roster = try await draft(["OGA-REGIO"], region)
            try await publish(roster, region)
            let after = try await published(region)
            let isReplaced = { (stored: StoredDuty) in
                stored.duty.line.text == "OGA-REGIO" && stored.duty.interval.overlaps(Self.horizon)
            }
            #expect(before.filter(isReplaced).count == 4)
            #expect(after.filter(isReplaced).count == 4)
            #expect(after.filter(isReplaced).allSatisfy { $0.roster == roster })
            #expect(Set(after.map(\.id)).isSuperset(of: before.filter { !isReplaced($0) }.map(\.id)))
            let old = try await region.read { tx in try tx.duties(.replaced, during: Self.horizon) }
            #expect(Set(old.map(\.id)) == Set(before.filter(isReplaced).map(\.id)))
            #expect(try await region.read { tx in try tx.draftRosters().isEmpty })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever is drafted is fit for the whole week and stands nowhere else in it`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let lines = try await region.read { tx in try tx.lines() }
            let roster = try await draft(lines.map(\.code.text), region)
            try await publish(roster, region)
            try await region.read { tx in
                let input = try tx.coverageInput(during: Self.horizon)
                for stored in try tx.duties(ofRoster: roster) {
                    let candidate = try #require(input.candidates.first { $0.person == stored.person })
                    let line = try #require(lines.first { $0.code == stored.duty.line })
                    let refusals = Coverage.refusals(of: candidate, for: line, during: stored.duty.interval)
                    #expect(refusals.isEmpty, "\(stored.duty.line) \(refusals)")
                    let same = candidate.duties.filter { $0.interval.overlaps(stored.duty.interval) }
                    #expect(same.count == 1)
                }
                let report = try tx.coverageReport(during: Self.horizon)
                #expect(report.gaps.isEmpty)
            }
        }
    }

    /// Somebody new with two functions: had no duty yet, so both rotations choose them first.
    private func newcomer(_ region: TestRegion) async throws -> ID<Functionary> {
        try await region.change(as: "bureau") { change in
            let rotterdam = Code<Municipality>("GM0599")
            let id = try change.addPerson(
                PersonDraft(
                    municipality: rotterdam, personnelNumber: "N-1",
                    name: PersonName(given: "Noor", surname: "Wilgenkatje"), workBase: rotterdam,
                    channels: [ContactChannel(kind: .mobile, address: "+31600099999")]))
            for function in ["OGA", "CO"] {
                try change.saveDesignation(
                    Designation(
                        id: change.newID(), person: id, function: Code(function), scope: .region,
                        designatedBy: "", document: "", validFrom: nil, validThrough: nil, state: .designated)
                )
                try change.saveCertificate(
                    Certificate(
                        id: change.newID(), person: id, function: Code(function), issuer: "NIPV",
                        issued: TestMoments.startDay.adding(days: -30), validThrough: nil, state: .held))
            }
            return id
        }
    }

    private func expectNoDoubleBookings(_ region: TestRegion) async throws {
        for (person, own) in Dictionary(grouping: try await published(region), by: \.person) {
            for week in Self.laterWeeks {
                let lines = own.filter { $0.duty.interval.overlaps(week.interval) }.map(\.duty.line.text)
                #expect(Set(lines).count <= 1, "\(person) \(week.monday.iso) \(lines.sorted())")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two drafts made side by side never put one person on two lines at once`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let noor = try await newcomer(region)
            let drafts = try await [
                draft(["OGA-REGIO"], of: Self.laterWeeks, region),
                draft(["CO-REGIO"], of: Self.laterWeeks, region),
            ]
            for roster in drafts {
                let drafted = try await region.read { tx in try tx.duties(ofRoster: roster).map(\.person) }
                #expect(drafted.contains(noor))
                // A refusal is as good as a roster without double bookings.
                do { try await publish(roster, region) } catch is DutyRefusal {}
            }
            try await expectNoDoubleBookings(region)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who was put on another line since the draft was made is not put on two`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let noor = try await newcomer(region)
            let roster = try await draft(["OGA-REGIO"], of: Self.laterWeeks, region)
            try await region.change(as: "bureau") { change in
                for week in Self.laterWeeks {
                    try change.assignDuty(Code("CO-REGIO"), .first, week, person: noor, explanation: "")
                }
            }
            do { try await publish(roster, region) } catch is DutyRefusal {}
            try await expectNoDoubleBookings(region)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a draft is published or thrown away once`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let first = try await draft(["OGA-REGIO"], region)
            let second = try await draft(["OGA-REGIO"], region)
            try await publish(first, region)
            try await region.change(as: "bureau") { try $0.discardRoster(second) }
            let before = try await published(region).map(\.id)
            for roster in [first, second] {
                await #expect(throws: DutyRefusal.alreadyPublished) { try await publish(roster, region) }
                await #expect(throws: DutyRefusal.alreadyPublished) {
                    try await region.change(as: "bureau") { try $0.discardRoster(roster) }
                }
            }
            #expect(try await published(region).map(\.id) == before)
            let unknown = try #require(ID<Roster>("01a13951-0000-7000-8000-000000000000"))
            await #expect(throws: WebFailure.notFound) { try await publish(unknown, region) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the journal tells what was drafted, published and thrown away`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let before = try await region.records(of: "roster.published").count
            let first = try await draft(["OGA-REGIO"], region)
            try await publish(first, region)
            let second = try await draft(["CO-REGIO"], region)
            try await region.change(as: "bureau") { try $0.discardRoster(second) }
            let published = try await region.records(of: "roster.published")
            #expect(published.count == before + 1)
            #expect(published.last?.objectID == first.description)
            #expect(published.last?.after?.contains("\"diensten\":4") == true)
            #expect(published.last?.before?.contains(":4") == true)
            #expect(
                try await region.records(of: "roster.drafted").suffix(2).map(\.objectID)
                    == [first, second].map(\.description))
            #expect(try await region.records(of: "roster.discarded").map(\.objectID) == [second.description])
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `only the planner makes and publishes a roster`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let roster = try await draft(["OGA-REGIO"], region)
            for role in Role.allCases where role != .regionalOffice {
                await #expect(throws: WebFailure.forbidden, "\(role)") {
                    try await region.change(as: role.sampleName) { try $0.publishRoster(roster) }
                }
                await #expect(throws: WebFailure.forbidden, "\(role)") {
                    try await region.change(as: role.sampleName) { change in
                        _ = try change.makeRotation(lines: [], periods: Self.weeks)
                    }
                }
            }
            await #expect(throws: DutyRefusal.noPeriods) {
                try await region.change(as: "bureau") { change in
                    _ = try change.makeRotation(lines: [Code("OGA-REGIO")], periods: [])
                }
            }
        }
    }
}
