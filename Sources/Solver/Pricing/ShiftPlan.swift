/// The states of `ShiftPricing`: modes (days off so far, or class and length of the run) and how days lead
/// on.
struct ShiftPlan: Sendable {
    struct Class {
        var units: Int
        /// Position among the capped kinds, nil for the others.
        var cap: Int?
    }

    enum Mode: Hashable {
        /// So many days off, no more than `minDaysOff`.
        case off(Int)
        case on(kind: Int, run: Int)
    }

    struct Step {
        /// The class worked.
        var kind: Int
        /// The mode it leads to.
        var mode: Int
    }

    let modes: [Mode]
    let classes: [Class]
    let classOf: [Int]
    let steps: [[Step]]
    /// Mode of somebody who has had days off enough.
    let rested: Int
    let work: Int
    let longest: Int
    let capSize: Int
    private let capStride: [Int]
    private let capMax: [Int]
    private let rules: ShiftRules
    private let afterOff: [Int?]
    private let runOf: [Int]

    init(_ rules: ShiftRules, capped: [Int], work: Int, unit: Int) {
        self.rules = rules
        self.work = work
        struct Key: Hashable {
            var before: Set<Int>
            var after: Set<Int>
            var minutes: Int
            var cap: Int?
        }
        var number: [Key: Int] = [:]
        var classes: [Class] = []
        var first: [Int] = []
        var classOf: [Int] = []
        for (kind, rule) in rules.kinds.enumerated() {
            let after = Set(rules.kinds.indices.filter { rules.kinds[$0].mayNotPrecede.contains(kind) })
            let key = Key(
                before: rule.mayNotPrecede, after: after, minutes: rule.minutes,
                cap: capped.firstIndex(of: kind))
            if number[key] == nil {
                number[key] = classes.count
                classes.append(Class(units: rule.minutes / unit, cap: key.cap))
                first.append(kind)
            }
            classOf.append(number[key, default: 0])
        }
        (self.classes, self.classOf) = (classes, classOf)
        longest = classes.map(\.units).max() ?? 0
        capMax = capped.map { rules.kinds[$0].max }
        var stride = 1
        var strides: [Int] = []
        for most in capMax {
            strides.append(stride)
            stride *= most + 1
        }
        (capStride, capSize) = (strides, stride)

        let offMax = max(1, rules.minDaysOff)
        var modes: [Mode] = (1...offMax).map(Mode.off)
        for kind in classes.indices {
            for run in 1...max(1, rules.run.upperBound) { modes.append(.on(kind: kind, run: run)) }
        }
        self.modes = modes
        rested = offMax - 1
        let place = Dictionary(uniqueKeysWithValues: modes.enumerated().map { ($1, $0) })
        steps = modes.map { mode in
            switch mode {
            case .off(let days):
                guard days >= rules.minDaysOff else { return [] }
                return classes.indices.compactMap { kind in
                    place[.on(kind: kind, run: 1)].map { Step(kind: kind, mode: $0) }
                }
            case .on(let last, let run):
                return classes.indices.compactMap { kind in
                    guard !rules.kinds[first[last]].mayNotPrecede.contains(first[kind]) else { return nil }
                    return place[.on(kind: kind, run: run + 1)].map { Step(kind: kind, mode: $0) }
                }
            }
        }
        afterOff = modes.map { mode in
            switch mode {
            case .off(let days): place[.off(min(days + 1, offMax))]
            case .on: 0
            }
        }
        runOf = modes.map { if case .on(_, let run) = $0 { run } else { 0 } }
    }

    var size: Int { modes.count * (rules.maxWeekends + 1) * capSize * (work + 1) }

    func index(mode: Int, weekends: Int, caps: Int, work: Int) -> Int {
        ((mode * (rules.maxWeekends + 1) + weekends) * capSize + caps) * (self.work + 1) + work
    }

    /// The mode after a day off; nil when the run is too short to stop. A run since day 0 began before it.
    func afterRest(_ mode: Int, day: Int) -> Int? {
        let run = runOf[mode]
        guard run == 0 || run >= rules.run.lowerBound || run == day else { return nil }
        return afterOff[mode]
    }

    /// Where working leads: the index with no work left to do; nil when a weekend or a cap forbids it.
    func after(_ step: Step, _ mode: Int, day: Int, weekends: Int, caps: Int) -> Int? {
        guard weekends >= weekendCost(mode, day: day) else { return nil }
        if let cap = classes[step.kind].cap, caps / capStride[cap] % (capMax[cap] + 1) == 0 { return nil }
        let left = left(step, mode, day: day, weekends: weekends, caps: caps)
        return index(mode: step.mode, weekends: left.weekends, caps: left.caps, work: 0)
    }

    func left(_ step: Step, _ mode: Int, day: Int, weekends: Int, caps: Int) -> (weekends: Int, caps: Int) {
        (weekends - weekendCost(mode, day: day), caps - (classes[step.kind].cap.map { capStride[$0] } ?? 0))
    }

    /// A weekend counts at its first day worked: Saturday, or Sunday after a free Saturday.
    private func weekendCost(_ mode: Int, day: Int) -> Int {
        day % 7 == 5 || (day % 7 == 6 && runOf[mode] == 0) ? 1 : 0
    }
}
