import Foundation
import Solver

/// A duty roster in the neutral format "piket-1".
struct PiketInstance: Decodable {
    struct Municipality: Decodable {
        var id: String
        var area: String
        var low: Int
        var high: Int
    }

    struct Slot: Decodable {
        var id: Int
        var period: Int
        var function: String
        var area: String?
        var seats: Int
        var heavy: Bool
    }

    struct Competence: Decodable {
        var function: String
        var frm: Int
        var until: Int
    }

    struct Person: Decodable {
        var id: String
        var municipality: String
        var competences: [Competence]
        var unavailable: Set<Int>
        var avoid: Set<Int>
        var prefer: Set<Int>
        var heavyBefore: Int
        var countCost: [Int]
        var maxCount: Int

        func mayFill(_ slot: Slot) -> Bool {
            !unavailable.contains(slot.period)
                && competences.contains {
                    $0.function == slot.function && ($0.frm..<$0.until).contains(slot.period)
                }
        }
    }

    struct Rules: Decodable {
        struct Window: Decodable {
            var length: Int
            var max: Int
        }

        var minGap: Int
        var idealGap: Int
        var windows: [Window]
    }

    struct Weights: Decodable {
        var unfilled, neutral, avoid, otherArea, gap, heavyTwice, heavyAgain: Int
        var sameMunicipality, sameMunicipalityFree, municipality: Int
    }

    struct Fixed: Decodable {
        var slot: Int
        var person: String
    }

    var periods: Int
    var municipalities: [Municipality]
    var slots: [Slot]
    var people: [Person]
    var rules: Rules
    var weights: Weights
    var fixed: [Fixed]

    /// Rows: the seats of each slot, the total of each municipality, what a municipality holds in each
    /// period.
    func problem() -> RosterProblem {
        var rows: [RosterProblem.Row] = slots.map {
            .init(low: $0.seats, high: $0.seats, under: weights.unfilled, over: nil)
        }
        for settled in fixed {
            rows[settled.slot].low -= 1
            rows[settled.slot].high -= 1
        }
        var total: [String: Int] = [:]
        var crowd: [String: Int] = [:]
        for municipality in municipalities {
            total[municipality.id] = rows.count
            rows.append(
                .init(
                    low: municipality.low, high: municipality.high, under: weights.municipality,
                    over: weights.municipality))
            crowd[municipality.id] = rows.count
            rows += Array(
                repeating: .init(
                    low: 0, high: weights.sameMunicipalityFree, under: 0, over: weights.sameMunicipality),
                count: periods)
        }
        let area = Dictionary(uniqueKeysWithValues: municipalities.map { ($0.id, $0.area) })
        let heavy = Set(slots.filter(\.heavy).map(\.period))
        let people = people.map { person -> RosterProblem.Person in
            let settled = Set(fixed.filter { $0.person == person.id }.map(\.slot))
            let bound = Set(settled.map { slots[$0].period })
            let choices = slots.compactMap { slot -> RosterProblem.Choice? in
                let own = settled.contains(slot.id)
                guard own || (!bound.contains(slot.period) && rows[slot.id].high > 0 && person.mayFill(slot))
                else {
                    return nil
                }
                var cost =
                    person.prefer.contains(slot.period)
                    ? 0 : person.avoid.contains(slot.period) ? weights.avoid : weights.neutral
                if let wanted = slot.area, wanted != area[person.municipality] { cost += weights.otherArea }
                let crowded = crowd[person.municipality].map { [$0 + slot.period] } ?? []
                return .init(
                    period: slot.period, task: slot.id, cost: cost, rows: (own ? [] : [slot.id]) + crowded)
            }
            let rules = DutyRules(
                minGap: rules.minGap, idealGap: rules.idealGap, gapCost: weights.gap,
                windows: rules.windows.map { .init(length: $0.length, max: $0.max) },
                countCost: Array(person.countCost.prefix(person.maxCount + 1)), heavy: heavy,
                firstHeavyCost: person.heavyBefore == 1 ? weights.heavyAgain : 0,
                nextHeavyCost: weights.heavyTwice)
            return .init(
                choices: choices, bound: bound, rules: .duty(rules), totalRow: total[person.municipality])
        }
        return RosterProblem(periods: periods, rows: rows, people: people)
    }

    /// What `check-piket.py` reads.
    func roster(_ answer: RosterAnswer, _ problem: RosterProblem) throws -> Data {
        let pairs = zip(people, zip(problem.people, answer.choices)).flatMap { person, found in
            found.1.map { "[\(found.0.choices[$0].task), \"\(person.id)\"]" }
        }
        return Data("{\"assign\": [\(pairs.joined(separator: ", "))]}\n".utf8)
    }
}
