package import Domain
import Foundation
import NIOPosix
import Solver
import Storage
import Web

/// What is asked of the solver.
package struct RosterQuestion: Sendable {
    package let lines: [Code<DutyLine>]
    package let firstDay: Day
    package let weeks: Int
    package let seconds: Double
    package let seed: Int
    /// Most steps of the search, for an answer that is the same every time; nil for as long as there is time.
    package let steps: Int?

    /// - Parameter lines: empty for all of them.
    package init(
        lines: [Code<DutyLine>], from day: Day, weeks: Int, seconds: Double, seed: Int, steps: Int? = nil
    ) {
        (self.lines, firstDay, self.weeks) = (lines, day, weeks)
        (self.seconds, self.seed, self.steps) = (seconds, seed, steps)
    }
}

/// A draft that was made, and what is to be said of it.
package struct RosterOutcome: Sendable {
    package let roster: String
    package let cost: Int
    package let bound: Int?
    package let assigned: Int
    package let unfilled: Int
    package let violations: [Violation]

    /// Where the working-time act speaks against the roster.
    package struct Violation: Sendable {
        package let code: String
        package let person: String
        package let from: String
        package let to: String
        package let text: String
        package let isNotice: Bool
    }
}

extension Application {
    /// Makes the best roster that can be found in the time given, as a draft.
    ///
    /// - Throws: `DutyRefusal`.
    package func generateRoster(_ question: RosterQuestion) async throws -> RosterOutcome {
        try await generateRoster(question, by: .command("roster generate"), tell: { _, _ in })
    }

    func generateRoster(
        _ question: RosterQuestion, by actor: Actor,
        tell: @escaping @Sendable (_ cost: Int?, _ bound: Int?) -> Void,
        stop: @escaping @Sendable () -> Bool = { false }
    ) async throws -> RosterOutcome {
        let model = try await storage.read { tx in
            let all = try tx.lines().map(\.code)
            guard question.lines.allSatisfy(all.contains) else { throw DutyRefusal.unknownLine }
            return try RosterModel(
                tx, lines: question.lines.isEmpty ? all : question.lines,
                periods: tx.dutyPeriods(weekOf: question.firstDay, count: question.weeks))
        }
        let plan = try await Self.solve(model, question, tell: tell, stop: stop)
        return try await storage.change(by: actor, at: now(), randomness: randomness()) { change in
            let id = try change.draftRoster(plan, seed: question.seed)
            let violations = try change.tx.violations(ofRoster: id)
            return RosterOutcome(
                roster: id.description, cost: plan.cost, bound: plan.bound, assigned: plan.choices.count,
                unfilled: plan.vacancies.reduce(0) { $0 + $1.count }, violations: violations)
        }
    }

    /// On a thread of its own: it takes seconds, and the shared threads serve pages.
    private static func solve(
        _ model: RosterModel, _ question: RosterQuestion,
        tell: @escaping @Sendable (_ cost: Int?, _ bound: Int?) -> Void,
        stop: @escaping @Sendable () -> Bool
    ) async throws -> RosterPlan {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        let limit = ContinuousClock.now.advanced(by: .seconds(question.seconds))
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let plan: RosterPlan? = try await pool.runIfActive {
            let problem = model.problem()
            var search = RosterSearch(
                problem, seed: UInt64(question.seed), threads: min(2, threads), steps: question.steps,
                stop: { ContinuousClock.now >= limit || stop() }, report: { tell($0.cost, $0.bound) })
            return search.run().map { RosterPlan(model, problem, $0) }
        }
        try await pool.shutdownGracefully()
        guard let plan else { throw DutyRefusal.noRoster }
        return plan
    }
}

