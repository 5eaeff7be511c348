import Testing

@testable import Domain

@Suite struct RequirementProfileTests {
    private typealias Scene = CompetenceScene

    private func competence(
        _ requirements: [Requirement], _ record: CompetenceRecord, _ moment: String,
        municipality: Code<Municipality>? = nil
    ) -> Competence {
        RequirementProfile(requirements: requirements, municipality: municipality)
            .competence(of: record, at: .wall(moment))
    }

    private func yearly(_ kind: ActivityKind, times: Int = 1, grace: Int? = nil) -> Requirement {
        Scene.requirement(
            .activity(kind), Requirement.Terms(amount: .times(times), period: .calendarYear, graceDays: grace)
        )
    }

    @Test func `a profile without rows asks the base level`() {
        #expect(
            competence(
                [], CompetenceRecord(certificates: [Scene.certificate("2024-01-01")]), "2026-06-01 12:00")
                == .competent(through: nil))
        #expect(competence([], CompetenceRecord(), "2026-06-01 12:00") == .unknown)
    }

    @Test func `zero times takes the base level out, and a municipality may still ask it`() {
        let none = Scene.requirement(.baseLevel, Requirement.Terms(amount: .times(0)))
        let own = Scene.requirement(.baseLevel, of: Code("GM0606"), number: 8)
        let record = CompetenceRecord(activities: [Scene.did(.training, "2026-01-10")])
        #expect(competence([none, own], record, "2026-06-01 12:00") == .competent(through: nil))
        #expect(
            competence([none, own], record, "2026-06-01 12:00", municipality: Code("GM0606")) == .unknown)
    }

    @Test(arguments: [
        // The year in which the base level was obtained and the next are for settling in.
        ("2025-12-31 23:59", Competence.competent(through: .on("2025-12-31"))),
        ("2026-01-01 00:00", .lacking(.tooLittle(.exercise, since: .on("2025-12-31")))),
        ("2026-03-15 00:00", .competent(through: .on("2027-12-31"))),
        ("2027-12-31 23:59", .competent(through: .on("2027-12-31"))),
        ("2028-01-01 00:00", .lacking(.tooLittle(.exercise, since: .on("2027-12-31")))),
    ])
    func `once a calendar year is good through the end of the next`(moment: String, expected: Competence) {
        let record = CompetenceRecord(
            certificates: [Scene.certificate("2024-05-01")], activities: [Scene.did(.exercise, "2026-03-15")])
        #expect(competence([yearly(.exercise)], record, moment) == expected)
    }

    @Test func `a deployment counts where an exercise is asked`() {
        let record = CompetenceRecord(
            certificates: [Scene.certificate("2020-05-01")],
            activities: [Scene.did(.deployment, "2026-03-15")])
        #expect(
            competence([yearly(.exercise)], record, "2026-06-01 12:00")
                == .competent(through: .on("2027-12-31")))
        #expect(
            competence([yearly(.training)], record, "2026-06-01 12:00")
                == .lacking(.tooLittle(.training, since: .on("2021-12-31"))))
    }

    @Test func `grace runs from the day it lapsed, and the person counts in it`() {
        let record = CompetenceRecord(
            certificates: [Scene.certificate("2020-01-01")], activities: [Scene.did(.exercise, "2024-03-15")])
        let asked = [yearly(.exercise, grace: 31)]
        let grace = competence(asked, record, "2026-01-31 23:59")
        #expect(grace == .grace(through: .on("2026-01-31")))
        #expect(grace.isCompetent)
        #expect(
            competence(asked, record, "2026-02-01 00:00")
                == .lacking(.tooLittle(.exercise, since: .on("2025-12-31"))))
    }

    @Test func `hours in a rolling period lapse with the oldest hour that was needed`() {
        let asked = [
            Scene.requirement(
                .activity(.training), Requirement.Terms(amount: .hours(6), period: .months(12)))
        ]
        let record = CompetenceRecord(
            certificates: [Scene.certificate("2020-01-01")],
            activities: [
                Scene.did(.training, "2025-02-01", minutes: 240),
                Scene.did(.training, "2025-05-01", minutes: 120),
                Scene.did(.training, "2025-06-01", minutes: 120),
            ])
        #expect(competence(asked, record, "2025-05-15 12:00") == .competent(through: .on("2026-01-31")))
        #expect(competence(asked, record, "2025-06-15 12:00") == .competent(through: .on("2026-01-31")))
        #expect(
            competence(asked, record, "2026-02-01 00:00")
                == .lacking(.tooLittle(.training, since: .on("2026-01-31"))))
    }

    @Test func `what was done before its prerequisite does not count`() {
        let asked = [
            Scene.requirement(
                .activity(.exercise),
                Requirement.Terms(period: .months(24), prerequisite: .knowledgeTest))
        ]
        let early = CompetenceRecord(
            certificates: [Scene.certificate("2020-01-01")],
            activities: [Scene.did(.exercise, "2026-01-10"), Scene.did(.knowledgeTest, "2026-02-01")])
        #expect(
            competence(asked, early, "2026-06-01 12:00")
                == .lacking(.tooLittle(.exercise, since: .on("2021-12-31"))))
        let late = early.adding(Scene.did(.exercise, "2026-03-01"))
        #expect(competence(asked, late, "2026-06-01 12:00") == .competent(through: .on("2028-02-29")))
    }

    @Test func `an exemption stands in for what is not there, where the requirement allows it`() {
        func record(_ subject: Requirement.Subject) -> CompetenceRecord {
            CompetenceRecord(
                certificates: [Scene.certificate("2020-01-01")],
                exemptions: [
                    Exemption(
                        id: Scene.id(3), person: Scene.person, function: Scene.function, subject: subject,
                        from: .on("2026-01-01"), through: .on("2026-12-31"), reason: "Elders gevolgd")
                ])
        }
        let exempt = record(.activity(.exercise))
        #expect(
            competence([yearly(.exercise)], exempt, "2026-06-01 12:00")
                == .competent(through: .on("2026-12-31")))
        let strict = Scene.requirement(
            .activity(.exercise), Requirement.Terms(period: .calendarYear, mayBeExempt: false))
        #expect(!competence([strict], exempt, "2026-06-01 12:00").isCompetent)
    }

    @Test func `a requirement is asked from its first day through its last`() {
        let asked = [
            Scene.requirement(
                .specialisation("Opvang"), from: "2026-07-01", through: "2026-12-31")
        ]
        let record = CompetenceRecord(certificates: [Scene.certificate("2020-01-01")])
        #expect(competence(asked, record, "2026-06-30 23:59").isCompetent)
        #expect(competence(asked, record, "2026-07-01 00:00") == .lacking(.specialisation("Opvang")))
        #expect(competence(asked, record, "2027-01-01 00:00").isCompetent)
    }

    @Test func `norms fill in how long a certificate is good and how long the grace is`() {
        let months = NormSeries([
            Norm(
                code: .certificateValidity, value: 12, status: .regionalDecision, source: "",
                sequence: 1, recordedAt: .distantPast)
        ])
        let grace = NormSeries([
            Norm(
                code: .competenceGrace, value: 30, status: .regionalDecision, source: "",
                validFrom: .on("2026-01-01"), sequence: 1, recordedAt: .distantPast)
        ])
        let profile = RequirementProfile(requirements: [], certificateMonths: months, graceDays: grace)
        let record = CompetenceRecord(certificates: [Scene.certificate("2025-01-15")])
        #expect(
            profile.competence(of: record, at: .wall("2026-01-14 12:00"))
                == .competent(through: .on("2026-01-14")))
        #expect(
            profile.competence(of: record, at: .wall("2026-02-13 12:00"))
                == .grace(through: .on("2026-02-13")))
        #expect(
            profile.competence(of: record, at: .wall("2026-02-14 00:00"))
                == .lacking(.expired(on: .on("2026-01-14"))))
    }

    @Test func `a certificate that is withdrawn counts until that day`() {
        let record = CompetenceRecord(certificates: [
            Scene.certificate("2024-01-01", nil, .withdrawn, withdrawnOn: "2026-03-01")
        ])
        #expect(competence([], record, "2026-02-28 23:59") == .competent(through: .on("2026-02-28")))
        #expect(competence([], record, "2026-03-01 00:00") == .lacking(.withdrawn))
    }

    @Test
    func `every requirement has its reason, those that are met too, and the answer says when it changes`() {
        let record = CompetenceRecord(
            certificates: [Scene.certificate("2024-05-01", "2027-06-30")],
            activities: [Scene.did(.exercise, "2026-03-15")])
        let profile = RequirementProfile(requirements: [yearly(.exercise)])
        let assessment = profile.assessment(of: record, at: .wall("2026-06-01 12:00"))
        #expect(assessment.reasons.map(\.subject) == [.baseLevel, .activity(.exercise)])
        #expect(
            assessment.reasons.map(\.standing) == [
                .met(through: .on("2027-06-30")), .met(through: .on("2027-12-31")),
            ])
        #expect(assessment.reasons.map(\.until) == [.wall("2027-07-01 00:00"), .wall("2028-01-01 00:00")])
        #expect(assessment.reasons[0].ground == .certificate(record.certificates[0].id))
        #expect(assessment.changesAt == .wall("2027-07-01 00:00"))
        #expect(assessment.competence == .competent(through: .on("2027-06-30")))
    }

    @Test func `the intervals say at random instants what the point function says`() {
        var states: Set<Competence.State> = []
        for seed in 0..<1000 as Range<UInt64> {
            var given = RandomCompetence(seed: seed)
            let history = given.profile.history(of: given.record)
            for (earlier, later) in zip(history.periods, history.periods.dropFirst()) {
                #expect(earlier.interval.end == later.interval.start)
                #expect(earlier.competence != later.competence)
            }
            for _ in 0..<20 {
                let instant = given.instant()
                let point = given.profile.competence(of: given.record, at: instant)
                states.insert(point.state)
                #expect(history.competence(at: instant) == point, "\(seed) \(instant.iso8601)")
            }
        }
        #expect(states.count == Competence.State.allCases.count)
    }

    @Test func `both say what counting day by day says`() {
        for seed in 0..<150 as Range<UInt64> {
            var given = RandomCompetence(seed: seed)
            let naive = NaiveCompetence(requirements: given.requirements, record: given.record)
            for _ in 0..<5 {
                let instant = given.instant()
                let expected = naive.competence(on: Amsterdam.day(at: instant))
                let point = given.profile.competence(of: given.record, at: instant)
                #expect(point == expected, "\(seed) \(instant.iso8601)")
            }
        }
    }
}
