/// Why a requirement cannot be recorded, or taken away.
package enum RequirementFault: Hashable, Sendable {
    case endBeforeStart
    case zeroAmount
    case tooMuch(max: Int)
    case noName
    case ownPrerequisite
    /// A municipality may add, never lower.
    case lower(than: Requirement.Terms)
    /// The same is asked by the same already on some of these days.
    case alreadyAsked(from: Day?)
    /// It has begun: people are judged by it.
    case inUse(people: Int)
}

extension Requirement {
    /// More can only be a slip of the pen.
    package static let timesMax = 100
    package static let hoursMax = 2_000
    package static let monthsMax = 600
    package static let graceDaysMax = 1_000

    /// Everything that is wrong with it beside those that are on record.
    ///
    /// - Parameter others: of the same function.
    package func faults(beside others: [Requirement]) -> [RequirementFault] {
        var faults: [RequirementFault] = []
        if let validFrom, let validThrough, validThrough < validFrom { faults.append(.endBeforeStart) }
        if case .specialisation(let name) = subject, name.isEmpty { faults.append(.noName) }
        if case .activity(let kind) = subject, terms.prerequisite == kind { faults.append(.ownPrerequisite) }
        switch terms.amount {
        case .times(let number):
            if number < 1, !(subject == .baseLevel && municipality == nil) { faults.append(.zeroAmount) }
            if number > Self.timesMax { faults.append(.tooMuch(max: Self.timesMax)) }
        case .hours(let number):
            if number < 1 { faults.append(.zeroAmount) }
            if number > Self.hoursMax { faults.append(.tooMuch(max: Self.hoursMax)) }
        }
        let same = others.filter { $0.id != id && $0.subject == subject && $0.meets(self) }
        if let other = same.first(where: { $0.municipality == municipality }) {
            faults.append(.alreadyAsked(from: other.validFrom))
        }
        if municipality != nil, let standard = same.first(where: { $0.municipality == nil }),
            terms.isLower(than: standard.terms)
        {
            faults.append(.lower(than: standard.terms))
        }
        return faults
    }
}
