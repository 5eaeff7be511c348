import Domain
import TestSupport
import Testing

@testable import App

/// A certificate that ends on a Friday in the middle of somebody's week.
@Suite struct CertificateEndsTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))
    private static let friday = week.monday.adding(days: 4)

    private func write(
        _ region: TestRegion, _ body: @escaping @Sendable (inout Change) throws -> Void
    ) async throws {
        try await region.change(as: "bureau", body)
    }

    /// Puts one person alone on the line for the week, and somebody who counts on it in the weeks around.
    private func rosterAlone(_ region: TestRegion) async throws -> Functionary {
        let line = try await region.line("OGA-REGIO")
        let alone = try #require(try await region.fitAndFree(line, Self.week).first)
        let around = [DutyPeriod(weekOf: Self.week.monday.adding(days: -7)), Self.week.next]
        for period in around {
            let other = try #require(try await region.fitAndFree(line, period).first { $0 != alone })
            try await write(region) {
                try $0.assignDuty(line.code, .first, period, person: other.id, explanation: "")
            }
        }
        try await write(region) { change in
            try change.assignDuty(line.code, .first, Self.week, person: alone.id, explanation: "")
            try change.assignDuty(line.code, .backup, Self.week, person: nil, explanation: "")
        }
        return alone
    }

    private func endCertificates(of person: Functionary, on day: Day?, _ region: TestRegion) async throws {
        try await write(region) { change in
            for held in try change.tx.certificates(of: person.id) where held.function.text == "OGA" {
                try change.saveCertificate(
                    Certificate(
                        id: held.id, person: held.person, function: held.function, issuer: held.issuer,
                        issued: held.issued, validThrough: day, state: held.state))
            }
        }
    }

    private func gaps(_ region: TestRegion) async throws -> [CoverageReport.Gap] {
        let horizon = Interval(
            Amsterdam.startOfDay(Self.week.monday), Amsterdam.startOfDay(Self.week.monday.adding(days: 14)))
        return try await region.read { tx in
            try tx.coverageReport(during: horizon).gaps.filter { $0.line.code.text == "OGA-REGIO" }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the gap runs from Saturday midnight to the change on Monday`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let person = try await rosterAlone(region)
            try await endCertificates(of: person, on: nil, region)
            #expect(try await gaps(region).isEmpty)

            try await endCertificates(of: person, on: Self.friday, region)
            let gap = try #require(try await gaps(region).first)
            #expect(try await gaps(region).count == 1)
            let saturday = Amsterdam.startOfDay(Self.friday.adding(days: 1))
            #expect(gap.interval == Interval(saturday, Self.week.interval.end))
            #expect(gap.rosteredReasons.map(\.person) == [person.id])
            #expect(gap.rosteredReasons.map(\.refusal) == [.notCompetent(.expired(on: Self.friday))])
            #expect(gap.rosteredReasons.map(\.interval) == [gap.interval])

            let planner = try await region.client("bureau")
            let page = try await planner.get("/bezetting").body
            #expect(page.contains("za 5 dec 2026 00.00 – ma 7 dec 2026 12.00"))
            #expect(page.contains("Het certificaat was geldig t/m vr 4 dec 2026."))
            let board = try await planner.get("/bezetting/OGA-REGIO/2026-11-30").body
            #expect(board.contains("48 uur onbezet in week 49"))

            try await endCertificates(of: person, on: Self.week.monday.adding(days: 7), region)
            #expect(try await gaps(region).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `on Friday evening the board says bezet, and on Saturday it does not`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { sample in
            let person = try await rosterAlone(sample)
            try await endCertificates(of: person, on: Self.friday, sample)
            let line = try await sample.line("OGA-REGIO").code
            let midnight = Amsterdam.startOfDay(Self.friday.adding(days: 1))
            for (moment, isCovered) in [(midnight.adding(minutes: -1), true), (midnight, false)] {
                let visit = try await sample.visit("bureau", at: moment)
                let board = try await sample.read { tx in try DutyBoard(visit, tx) }
                #expect(board.lines.first { $0.line.code == line }?.isCovered == isCovered)
            }
        }
    }
}
