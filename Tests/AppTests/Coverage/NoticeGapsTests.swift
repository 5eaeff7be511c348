import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// Facts are accepted whatever they leave uncovered, and the gap is told in the same write (spec V3).
@Suite struct NoticeGapsTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))
    private static let line = Code<DutyLine>("OGA-REGIO")

    /// One person alone on the line for the week, who counts.
    private func alone(_ region: TestRegion) async throws -> Functionary {
        let line = try await region.line(Self.line.text)
        let person = try #require(try await region.fitAndFree(line, Self.week).first)
        try await region.change(as: "bureau") { change in
            try change.assignDuty(Self.line, .first, Self.week, person: person.id, explanation: "")
            try change.assignDuty(Self.line, .backup, Self.week, person: nil, explanation: "")
        }
        return person
    }

    private func set(
        _ state: Certificate.State, through: Day?, of person: Functionary, _ region: TestRegion
    ) async throws {
        try await region.change(as: "bureau") { change in
            for held in try change.tx.certificates(of: person.id) where held.function.text == "OGA" {
                try change.saveCertificate(
                    Certificate(
                        id: held.id, person: held.person, function: held.function, issuer: held.issuer,
                        issued: held.issued, validThrough: through, state: state))
            }
        }
    }

    private func notices(_ region: TestRegion) async throws -> [GapNotice] {
        try await region.read { tx in
            try tx.openGapNotices(on: [Self.line], at: TestRegion.now).filter {
                Self.week.interval.contains($0.interval)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `when the sample is made, the notices say what the proof says`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let made = Amsterdam.instant(TestMoments.startDay.adding(days: -7), hour: 9)
            let told = try await region.read { tx in try tx.openGapNotices(at: made).count }
            #expect(told > 0)
            let closed = try await region.records(of: "gap.closed").count
            let opened = try await region.storage.change(
                by: .command("test"), at: made, randomness: .system
            ) { change in
                try change.settleGaps(
                    on: Set(try change.tx.lines().map(\.code)), during: .always, cause: "sample.made",
                    person: nil)
            }
            #expect(opened.isEmpty)
            #expect(try await region.records(of: "gap.closed").count == closed)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a withdrawal opens a notice for the whole duty, and holding it again closes it`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await alone(region)
            try await set(.held, through: nil, of: person, region)
            #expect(try await notices(region).isEmpty)

            try await set(.withdrawn, through: nil, of: person, region)
            let notice = try #require(try await notices(region).first { $0.interval == Self.week.interval })
            #expect(notice.person == person.id)
            #expect(notice.cause == "certificate.changed")
            #expect(try await !region.records(of: "gap.opened").isEmpty)
            let gaps = try await region.read { tx in
                try tx.coverageReport(during: Self.week.interval).gaps.filter { $0.line.code == Self.line }
            }
            #expect(gaps.flatMap(\.rosteredReasons).map(\.refusal) == [.notCompetent(.withdrawn)])

            try await set(.held, through: nil, of: person, region)
            #expect(try await notices(region).isEmpty)
            #expect(try await !region.records(of: "gap.closed").isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an end that falls within a duty opens a notice from that midnight`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await alone(region)
            try await set(.held, through: nil, of: person, region)
            let friday = Self.week.monday.adding(days: 4)
            try await set(.held, through: friday, of: person, region)
            let saturday = Amsterdam.startOfDay(friday.adding(days: 1))
            let expected = Interval(saturday, Self.week.interval.end)
            #expect(try await notices(region).map(\.interval).contains(expected))
        }
    }

    @Test func `a fact about somebody who stands on no duty opens nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let count = try await region.records(of: "gap.opened").count
            let person = try await region.change(as: "bureau") { change in
                let id = try change.addPerson(
                    PersonDraft(
                        municipality: Code("GM0606"), personnelNumber: "N-9",
                        name: PersonName(given: "Anna", prefix: "", surname: "Lisveld"),
                        workBase: Code("GM0606"), channels: []))
                try change.saveCertificate(
                    Certificate(
                        id: change.newID(), person: id, function: Code("OGA"), issuer: "NIPV", issued: nil,
                        validThrough: nil, state: .withdrawn))
                return id
            }
            #expect(try await region.read { tx in try tx.certificates(of: person) }.count == 1)
            #expect(try await region.records(of: "gap.opened").count == count)
        }
    }
}
