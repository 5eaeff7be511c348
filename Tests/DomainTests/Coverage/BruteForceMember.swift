@testable import Domain

/// A minute and the calendar day it falls on in Amsterdam.
struct BruteForceMoment {
    let instant: Instant
    let day: Day

    init(_ instant: Instant) {
        let isSummer = Self.summers.contains { $0.start <= instant && instant < $0.end }
        let localMinutes = Int(instant.milliseconds / 60_000) + (isSummer ? 120 : 60)
        self.instant = instant
        day = Day(daysSince1970: localMinutes / 1440)
    }

    private static let summers = (2025...2027).map {
        Interval(SummerTime.starts(in: $0), SummerTime.ends(in: $0))
    }
}

/// One person as seen from one line, a minute at a time.
struct BruteForceMember {
    let person: CoveragePerson
    let line: DutyLine
    private let designated: [Interval]
    let certificates: [Certificate]
    let travelMinutes: Int?

    /// Nil for somebody whose facts do not mention the line or its function.
    init?(_ person: CoveragePerson, line: DutyLine) {
        self.person = person
        self.line = line
        designated = (person.designated[line.function] ?? []) + (person.designatedOn[line.code] ?? [])
        certificates = person.certificates.filter { $0.function == line.function }
        travelMinutes = person.travelMinutes[line.code]
        let isRostered = person.duties.contains { $0.line == line.code }
        let isElsewhere =
            designated.isEmpty && person.designatedOn.keys.contains { $0.text.hasPrefix("\(line.function)-") }
        let holdsFunction = person.designated[line.function] != nil || !certificates.isEmpty
        guard isRostered || holdsFunction && !isElsewhere else { return nil }
    }

    func stands(in slot: DutySlot, at moment: BruteForceMoment) -> Bool {
        person.duties.contains {
            $0.line == line.code && $0.slot == slot && $0.interval.contains(moment.instant)
        }
    }

    func standsHere(at moment: BruteForceMoment) -> Bool {
        person.duties.contains { $0.line == line.code && $0.interval.contains(moment.instant) }
    }

    func standsSomewhere(at moment: BruteForceMoment) -> Bool {
        person.duties.contains { $0.interval.contains(moment.instant) }
    }

    func isDesignated(at moment: BruteForceMoment) -> Bool {
        designated.contains { $0.contains(moment.instant) }
    }

    func holds(_ rule: CoverageRule, at moment: BruteForceMoment) -> Bool {
        switch rule {
        case .designated: isDesignated(at: moment)
        case .competent: certificates.contains { $0.counts(on: moment.day) }
        case .present: !person.absent.contains { $0.contains(moment.instant) }
        case .reachable: person.reachable.contains { $0.contains(moment.instant) }
        case .notDeployed: !person.deployed.contains { $0.contains(moment.instant) }
        case .rested: !person.resting.contains { $0.contains(moment.instant) }
        case .notDoubleBooked: lines(at: moment).count < 2
        case .inTime: isInTime(at: moment)
        }
    }

    func minutesMax(at moment: BruteForceMoment) -> Int? {
        line.response.steps.first { $0.interval.contains(moment.instant) }?.value
    }

    private func isInTime(at moment: BruteForceMoment) -> Bool {
        guard let limit = minutesMax(at: moment) else { return true }
        guard let travelMinutes else { return false }
        return travelMinutes <= limit
    }

    func lines(at moment: BruteForceMoment) -> [Code<DutyLine>] {
        var lines: [Code<DutyLine>] = []
        for duty in person.duties where duty.interval.contains(moment.instant) && !lines.contains(duty.line) {
            lines.append(duty.line)
        }
        return lines.sorted { $0.text < $1.text }
    }
}
