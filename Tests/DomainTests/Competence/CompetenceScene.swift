@testable import Domain

extension CompetenceHistory {
    /// What certificates say where the base level alone is asked.
    init(certificates: [Certificate]) {
        self = RequirementProfile.baseLevel.history(of: CompetenceRecord(certificates: certificates))
    }
}

/// One person, one function and what they did, for cases that a reader can follow with a pencil.
enum CompetenceScene {
    static let function = CoverageScene.function
    static let person = CoverageScene.person(1).id

    static func certificate(
        _ issued: String?, _ through: String? = nil, _ state: Certificate.State = .held,
        specialisation: String = "", withdrawnOn: String? = nil, number: UInt64 = 1
    ) -> Certificate {
        Certificate(
            id: id(number), person: person, function: function, specialisation: specialisation,
            issuer: "NIPV", issued: issued.map(Day.on), validThrough: through.map(Day.on), state: state,
            withdrawnOn: withdrawnOn.map(Day.on))
    }

    static func did(_ kind: ActivityKind, _ day: String, minutes: Int = 180) -> PerformedActivity {
        did(kind, Day.on(day), minutes: minutes)
    }

    static func did(_ kind: ActivityKind, _ day: Day, minutes: Int = 180) -> PerformedActivity {
        PerformedActivity(
            id: id(UInt64(abs(day.daysSince1970)) + 10_000), person: person, kind: kind, function: function,
            day: day,
            minutes: minutes, title: "Oefening", source: PerformedActivity.Source(.byHand, key: day.iso))
    }

    static func requirement(
        _ subject: Requirement.Subject, _ terms: Requirement.Terms = Requirement.Terms(),
        of municipality: Code<Municipality>? = nil, from: String? = nil, through: String? = nil,
        number: UInt64 = 7
    ) -> Requirement {
        Requirement(
            id: id(number), function: function, municipality: municipality, subject: subject, terms: terms,
            validFrom: from.map(Day.on), validThrough: through.map(Day.on))
    }

    static func id<Entity>(_ number: UInt64) -> ID<Entity> {
        var randomness = Randomness(seed: number)
        return randomness.id(at: .wall("2026-01-01 00:00"))
    }
}
