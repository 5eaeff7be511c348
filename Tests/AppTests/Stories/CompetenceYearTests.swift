import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// Two years of one functionary, from the own application until nobody can tell who it was.
@Suite struct CompetenceYearTests {
    private static let function = Code<CrisisFunction>("OGA")
    private static let start = TestMoments.startDay
    private static let course = start.adding(days: 20)
    private static let obtained = start.adding(days: 21)
    /// The exercise is asked once in twelve months; whoever has just obtained the certificate has that long.
    private static let settled = obtained.adding(months: 12)
    private static let graceDays = 30

    private static func at(_ day: Day, hour: Int = 10) -> Instant { Amsterdam.instant(day, hour: hour) }

    private func person(_ region: TestRegion) async throws -> Functionary {
        let id = try #require(try await region.signedIn("ambtenaar").person)
        return try await region.person { $0.id == id }
    }

    private func assessment(
        _ region: TestRegion, on day: Day, hour: Int = 12
    ) async throws -> CompetenceAssessment {
        let person = try await person(region)
        return try await region.read { tx in
            try tx.competenceBook(of: person.id).assessment(
                of: person, for: Self.function, at: Self.at(day, hour: hour))
        }
    }

    private func state(_ region: TestRegion, on day: Day) async throws -> Competence.State {
        try await assessment(region, on: day).competence.state
    }

    private func baseLevel(_ region: TestRegion, on day: Day) async throws -> RequirementStanding? {
        try await assessment(region, on: day).reasons.first { $0.subject == .baseLevel }?.standing
    }

    /// What the region asks from the first day: an exercise in twelve months, with a month of grace.
    private func askExercise(_ region: TestRegion) async throws {
        try await region.change(as: "bureau") { change in
            try change.addRequirement(
                Requirement(
                    id: change.newID(), function: Self.function, subject: .activity(.exercise),
                    terms: Requirement.Terms(
                        amount: .times(1), period: .months(12), graceDays: Self.graceDays),
                    validFrom: Self.start, status: .regionalDecision, source: "Besluit van de test"))
        }
    }

    /// Apply, consent, designation: each its own day and person.
    private func becomeDesignated(_ region: TestRegion) async throws {
        let person = try await person(region)
        let id = try await region.change(as: "ambtenaar") {
            try $0.apply(for: Self.function, motivation: "Ik kan goed rekenen.", of: person.id)
        }
        try await region.change(as: "secretaris", at: Self.at(Self.start.adding(days: 1))) {
            try $0.answerCandidacy(id, consents: true, answer: "Graag.", intakeOn: Self.start.adding(days: 8))
        }
        try await region.change(as: "bureau", at: Self.at(Self.start.adding(days: 9))) {
            try $0.designateCandidate(id, document: "Besluit 12", from: Self.start.adding(days: 10))
        }
    }

    private func saveCertificate(
        _ region: TestRegion, _ state: Certificate.State, issued: Day?, on day: Day
    ) async throws {
        let person = try await person(region)
        try await region.change(as: "bureau", at: Self.at(day)) { change in
            let known = try change.tx.certificates(of: person.id).first { $0.function == Self.function }
            try change.saveCertificate(
                Certificate(
                    id: known?.id ?? change.newID(), person: person.id, function: Self.function,
                    issuer: "NIPV", issued: issued, validThrough: nil, state: state))
        }
    }

