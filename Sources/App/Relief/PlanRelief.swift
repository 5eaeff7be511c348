package import Domain
import Foundation
import NIOPosix
import Solver
import Storage
import Web

/// What is asked of a relief plan.
package struct ReliefQuestion: Sendable {
    package let deployment: String
    /// Nil: as many as the norm says.
    package let shifts: Int?
    package let seconds: Double
    package let seed: Int

    package init(deployment: String, shifts: Int? = nil, seconds: Double, seed: Int = 1) {
        (self.deployment, self.shifts, self.seconds, self.seed) = (deployment, shifts, seconds, seed)
    }

    package static let shiftsMax = 42
    /// People are asked a day ahead at most: the engine looks after what it asks no longer than that.
    static let askMinutesMax = 24 * 60
}

/// A relief plan as it stands after it was made.
package struct ReliefOutcome: Sendable {
    package struct Shift: Sendable {
        package let function: String
        package let from: Instant
        package let to: Instant
        package let person: String
        package let name: String
    }

    package struct Gap: Sendable {
        package let function: String
        package let from: Instant
        package let to: Instant
        package let missing: Int
    }

    package let shifts: [Shift]
    package let uncovered: [Gap]
    package let cost: Int
    package let bound: Int?
}

/// Why no relief plan is made.
package enum ReliefRefusal: Error, Equatable {
    case unknownDeployment
    case ended
    /// Nobody said who is needed: there is no crew, no level, no template and no number by hand.
    case nobodyWanted
    /// Of a shift that has begun nobody can be asked in calm time.
    case begun
    /// The shift begins more than a day from now.
    case tooEarly
    case unknownPerson
    case unknownShift
}

extension Application {
    /// Makes the plan of the next shifts and keeps it; what is settled stays.
    ///
    /// - Throws: `ReliefRefusal`.
    package func planRelief(_ question: ReliefQuestion) async throws -> ReliefOutcome {
        guard let id = ID<Deployment>(question.deployment) else { throw ReliefRefusal.unknownDeployment }
        return try await planRelief(of: id, question, by: .command("relief plan"))
    }

    func planRelief(
        of id: ID<Deployment>, _ question: ReliefQuestion, by actor: Actor
    ) async throws -> ReliefOutcome {
        let now = now()
        let problem = try await storage.read { tx in
            guard try tx.deployment(id) != nil else { throw ReliefRefusal.unknownDeployment }
            guard try tx.deployment(id, for: actor).access.mayRecord else { throw WebFailure.forbidden }
            return try ReliefSituation(planned: id, tx, at: now).problem(shifts: question.shifts)
        }
        let plan = try await Self.solve(problem, question)
        return try await storage.change(by: actor, at: now, randomness: randomness()) { change in
            try change.keepRelief(plan, problem.model, of: id)
            let open = plan.gaps.reduce(0) { $0 + $1.missing }
            let left = open == 0 ? "elke plaats is gevuld" : "\(Dutch.count(open, "plaats", "plaatsen")) leeg"
            try change.tellLog(
                "Aflosplan gemaakt: \(Dutch.count(problem.model.grid.count, "dienst", "diensten")) vanaf \(Dutch.moment(problem.model.grid.start)), \(left).",
                of: id)
            return try ReliefOutcome(id, problem.model, plan, change.tx)
        }
    }

    /// On a thread of its own: it takes seconds, and the shared threads serve pages.
    private static func solve(
        _ problem: ReliefProblem, _ question: ReliefQuestion
    ) async throws -> ReliefPlan {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        let limit = ContinuousClock.now.advanced(by: .seconds(question.seconds))
        let threads = min(2, ProcessInfo.processInfo.activeProcessorCount)
        let plan: ReliefPlan? = try await pool.runIfActive {
            var search = RosterSearch(
                problem.roster, seed: UInt64(question.seed), threads: threads,
                stop: { ContinuousClock.now >= limit })
            return search.run().map(problem.plan)
        }
        try await pool.shutdownGracefully()
        return plan ?? ReliefPlan([], of: problem.model, cost: 0, bound: nil)
    }

