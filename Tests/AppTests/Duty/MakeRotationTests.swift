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

    private func draft(_ lines: [String], _ region: TestRegion) async throws -> ID<Roster> {
        try await region.change(as: "bureau") { change in
            try change.makeRotation(lines: lines.map { Code($0) }, periods: Self.weeks).roster
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

    @Test(arguments: TestEngine.allCases)
    func `two drafts made side by side never put one person on two lines at once`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let lines = try await region.read { tx in try tx.lines() }
            var drafts: [ID<Roster>] = []
            for line in lines { drafts.append(try await draft([line.code.text], region)) }
            for roster in drafts {
                // A refusal is as good as a roster without double bookings.
                do { try await publish(roster, region) } catch is DutyRefusal {}
            }
            let duties = try await published(region).filter { $0.duty.interval.overlaps(Self.horizon) }
            for (person, own) in Dictionary(grouping: duties, by: \.person) {
                for week in Self.weeks {
                    let lines = Set(
                        own.filter { $0.duty.interval.overlaps(week.interval) }.map(\.duty.line.text))
                    #expect(lines.count <= 1, "\(person) \(week.monday.iso) \(lines.sorted())")
                }
            }
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
            let unknown = try #require(ID<Roster>("01a13951-6cc0-7bc6-846c-9661bc721227"))
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
