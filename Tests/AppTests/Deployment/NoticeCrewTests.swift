import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// Whoever works in a deployment cannot answer another call (spec V1, A2).
@Suite struct NoticeCrewTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))
    private static let line = Code<DutyLine>("OGA-REGIO")
    private static let function = Code<CrisisFunction>("OGA")
    private static let now = week.interval.start.adding(minutes: 600)
    /// The longest shift by law: twelve hours.
    private static let longest = Interval(now, now.adding(minutes: 720))

    /// One person alone on the line for the week, who counts.
    private func alone(_ region: TestRegion) async throws -> ID<Functionary> {
        let line = try await region.line(Self.line.text)
        let person = try #require(try await region.fitAndFree(line, Self.week).first)
        try await region.change(as: "bureau") { change in
            try change.assignDuty(Self.line, .first, Self.week, person: person.id, explanation: "")
            try change.assignDuty(Self.line, .backup, Self.week, person: nil, explanation: "")
            for held in try change.tx.certificates(of: person.id) where held.function == Self.function {
                try change.saveCertificate(
                    Certificate(
                        id: held.id, person: held.person, function: held.function, issuer: held.issuer,
                        issued: held.issued, validThrough: nil, state: .held))
            }
        }
        return person.id
    }

    private func write(
        _ person: ID<Functionary>, isActive: Bool = true, in id: ID<Deployment>, _ region: TestRegion
    ) async throws {
        let member = DeploymentMember(
            person: person.description, function: Self.function, isActive: isActive)
        try await region.record(
            EntryDraft(.member(member), "Ploeg", key: "m-\(isActive)"), in: id, at: Self.now)
    }

    private func notices(_ region: TestRegion) async throws -> [GapNotice] {
        try await region.read { tx in
            try tx.openGapNotices(on: [Self.line], at: Self.now).filter {
                Self.week.interval.contains($0.interval)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the line of somebody in a deployment is open for a shift, until they are written out`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let person = try await alone(region)
            let id = try await region.deployment(at: Self.now)
            #expect(try await notices(region) == [])
            try await write(person, in: id, region)
            let notice = try #require(try await notices(region).first)
            #expect(notice.interval == Self.longest && notice.person == person)
            let gaps = try await region.read { tx in
                try tx.coverageReport(during: Self.longest).gaps.filter { $0.line.code == Self.line }
            }
            #expect(
                gaps.first?.rosteredReasons.map(\.refusal) == [.deployed(until: Self.longest.end)])
            try await write(person, isActive: false, in: id, region)
            #expect(try await notices(region) == [])
        }
    }

    @Test func `the end of a deployment gives everybody back to their line`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await alone(region)
            let id = try await region.deployment(at: Self.now)
            try await write(person, in: id, region)
            #expect(try await notices(region).count == 1)
            try await region.record(
                EntryDraft(.ended(DeploymentEnding()), "Klaar", key: "einde"), in: id,
                at: Self.now.adding(minutes: 1))
            #expect(try await notices(region) == [])
        }
    }

    @Test func `an exercise takes nobody from their line`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await alone(region)
            let id = try await region.deployment(exercise: true, at: Self.now)
            try await write(person, in: id, region)
            #expect(try await notices(region) == [])
        }
    }

    @Test func `an alarm elsewhere counts on nobody who is deployed, and leaders stay leaders`() async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let person = try await alone(region)
            let request = AlarmRequest(
                key: "tweede", posts: [.init(function: Self.function, wanted: 1)],
                municipality: Code("GM0599"),
                place: "Station", description: "Rook", withinMinutes: 90)
            func plan() async throws -> AlarmPlan {
                try await region.read { tx in try tx.alarmPlan(for: request, at: Self.now) }
            }
            let before = try await plan()
            let id = try await region.deployment(at: Self.now)
            try await write(person, in: id, region)
            let after = try await plan()
            func place(_ plan: AlarmPlan) -> AlarmPlan.Place? {
                plan.posts[0].waves.flatMap(\.people).first { $0.person == person }
            }
            let (free, deployed) = (try #require(place(before)), try #require(place(after)))
            #expect(free.isExpected)
            // Still called, because the duty is theirs.
            #expect(!deployed.isExpected)
            #expect(deployed.warnings.contains(.deployed(until: Self.longest.end)))
            #expect(after.leaders == before.leaders)
        }
    }
}
