@testable import Simulation

/// The continuity model read straight from docs/continuity-model.md, rule by rule and person by person, with
/// presence kept as stretches of minutes. Shares only the instance with the product.
struct NaiveContinuity {
    /// A rule that may be left out, so that a test shows that it is missed.
    enum Mechanism: CaseIterable {
        case noShow, rest, stretching, dropout, weekCap, availability, travel, blockedDay, callingOrder
        case fewestFunctions, scope, norm
    }

    /// Answers kind, person and tick with 32 random bits.
    typealias Chance = (_ kind: UInt64, _ person: Int, _ tick: Int) -> UInt32

    let instance: ContinuityInstance
    var leftOut: Set<Mechanism> = []

    private struct Person {
        var ready = 0
        var hours = 0
        var week: [Int: Int] = [:]
        var isBusy = false
        var isOut = false
        var blockedDay = -1
    }

    private struct Position {
        var holder: Int?
        var end = 0
        var stretched = 0
        /// Minutes in which somebody is present, closed when they leave.
        var present: [Range<Int>] = []
        var presentFrom = 0
    }

    static func chance(seed: UInt64, replication: Int) -> Chance {
        func mix(_ value: UInt64) -> UInt64 {
            var z = value
            z ^= z >> 30
            z = z &* 0xBF58_476D_1CE4_E5B9
            z ^= z >> 27
            z = z &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        let base = mix(seed &+ 0x9E37_79B9_7F4A_7C15 &* (UInt64(replication) + 1))
        return { kind, person, tick in
            let counter = (kind << 48) | (UInt64(person) << 24) | UInt64(tick)
            return UInt32(mix(base ^ (counter &* 0xD134_2543_DE82_EF95)) >> 32)
        }
    }

    private struct State {
        var persons: [Person]
        var positions: [Position]
        var outcome: ReplicationOutcome
    }

    func run(_ chance: Chance) -> ReplicationOutcome {
        var state = State(
            persons: instance.persons.map { _ in Person() },
            positions: instance.positions.map { _ in Position() },
            outcome: ReplicationOutcome(horizonMinutes: 60 * instance.hours))
        for h in 0..<instance.hours {
            for j in instance.positions.indices {
                if state.positions[j].holder != nil && state.positions[j].end > h { continue }
                var relief = choose(j, h, state.persons, chance)
                if let p = relief, !leftOut.contains(.noShow), chance(2, p, h) < instance.noShow {
                    if !leftOut.contains(.blockedDay) { state.persons[p].blockedDay = h / 24 }
                    state.outcome.counts.noShows += 1
                    relief = nil
                }
                if let p = relief {
                    place(p, j, h, &state, chance)
                } else if let old = state.positions[j].holder {
                    stretchOrLeave(old, j, h, &state, chance)
                }
            }
        }
        for j in instance.positions.indices {
            if state.positions[j].holder != nil { close(j, instance.hours, &state) }
            countGaps(j, state.positions[j].present, &state.outcome)
        }
        return state.outcome
    }

    private func place(_ p: Int, _ j: Int, _ h: Int, _ state: inout State, _ chance: Chance) {
        var travel = 0
        if let old = state.positions[j].holder {
            release(old, j, h, &state, chance)
        } else if !leftOut.contains(.travel) {
            let spread = UInt64(instance.persons[p].travelSpreadMinutes)
            travel = instance.persons[p].travelBaseMinutes + Int((UInt64(chance(3, p, h)) * spread) >> 32)
        }
        state.positions[j].holder = p
        state.positions[j].presentFrom = 60 * h + travel
        state.positions[j].end = h + instance.shiftHours
        state.positions[j].stretched = 0
        state.persons[p].isBusy = true
        state.persons[p].hours += instance.shiftHours
        state.persons[p].week[h / 168, default: 0] += instance.shiftHours
        state.outcome.counts.assigned += 1
    }

    private func stretchOrLeave(
        _ old: Int, _ j: Int, _ h: Int, _ state: inout State, _ chance: Chance
    ) {
        let most = leftOut.contains(.stretching) ? 0 : instance.extensionHoursMax
        guard state.positions[j].stretched < most else {
            release(old, j, h, &state, chance)
            state.positions[j].holder = nil
            return
        }
        state.positions[j].stretched += 1
        state.positions[j].end = h + 1
        state.persons[old].hours += 1
        state.persons[old].week[h / 168, default: 0] += 1
        state.outcome.counts.extensionHours += 1
    }

    private func release(_ q: Int, _ j: Int, _ h: Int, _ state: inout State, _ chance: Chance) {
        close(j, h, &state)
        state.persons[q].isBusy = false
        state.persons[q].ready = leftOut.contains(.rest) ? h : h + instance.restHours
        if !leftOut.contains(.dropout), chance(4, q, h) < instance.dropout {
            state.persons[q].isOut = true
            state.outcome.counts.dropouts += 1
        }
    }

    private func close(_ j: Int, _ h: Int, _ state: inout State) {
        let from = state.positions[j].presentFrom
        if from < 60 * h { state.positions[j].present.append(from..<(60 * h)) }
    }

    private func choose(_ j: Int, _ h: Int, _ persons: [Person], _ chance: Chance) -> Int? {
        var best: Int?
        var bestKey = Int.max
        for p in persons.indices where isCompetent(p, j) {
            let state = persons[p]
            guard !state.isBusy, !state.isOut, state.ready <= h, state.blockedDay != h / 24 else { continue }
            let week = leftOut.contains(.weekCap) ? 0 : state.week[h / 168] ?? 0
            guard week + instance.shiftHours <= instance.weekHoursMax else { continue }
            guard leftOut.contains(.availability) || chance(1, p, h / 24) < instance.persons[p].available
            else { continue }
            let functions =
                leftOut.contains(.fewestFunctions) ? 0 : instance.persons[p].functions.nonzeroBitCount
            let hours = leftOut.contains(.callingOrder) ? 0 : state.hours
            let key = hours * 4096 + functions * 512 + p
            if key < bestKey {
                bestKey = key
                best = p
            }
        }
        return best
    }

    private func isCompetent(_ p: Int, _ j: Int) -> Bool {
        let person = instance.persons[p]
        let position = instance.positions[j]
        guard (person.functions >> UInt64(position.function)) & 1 == 1 else { return false }
        if leftOut.contains(.scope) { return true }
        let affected = Set(instance.positions.compactMap(\.municipality))
        switch (instance.scope, position.municipality) {
        case (.regional, _): return true
        case (.cluster, nil): return affected.contains { $0 / 3 == person.municipality / 3 }
        case (.cluster, let m?): return person.municipality / 3 == m / 3
        case (.local, nil): return affected.contains(person.municipality)
        case (.local, let m?): return person.municipality == m
        }
    }

    private func countGaps(_ j: Int, _ present: [Range<Int>], _ outcome: inout ReplicationOutcome) {
        let norm = leftOut.contains(.norm) ? 0 : instance.positions[j].normMinute
        var isPresent = [Bool](repeating: false, count: 60 * instance.hours)
        for stretch in present {
            for minute in stretch where minute < isPresent.count { isPresent[minute] = true }
        }
        for minute in isPresent.indices.dropFirst(norm) where !isPresent[minute] {
            outcome.counts.gapMinutes += 1
            if minute < outcome.firstGap {
                outcome.firstGap = minute
                outcome.firstGapPost = j
            } else if minute == outcome.firstGap, let first = outcome.firstGapPost, j < first {
                outcome.firstGapPost = j
            }
        }
    }
}
