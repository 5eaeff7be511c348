@testable import Domain

extension CoverageCaseGenerator {
    private static let functions: [Code<CrisisFunction>] = [Code("OVDBZ"), Code("HTO")]

    mutating func person(_ lines: [DutyLine]) -> CoveragePerson {
        var person = CoveragePerson(id: randomness.id(at: horizon.start))
        for function in Self.functions where chance(shape == .healthy ? 0.95 : 0.75) {
            if !isUnsound() {
                person.designated[function] = [.always]
            } else if chance(0.7) {
                person.designated[function] = intervals()
            }
            if chance(0.15) { localise(&person, function, lines) }
            person.certificates += certificates(of: person.id, for: function)
        }
        if isUnsound() { person.absent = intervals() }
        if isUnsound() { person.reachable = chance(0.2) ? [] : intervals() }
        if isUnsound() { person.deployed = intervals() }
        if isUnsound() { person.resting = intervals() }
        for line in lines where chance(0.7 + soundness * 0.3) {
            person.travelMinutes[line.code] = isUnsound() ? [30, 31, 60, 61, 75][int(0...4)] : int(5...30)
        }
        return person
    }

    /// Makes the designation one for some lines of the function only, now and then for none.
    private mutating func localise(
        _ person: inout CoveragePerson, _ function: Code<CrisisFunction>, _ lines: [DutyLine]
    ) {
        guard let times = person.designated[function] else { return }
        person.designated[function] = []
        for line in lines where line.function == function && chance(0.6) {
            person.designatedOn[line.code] = chance(0.8) ? times : intervals()
        }
    }

    private mutating func certificates(
        of person: ID<Functionary>, for function: Code<CrisisFunction>
    ) -> [Certificate] {
        guard isUnsound() else {
            let validThrough = chance(0.5) ? nil : chance(0.1) ? -1 : 300
            return [
                certificate(of: person, for: function, state: .held, issued: -400, validThrough: validThrough)
            ]
        }
        return (0..<int(0...3)).map { _ in
            let state = chance(0.6) ? Certificate.State.held : Certificate.State.allCases[int(0...3)]
            return certificate(
                of: person, for: function, state: state,
                issued: chance(0.2) ? nil : [-400, -30, -1, 0, 1, 2][int(0...5)],
                validThrough: chance(0.2) ? nil : [-30, -2, -1, -1, 0, 1, 300][int(0...6)])
        }
    }

    private mutating func certificate(
        of person: ID<Functionary>, for function: Code<CrisisFunction>, state: Certificate.State,
        issued: Int?,
        validThrough: Int?
    ) -> Certificate {
        Certificate(
            id: randomness.id(at: horizon.start), person: person, function: function, issuer: "",
            issued: issued.map(anchor.adding(days:)), validThrough: validThrough.map(anchor.adding(days:)),
            state: state)
    }

    /// Fills first and backup of each line with duties that touch, by whoever comes along: the same person
    /// may stand on both places, on two lines at once, or on a line outside the sweep.
    mutating func roster(_ people: inout [CoveragePerson], _ lines: [DutyLine]) {
        var turn = int(0...(people.count - 1))
        for line in lines {
            for slot in DutySlot.allCases {
                for interval in watches() where chance(0.8 + soundness * 0.2) {
                    // A healthy roster goes round; another takes whoever it happens to find.
                    turn = chance(soundness) ? turn + 1 : int(0...(people.count - 1))
                    people[turn % people.count].duties.append(
                        Duty(line: line.code, slot: slot, interval: interval))
                }
            }
            if line.wanted > 1 { stand(&people, on: line) }
        }
        for index in people.indices where isUnsound() { people[index].duties += strayDuties(lines) }
    }

    /// More people at once, for a line that wants more than one.
    private mutating func stand(_ people: inout [CoveragePerson], on line: DutyLine) {
        for _ in 0..<int(0...3) {
            let index = int(0...(people.count - 1))
            let slot = DutySlot.allCases[int(0...1)]
            people[index].duties.append(Duty(line: line.code, slot: slot, interval: watch()))
        }
    }

    private mutating func watch() -> Interval {
        shape == .healthy ? horizon : interval()
    }

    /// The horizon and some time around it, cut at up to two moments of the pool.
    private mutating func watches() -> [Interval] {
        let cuts =
            shape == .healthy && chance(0.7)
            ? [] : (0..<int(0...2)).map { _ in pool[int(0...(pool.count - 1))] }
        let moments = ([horizon.start.adding(minutes: -30), horizon.end.adding(minutes: 30)] + cuts).sorted()
        return zip(moments, moments.dropFirst()).map { Interval($0, $1) }
    }

    private mutating func strayDuties(_ lines: [DutyLine]) -> [Duty] {
        let line = chance(0.3) ? Code<DutyLine>("ELDERS") : lines[int(0...(lines.count - 1))].code
        let slot = DutySlot.allCases[int(0...1)]
        switch int(0...4) {
        case 0:
            return [
                Duty(
                    line: line, slot: slot,
                    interval: Interval(horizon.start.adding(minutes: -60), horizon.start))
            ]
        case 1:
            return [
                Duty(line: line, slot: slot, interval: Interval(horizon.end, horizon.end.adding(minutes: 60)))
            ]
        default: return intervals().map { Duty(line: line, slot: slot, interval: $0) }
        }
    }
}
