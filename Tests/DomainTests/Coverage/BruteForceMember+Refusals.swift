@testable import Domain

extension BruteForceMember {
    /// Every reason at this minute, asked one by one in the order in which they are told.
    func refusals(at moment: BruteForceMoment) -> [Refusal] {
        var refusals: [Refusal] = []
        if !isDesignated(at: moment) { refusals.append(.notDesignated) }
        switch competence(on: moment.day) {
        case .unknown: refusals.append(.competenceUnknown)
        case .lacking(let lack): refusals.append(.notCompetent(lack))
        case .competent, .grace: break
        }
        if let end = end(of: person.absent, at: moment) { refusals.append(.absent(until: end)) }
        if !holds(.reachable, at: moment) { refusals.append(.unreachable) }
        if let end = end(of: person.deployed, at: moment) { refusals.append(.deployed(until: end)) }
        if let end = end(of: person.resting, at: moment) { refusals.append(.resting(until: end)) }
        let lines = lines(at: moment)
        if lines.count > 1 { refusals.append(.doubleBooked(lines: lines)) }
        if let late = lateness(at: moment) { refusals.append(late) }
        if lines.isEmpty { refusals.append(.notOnRoster) }
        if let other = lines.first, !lines.contains(line.code) { refusals.append(.onOtherLine(other)) }
        return refusals
    }

    private func lateness(at moment: BruteForceMoment) -> Refusal? {
        guard let limit = minutesMax(at: moment) else { return nil }
        guard let travelMinutes else { return .travelUnknown }
        return travelMinutes > limit ? .tooFar(minutes: travelMinutes, minutesMax: limit) : nil
    }

    /// The first moment, from this one on, at which none of `intervals` goes on; nil when none is going on
    /// now.
    private func end(of intervals: [Interval], at moment: BruteForceMoment) -> Instant? {
        var end = moment.instant
        while let ongoing = intervals.first(where: { $0.contains(end) }) { end = ongoing.end }
        return end == moment.instant ? nil : end
    }

    /// By calendar day: what is withdrawn weighs most, then what lapsed last, then what is still to come,
    /// then what is asked for.
    private func competence(on day: Day) -> Competence {
        let valid = certificates.filter { $0.counts(on: day) }
        if !valid.isEmpty {
            return .competent(
                through: valid.contains { $0.validThrough == nil }
                    ? nil : valid.compactMap(\.validThrough).max())
        }
        if certificates.contains(where: { $0.state == .withdrawn }) { return .lacking(.withdrawn) }
        let real = certificates.filter { $0.isEverValid }
        if let lapsed = real.compactMap(\.validThrough).filter({ $0 < day }).max() {
            return .lacking(.expired(on: lapsed))
        }
        if let coming = real.compactMap(\.issued).min() { return .lacking(.notYetIssued(on: coming)) }
        if certificates.contains(where: { $0.state == .requested }) { return .lacking(.requested) }
        return .unknown
    }
}

extension Certificate {
    var isEverValid: Bool {
        guard state == .held || state == .exempt else { return false }
        guard let issued, let validThrough else { return true }
        return issued <= validThrough
    }

    /// From the day of issue to the last day, both included.
    func counts(on day: Day) -> Bool {
        guard state == .held || state == .exempt else { return false }
        if let issued, day < issued { return false }
        if let validThrough, day > validThrough { return false }
        return true
    }
}