    /// A course that is full: whoever waits gets the place that falls free, comes and passes.
    private func passCourse(_ region: TestRegion) async throws {
        let person = try await person(region)
        let other = try #require(try await region.freePeople(9).first { $0.id != person.id })
        let session = try await region.plannedSession(
            inDays: 20, capacity: 1, kind: .basicCourse, hasResult: true)
        try await region.enrol([other, person], in: session)
        #expect(try await region.states([other, person], in: session) == [.placed, .waiting])
        try await region.withdraw(other, from: session, at: Self.at(Self.start.adding(days: 15)))
        #expect(try await region.states([other, person], in: session) == [.withdrawn, .placed])
        try await region.change(as: "bureau", at: Self.at(Self.obtained)) { change in
            let came = Attendance(presence: .present, result: .passed, minutes: 180)
            try change.recordAttendance([person.id: came], at: session.id, isFinal: true)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `from an own application to competent, and a year later not any more`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            try await askExercise(region)
            try await becomeDesignated(region)
            let day = Self.start.adding(days: 11)
            #expect(try await baseLevel(region, on: day) == .unknown)
            try await saveCertificate(region, .requested, issued: nil, on: day)
            #expect(try await baseLevel(region, on: day) == .lacking(.requested))
            try await passCourse(region)
            // Passing the course is no certificate yet.
            #expect(try await baseLevel(region, on: Self.obtained) == .lacking(.requested))
            #expect(try await state(region, on: Self.obtained) == .not)
            try await saveCertificate(region, .held, issued: Self.obtained, on: Self.obtained)
            let now = try await assessment(region, on: Self.obtained)
            #expect(now.competence.state == .competent)
            #expect(now.changesAt == Amsterdam.startOfDay(Self.settled))

            // Two months before it ends the planner and the municipality see it coming.
            let early = Self.at(Self.settled.adding(days: -60))
            let visit = try await region.visit(
                "bureau", "/vakbekwaamheid/verloopt", query: FormFields(["dagen": "90"]), at: early)
            let person = try await person(region)
            let ending = try await region.read { tx in try ExpiryPage(visit, tx) }.rows
            #expect(ending.contains { $0.person.id == person.id && $0.function.code == Self.function })

            #expect(try await state(region, on: Self.settled.adding(days: -1)) == .competent)
            #expect(try await state(region, on: Self.settled) == .grace)
            let late = Self.settled.adding(days: Self.graceDays)
            #expect(try await state(region, on: late) == .not)

            // A deployment whose evaluation was approved is as good as an exercise.
            try await region.change(as: "bureau", at: Self.at(late)) { change in
                try change.recordActivity(
                    ActivityDraft(
                        person: person.id, kind: .deployment, functions: [Self.function], day: late,
                        minutes: 300, title: "Wateroverlast"),
                    from: PerformedActivity.Source(.deployment, key: "inzet-van-de-test"))
            }
            #expect(try await state(region, on: late) == .competent)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test
    func `a certificate that is withdrawn opens the gap at once, and whoever left is forgotten in time`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let week = DutyPeriod(weekOf: Self.start.adding(days: 42))
            let line = try await region.line("OGA-REGIO")
            let person = try #require(try await region.fitAndFree(line, week).first)
            try await region.change(as: "bureau", at: Self.at(Self.start.adding(days: 12))) { change in
                let why = "Bewust, voor de test"
                try change.assignDuty(line.code, .first, week, person: person.id, explanation: why)
                try change.assignDuty(line.code, .backup, week, person: nil, explanation: why)
            }
            let withdrawn = Self.at(Self.start.adding(days: 13))
            try await region.change(as: "bureau", at: withdrawn) { change in
                for held in try change.tx.certificates(of: person.id) where held.function == Self.function {
                    try change.saveCertificate(
                        Certificate(
                            id: held.id, person: person.id, function: held.function,
                            specialisation: held.specialisation, issuer: held.issuer, issued: held.issued,
                            validThrough: held.validThrough, state: .withdrawn))
                }
            }
            let notices = try await region.read { tx in
                try tx.openGapNotices(at: withdrawn.adding(minutes: 1))
            }
            let notice = try #require(notices.first { $0.person == person.id })
            #expect(notice.line == line.code)
            #expect(notice.interval.overlaps(week.interval))

            // After the last week of the roster: nothing of theirs is left to give to others.
            let last = Self.start.adding(days: 400)
            try await region.change(as: "bureau", at: Self.at(last)) {
                try $0.recordDeparture(of: person.id, lastDay: last)
            }
            let gone = last.adding(months: 12).adding(days: 1)
            try await region.storage.change(
                by: .background("people-forgetting"), at: Self.at(gone, hour: 4), randomness: .system
            ) { change in try change.forgetDeparted() }
            #expect(try await region.person { $0.id == person.id }.name != person.name)
            await #expect(throws: PersonSecretFault.keyDestroyed) {
                try await region.read { tx in try tx.personKey(person.id) }
            }
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }
}