extension Change {
    /// Keeps what the solver found as a draft, with why each person.
    mutating func draftRoster(_ plan: RosterPlan, seed: Int) throws -> ID<Roster> {
        try actor.require(.editRoster)
        let model = plan.model
        guard let first = model.periods.first, let last = model.periods.last else {
            throw DutyRefusal.noPeriods
        }
        let vacancies = plan.vacancies.reduce(0) { $0 + $1.count }
        let roster = Roster(
            id: newID(), state: .draft, interval: Interval(first.interval.start, last.interval.end),
            madeAt: now,
            vacancyCount: vacancies, publishedAt: nil)
        try tx.insert(roster)
        try tx.insert(RosterFigure(cost: plan.cost, bound: plan.bound, seed: seed), ofRoster: roster.id)
        let slots = try DutySlots(tx, model)
        for (choice, slot) in slots.placed(plan.choices) {
            let period = model.periods[choice.week]
            let duty = StoredDuty(
                id: newID(), roster: roster.id, person: model.members[choice.member].person,
                duty: Duty(line: model.lines[choice.line].code, slot: slot, interval: period.interval),
                state: .draft, maker: .solver, explanation: plan.explanation(choice))
            try tx.insert(duty)
            if let next = choice.next {
                try tx.insert(
                    RunnerUp(
                        duty: duty.id, person: model.members[next.member].person, more: next.more,
                        reason: plan.reason(next, for: choice)))
            }
        }
        try record(
            JournalEntry(
                "roster.drafted", "roster", roster.id,
                after: [
                    "van": .text(roster.interval.start.iso8601), "tot": .text(roster.interval.end.iso8601),
                    "lijnen": .text(model.lines.map(\.code.text).sorted().joined(separator: " ")),
                    "diensten": .number(plan.choices.count), "vacatures": .number(vacancies),
                    "kosten": .number(plan.cost), "ondergrens": plan.bound.map { .number($0) } ?? .none,
                ]))
        return roster.id
    }
}

/// Who of two stands first: the one who stood first longest ago. Pinned places are taken.
private struct DutySlots {
    private let model: RosterModel
    private var lastFirst: [ID<Functionary>: Instant] = [:]
    private var taken: [Int: Set<DutySlot>] = [:]

    init(_ tx: Transaction, _ model: RosterModel) throws {
        self.model = model
        guard let first = model.periods.first, let last = model.periods.last else { return }
        let start = first.interval.start
        for stored in try tx.duties(during: Interval(start.adding(minutes: -371 * 1_440), start))
        where stored.duty.slot == .first && stored.duty.interval.end <= start {
            lastFirst[stored.person] = max(lastFirst[stored.person] ?? .distantPast, stored.duty.interval.end)
        }
        let pins = try tx.pinnedDuties()
        for stored in try tx.duties(during: Interval(start, last.interval.end)) where pins.contains(stored.id)
        {
            guard let line = model.lines.firstIndex(where: { $0.code == stored.duty.line }),
                let week = model.periods.firstIndex(where: {
                    $0.interval.contains(stored.duty.interval.start)
                })
            else { continue }
            taken[model.task(line, week), default: []].insert(stored.duty.slot)
        }
    }

    func placed(_ choices: [RosterPlan.Choice]) -> [(RosterPlan.Choice, DutySlot)] {
        var lastFirst = lastFirst
        var placed: [(RosterPlan.Choice, DutySlot)] = []
        let byTask = Dictionary(grouping: choices) { model.task($0.line, $0.week) }
        for week in model.periods.indices {
            for line in model.lines.indices {
                let task = model.task(line, week)
                let free = DutySlot.allCases.filter { !(taken[task] ?? []).contains($0) }
                let order = (byTask[task] ?? []).sorted {
                    (lastFirst[model.members[$0.member].person] ?? .distantPast, $0.member)
                        < (lastFirst[model.members[$1.member].person] ?? .distantPast, $1.member)
                }
                for (choice, slot) in zip(order, free) {
                    placed.append((choice, slot))
                    if slot == .first {
                        lastFirst[model.members[choice.member].person] = model.periods[week].interval.end
                    }
                }
            }
        }
        return placed
    }
}

extension Transaction {
    /// What the working-time act says once this draft would be live.
    func violations(ofRoster id: ID<Roster>) throws -> [RosterOutcome.Violation] {
        guard let roster = try roster(id) else { return [] }
        let drafted = try duties(ofRoster: id)
        let lines = Set(drafted.map(\.duty.line))
        let limits = WorkingTimeLimits(try normSet(), at: roster.interval.start)
        let around = Interval(
            roster.interval.start.adding(minutes: -16 * 7 * 1_440),
            roster.interval.end.adding(minutes: 16 * 7 * 1_440))
        let pins = try pinnedDuties()
        let staying = try duties(during: around).filter {
            !lines.contains($0.duty.line) || pins.contains($0.id)
                || $0.duty.interval.start < roster.interval.start
                || $0.duty.interval.start >= roster.interval.end
        }
        let people = Dictionary(grouping: drafted, by: \.person)
        let others = Dictionary(grouping: staying, by: \.person)
        return people.keys.sorted { $0.description < $1.description }.flatMap { person in
            let standby = ((people[person] ?? []) + (others[person] ?? [])).map(\.duty.interval)
            return WorkingTime(limits, standby: standby).findings.map { finding in
                RosterOutcome.Violation(
                    code: finding.code, person: person.description, from: finding.interval.start.iso8601,
                    to: finding.interval.end.iso8601, text: finding.sentence, isNotice: finding.isNotice)
            }
        }
    }
}