    /// Until when each function of a deployment can be kept filled; nil when there is no such deployment.
    ///
    /// - Throws: `ReliefRefusal.ended`.
    package func stayingPower(ofDeployment text: String) async throws -> StayingPower? {
        let now = now()
        return try await storage.read { tx in
            guard let id = ID<Deployment>(text), let deployment = try tx.deployment(id) else { return nil }
            guard deployment.endedAt == nil else { throw ReliefRefusal.ended }
            return try ReliefSituation(deployment, tx, at: now).stayingPower
        }
    }
}

extension ReliefSituation {
    /// - Throws: `ReliefRefusal`.
    init(planned id: ID<Deployment>, _ tx: Transaction, at now: Instant) throws {
        guard let deployment = try tx.deployment(id) else { throw ReliefRefusal.unknownDeployment }
        guard deployment.endedAt == nil else { throw ReliefRefusal.ended }
        try self.init(deployment, tx, at: now)
        guard !wanted.isEmpty else { throw ReliefRefusal.nobodyWanted }
    }

    func problem(shifts count: Int?) -> ReliefProblem {
        let model = model(shifts: count ?? norms.shiftsAhead)
        let nights = (0..<model.grid.count).filter { WorkingTime.isNight(model.grid.interval(of: $0)) }
        return ReliefProblem(model, nights: Set(nights))
    }
}

extension Change {
    /// Puts a plan in the place of what was planned and nobody was told of.
    mutating func keepRelief(_ plan: ReliefPlan, _ model: ReliefModel, of id: ID<Deployment>) throws {
        let (deployment, access) = try tx.deployment(id, for: actor)
        guard access.mayRecord else { throw WebFailure.forbidden }
        guard deployment.endedAt == nil else { throw ReliefRefusal.ended }
        try keepRelief(plan, model, of: deployment)
    }

    /// The same for what answers bring about.
    mutating func keepRelief(
        _ plan: ReliefPlan, _ model: ReliefModel, of deployment: Deployment
    ) throws {
        let id = deployment.id
        let changesAt = try tx.reliefRhythm(of: id)?.changesAt ?? model.grid.start
        try tx.save(
            ReliefRhythm(
                changesAt: changesAt, shiftMinutes: model.grid.shiftMinutes,
                overlapMinutes: model.grid.overlapMinutes, madeAt: now, cost: plan.cost, bound: plan.bound),
            of: id)
        for post in model.posts {
            try tx.insertReliefPost(post.function, wanted: post.people, of: id)
        }
        try tx.deletePlannedShifts(of: id, from: model.grid.start)
        for place in plan.places {
            try tx.insert(
                ReliefShift(
                    id: newID(), deployment: id, function: model.posts[place.post].function,
                    person: model.members[place.member].person,
                    interval: model.grid.interval(of: place.shift), state: .planned, isPinned: false,
                    madeAt: now, askedAt: nil, answeredAt: nil))
        }
        try record(
            JournalEntry(
                "relief.planned", "deployment", id,
                after: [
                    "van": .text(model.grid.start.iso8601), "tot": .text(model.grid.end.iso8601),
                    "diensten": .number(plan.places.count),
                    "open": .number(plan.gaps.reduce(0) { $0 + $1.missing }), "kosten": .number(plan.cost),
                    "ondergrens": plan.bound.map { .number($0) } ?? .none,
                ]))
    }
}

extension ReliefOutcome {
    init(_ id: ID<Deployment>, _ model: ReliefModel, _ plan: ReliefPlan, _ tx: Transaction) throws {
        let names = Dictionary(
            try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        shifts = try tx.reliefShifts(of: id)
            .filter { $0.state.counts && $0.interval.start >= model.grid.start }
            .map { shift in
                Shift(
                    function: shift.function.text, from: shift.interval.start, to: shift.interval.end,
                    person: shift.person.description, name: names[shift.person] ?? "")
            }
        uncovered = plan.gaps.map { gap in
            Gap(
                function: model.posts[gap.post].function.text, from: model.grid.core(of: gap.shift).start,
                to: model.grid.core(of: gap.shift).end, missing: gap.missing)
        }
        (cost, bound) = (plan.cost, plan.bound)
    }
}
