/// The gap, window and run rules of a duty as a small state machine over periods: "off" and "on" lead from state
/// to state.
///
/// A state is what the past still matters for, made as small as it can be: two histories with the same
/// future are one.
struct DutyPattern: Sendable {
    /// State after a period off, and after a period on duty; −1 where duty is not allowed.
    let off: [Int32]
    let on: [Int32]
    /// What being on duty now costs because the last duty was close.
    let nearCost: [Double]

    var count: Int { off.count }
    static let start = 0

    init(_ rules: DutyRules, periods: Int) {
        // A run that has lasted too long is over only when the gap after it has passed.
        let run = rules.run.map { $0.span + $0.gap - 1 } ?? 0
        let window = rules.windows.filter { $0.length < periods }.map { $0.length - 1 }.max() ?? 0
        let kept = Self.bits(max(rules.idealGap - 1, rules.minGap - 1, window, run))
        let counted = Self.bits(max(rules.minGap - 1, window, run))
        var index: [UInt64: Int] = [0: 0]
        var masks: [UInt64] = [0]
        var off: [Int] = []
        var on: [Int] = []
        var near: [Int] = []
        var next = 0
        func state(_ past: UInt64) -> Int {
            // Of duties before every window only the last still matters: it may be close.
            let mask = (past & counted) | (past & (~past &+ 1))
            if let known = index[mask] { return known }
            index[mask] = masks.count
            masks.append(mask)
            return masks.count - 1
        }
        while next < masks.count {
            let mask = masks[next]
            next += 1
            off.append(state((mask << 1) & kept))
            let distance = mask == 0 ? Int.max : mask.trailingZeroBitCount + 1
            let fits =
                distance >= rules.minGap
                && rules.windows.allSatisfy { window in
                    guard window.length < periods else { return true }
                    let recent = mask & ((1 << UInt64(window.length - 1)) - 1)
                    return recent.nonzeroBitCount < window.max
                }
                && rules.run.map { Self.fits($0, mask) } ?? true
            on.append(fits ? state(((mask << 1) | 1) & kept) : -1)
            near.append(distance < rules.idealGap ? rules.gapCost * (rules.idealGap - distance) : 0)
        }
        let (group, groups) = Self.merge(off: off, on: on, near: near)
        var first = [Int](repeating: -1, count: groups)
        for state in group.indices.reversed() { first[group[state]] = state }
        self.off = first.map { Int32(group[off[$0]]) }
        self.on = first.map { on[$0] < 0 ? -1 : Int32(group[on[$0]]) }
        self.nearCost = first.map { Double(near[$0]) }
    }

    /// The state after duties before the first period, as far as they keep the rules among themselves.
    ///
    /// - Parameter before: negative periods, ascending.
    func state(after before: [Int]) -> Int {
        guard let first = before.first else { return Self.start }
        var state = Self.start
        for period in first..<0 {
            // What broke a rule is past: the rules look at what came after it only.
            state =
                before.contains(period)
                ? Int(on[state] >= 0 ? on[state] : on[Self.start]) : Int(off[state])
        }
        return state
    }

    /// Whether a duty now keeps to the run that the past ends with.
    private static func fits(_ run: DutyRules.Run, _ mask: UInt64) -> Bool {
        var first = 0
        var rest = mask
        while rest != 0 {
            let distance = rest.trailingZeroBitCount + 1
            guard distance - first < run.gap else { break }
            first = distance
            rest &= rest - 1
        }
        return first <= run.span
    }

    /// So many recent periods.
    private static func bits(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 << UInt64(count)) - 1 }

    /// Moore's partition refinement: states stay together while nothing tells them apart. The start is
    /// group 0.
    private static func merge(off: [Int], on: [Int], near: [Int]) -> (group: [Int], groups: Int) {
        struct Key: Hashable {
            var own: Int
            var off: Int
            var on: Int
            var near: Int
        }
        var group = [Int](repeating: 0, count: off.count)
        var groups = 1
        while true {
            var number: [Key: Int] = [:]
            var refined = group
            for state in off.indices {
                let key = Key(
                    own: group[state], off: group[off[state]], on: on[state] < 0 ? -1 : group[on[state]],
                    near: on[state] < 0 ? -1 : near[state])
                let fresh = number.count
                refined[state] = number[key, default: fresh]
                if refined[state] == fresh { number[key] = fresh }
            }
            if number.count == groups { return (refined, groups) }
            (group, groups) = (refined, number.count)
        }
    }
}
