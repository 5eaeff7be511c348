@testable import Domain

/// A profile and a record made from a seed: small numbers, so that facts touch, overlap and lapse often.
struct RandomCompetence {
    let requirements: [Requirement]
    let record: CompetenceRecord
    private(set) var random: Randomness

    static let first = Day.on("2024-01-01")
    static let days = 1200

    init(seed: UInt64) {
        var random = Randomness(seed: seed)
        func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        func day() -> Day { Self.first.adding(days: number(below: Self.days)) }
        func maybe<Value>(_ percent: Int, _ value: () -> Value) -> Value? {
            number(below: 100) < percent ? value() : nil
        }
        var requirements: [Requirement] = []
        let subjects: [Requirement.Subject] = [
            .baseLevel, .specialisation("Opvang"), .activity(.training), .activity(.exercise),
        ]
        for (index, subject) in subjects.enumerated() where number(below: 100) < 55 {
            let period: Requirement.Period =
                switch number(below: 3) {
                case 0: .once
                case 1: .calendarYear
                default: .months(3 + number(below: 20))
                }
            var terms = Requirement.Terms(
                amount: number(below: 3) == 0 ? .hours(2 + number(below: 6)) : .times(1 + number(below: 2)),
                period: period, graceDays: maybe(50) { number(below: 90) },
                prerequisite: maybe(25) { [.basicCourse, .training][number(below: 2)] })
            if case .activity = subject {
                terms = Requirement.Terms(
                    amount: terms.amount, period: terms.period,
                    validityMonths: maybe(30) { 2 + number(below: 14) }, graceDays: terms.graceDays,
                    prerequisite: terms.prerequisite)
            } else {
                terms = Requirement.Terms(
                    amount: .times(index == 0 ? number(below: 2) : 1), graceDays: terms.graceDays,
                    mayBeExempt: number(below: 4) > 0)
            }
            requirements.append(
                CompetenceScene.requirement(
                    subject, terms, from: maybe(40) { day().iso }, through: maybe(20) { day().iso },
                    number: UInt64(index + 1)))
        }
        var certificates: [Certificate] = []
        for index in 0..<number(below: 4) {
            let state: Certificate.State = [.held, .held, .held, .exempt, .withdrawn, .requested][
                number(below: 6)]
            certificates.append(
                CompetenceScene.certificate(
                    maybe(85) { day().iso }, maybe(70) { day().iso }, state,
                    specialisation: number(below: 3) == 0 ? "Opvang" : "",
                    withdrawnOn: maybe(50) { day().iso }, number: UInt64(index + 1)))
        }
        let kinds: [ActivityKind] = [.training, .exercise, .deployment, .basicCourse]
        let activities = (0..<number(below: 8)).map { _ in
            CompetenceScene.did(kinds[number(below: 4)], day(), minutes: 60 * (1 + number(below: 5)))
        }
        let exemptions = (0..<(number(below: 4) == 0 ? 1 : 0)).map { _ in
            Exemption(
                id: CompetenceScene.id(99), person: CompetenceScene.person,
                function: CompetenceScene.function, subject: subjects[number(below: 4)], from: day(),
                through: maybe(60) { day() }, reason: "Elders gevolgd")
        }
        self.requirements = requirements
        record = CompetenceRecord(
            certificates: certificates, activities: activities, exemptions: exemptions)
        self.random = random
    }

    var profile: RequirementProfile { RequirementProfile(requirements: requirements) }

    mutating func instant() -> Instant {
        let day = Self.first.adding(days: Int(random.next() % UInt64(Self.days + 400)) - 200)
        return Amsterdam.startOfDay(day).adding(minutes: Int(random.next() % 1440))
    }
}
