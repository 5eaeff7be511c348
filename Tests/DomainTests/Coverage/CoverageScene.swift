@testable import Domain

/// One line and a few people, for cases that a reader can follow with a pencil.
enum CoverageScene {
    static let function = Code<CrisisFunction>("OVDBZ")
    static let north = line(Code("NOORD"))
    static let south = line(Code("ZUID"))

    static func line(
        _ district: Code<District>, wanted: Int = 1, responseMinutesMax: Int? = 60
    ) -> DutyLine {
        DutyLine(
            code: DutyLine.code(function, in: district), function: function, district: district,
            wanted: wanted,
            responseMinutesMax: responseMinutesMax)
    }

    /// Whom nothing keeps from the lines of this scene; `number` makes them who they are.
    static func person(_ number: UInt64, duties: [Duty] = []) -> CoveragePerson {
        var randomness = Randomness(seed: number)
        var person = CoveragePerson(id: randomness.id(at: .wall("2026-01-01 00:00")))
        person.designated = [function: [.always]]
        person.certificates = [certificate(person.id)]
        person.travelMinutes = [north.code: 20, south.code: 20]
        person.duties = duties
        return person
    }

    static func certificate(
        _ person: ID<Functionary>, _ state: Certificate.State = .held, issued: String? = "2024-01-01",
        validThrough: String? = nil
    ) -> Certificate {
        var randomness = Randomness(seed: 0)
        return Certificate(
            id: randomness.id(at: .wall("2026-01-01 00:00")), person: person, function: function,
            issuer: "NIPV",
            issued: issued.map(Day.on), validThrough: validThrough.map(Day.on), state: state)
    }

    static func first(_ interval: Interval, on line: DutyLine = north) -> Duty {
        Duty(line: line.code, slot: .first, interval: interval)
    }

    static func backup(_ interval: Interval, on line: DutyLine = north) -> Duty {
        Duty(line: line.code, slot: .backup, interval: interval)
    }

    /// The segments of one line.
    static func segments(
        _ people: [CoveragePerson], _ horizon: Interval, line: DutyLine = north
    ) -> [Segment] {
        Coverage.sweep(lines: [line], candidates: people.map(\.candidate), horizon: horizon).segments
    }
}

extension DutyLine {
    /// Of a line without a norm for it.
    var wanted: Int { wantedOtherwise }
}

extension Segment {
    var witnesses: Witnesses? {
        guard case .covered(let witnesses) = state else { return nil }
        return witnesses
    }

    var shortage: Shortage? {
        guard case .gap(let shortage) = state else { return nil }
        return shortage
    }

    func refusals(of person: CoveragePerson) -> [Refusal] {
        (shortage?.refusals ?? []).filter { $0.person == person.id }.map(\.refusal)
    }
}
