import Testing

@testable import Domain

@Suite struct CompetenceTests {
    private let person = CoverageScene.person(1).id

    private func held(_ issued: String?, _ validThrough: String?) -> Certificate {
        CoverageScene.certificate(person, .held, issued: issued, validThrough: validThrough)
    }

    private func competence(_ certificates: [Certificate], at moment: String) -> Competence {
        CompetenceHistory(certificates: certificates).competence(at: .wall(moment))
    }

    @Test(arguments: [
        ("2023-12-31 23:59", Competence.lacking(.notYetIssued(on: .on("2024-01-01")))),
        ("2024-01-01 00:00", .competent(through: .on("2026-06-05"))),
        ("2026-06-05 23:59", .competent(through: .on("2026-06-05"))),
        ("2026-06-06 00:00", .lacking(.expired(on: .on("2026-06-05")))),
        ("2030-01-01 00:00", .lacking(.expired(on: .on("2026-06-05")))),
    ])
    func `one certificate makes somebody competent from its first day through its last`(
        moment: String, competence expected: Competence
    ) {
        #expect(competence([held("2024-01-01", "2026-06-05")], at: moment) == expected)
    }

    @Test func `without any certificate nothing is known, and unknown is not competent`() {
        let history = CompetenceHistory(certificates: [])
        #expect(history.periods == [CompetenceHistory.Period(interval: .always, competence: .unknown)])
        #expect(!Competence.unknown.isCompetent)
        #expect(history.competentIntervals.isEmpty)
    }

    @Test func `an exemption is as good as a certificate`() {
        let exempt = CoverageScene.certificate(person, .exempt, issued: nil, validThrough: nil)
        #expect(competence([exempt], at: "2026-06-01 12:00") == .competent(through: nil))
    }

    @Test func `a request alone lacks, and gives way to what is known of a certificate`() {
        let requested = CoverageScene.certificate(person, .requested)
        #expect(competence([requested], at: "2026-06-01 12:00") == .lacking(.requested))
        let lapsed = held("2020-01-01", "2025-12-31")
        #expect(
            competence([requested, lapsed], at: "2026-06-01 12:00")
                == .lacking(.expired(on: .on("2025-12-31"))))
    }

    @Test func `a withdrawal weighs more than what lapsed, and less than what is valid`() {
        let withdrawn = CoverageScene.certificate(person, .withdrawn)
        let certificates = [withdrawn, held("2024-01-01", "2026-06-05")]
        #expect(competence(certificates, at: "2026-06-05 12:00") == .competent(through: .on("2026-06-05")))
        #expect(competence(certificates, at: "2026-06-06 12:00") == .lacking(.withdrawn))
    }

    @Test func `of two that are valid the longer decides, and one without an end always`() {
        let short = held("2024-01-01", "2026-06-05")
        let long = held("2025-01-01", "2027-06-05")
        #expect(competence([long, short], at: "2026-06-01 12:00") == .competent(through: .on("2027-06-05")))
        #expect(competence([short, held(nil, nil)], at: "2026-06-01 12:00") == .competent(through: nil))
    }

    @Test func `between two certificates the last day of the first is told`() {
        let certificates = [held("2027-01-01", "2027-12-31"), held("2024-01-01", "2026-06-05")]
        #expect(competence(certificates, at: "2026-07-01 12:00") == .lacking(.expired(on: .on("2026-06-05"))))
        #expect(
            competence(certificates, at: "2023-07-01 12:00") == .lacking(.notYetIssued(on: .on("2024-01-01")))
        )
    }

    @Test func `certificates that follow on each other leave no gap`() {
        let history = CompetenceHistory(certificates: [
            held("2024-01-01", "2026-06-05"), held("2026-06-06", "2028-06-05"),
        ])
        #expect(IntervalSet(history.competentIntervals).intervals.count == 1)
        #expect(history.periods.map(\.competence.isCompetent) == [false, true, true, false])
    }

    @Test func `the history of random certificates says what they say at either end of each period`() {
        for seed in 0..<300 as Range<UInt64> {
            for person in RandomCoverageCase(seed: seed).people {
                check(person, CoverageScene.north)
            }
        }
    }

    private func check(_ person: CoveragePerson, _ line: DutyLine) {
        let history = CompetenceHistory(
            certificates: person.certificates.filter { $0.function == line.function })
        #expect(history.periods.first?.interval.start == .distantPast)
        #expect(history.periods.last?.interval.end == .distantFuture)
        for (earlier, later) in zip(history.periods, history.periods.dropFirst()) {
            #expect(earlier.interval.end == later.interval.start)
            #expect(earlier.competence != later.competence)
        }
        guard let member = BruteForceMember(person, line: line) else { return }
        for period in history.periods {
            for instant in [period.interval.start, period.interval.end.adding(minutes: -1)] {
                let moment = BruteForceMoment(instant)
                guard Day.on("2025-01-01") < moment.day, moment.day < Day.on("2027-12-01") else { continue }
                #expect(member.holds(.competent, at: moment) == period.competence.isCompetent)
                #expect(
                    member.refusals(at: moment).contains(.competenceUnknown)
                        == (period.competence == .unknown))
                guard case .lacking(let lack) = period.competence else { continue }
                #expect(member.refusals(at: moment).contains(.notCompetent(lack)))
            }
        }
    }
}
