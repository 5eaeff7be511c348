import Domain
import Storage
import TestSupport

@testable import App

/// One seed: commands in any order on the roster, many of them refused. After each the invariants are checked.
struct RosterRun {
    private static let commands = 7
    private static let minutesOfDay = 1_440
    /// Nobody's risk: the planner asks, and only a secretary bears it.
    private static let planner: SignedIn = {
        var random = Randomness(seed: 9)
        return SignedIn(
            account: random.id(at: TestMoments.start), displayName: "Bureau", person: nil,
            grants: [RoleGrant(role: .regionalOffice, municipality: nil)], csrf: "", mustChangePassword: false
        )
    }()

    private let world: RosterWorld
    private let tx: Transaction
    private let seed: UInt64
    private var random: Randomness
    private var now: Instant
    /// Until when the last proof of a night looked.
    private var provenUntil: Instant
    /// How often each command was carried out, so that a test can tell that none is always refused.
    private(set) var done: [Command: Int] = [:]

    enum Command: String, CaseIterable, Sendable {
        case absence, presence, certificate, designation, employment, assignment, swap, repair, publication,
            norm
        case risk, answer, pin, time
    }

    private struct Finished: Error {
        let done: [Command: Int]
    }

    /// - Returns: how often each command was carried out.
    static func run(seed: UInt64, in world: RosterWorld) async throws -> [Command: Int] {
        do {
            try await world.storage.write { tx in
                var run = RosterRun(seed, world, tx)
                let begin = try RosterStand(tx, at: run.now)
                try run.check(begin, RosterSight(tx, at: run.now), nil)
                for _ in 0..<Self.commands { try run.act() }
                throw Finished(done: run.done)
            }
            return [:]
        } catch let finished as Finished {
            return finished.done
        }
    }

    private init(_ seed: UInt64, _ world: RosterWorld, _ tx: Transaction) {
        (self.seed, self.world, self.tx) = (seed, world, tx)
        random = Randomness(seed: seed)
        now = world.start
        provenUntil = Interval(weeks: RosterWorld.horizonWeeks, from: Amsterdam.day(at: world.start)).end
    }

    private mutating func act() throws {
        let command = Command.allCases[random.below(Command.allCases.count)]
        now = now.adding(minutes: 1)
        let before = try RosterStand(tx, at: now)
        // As each request would be: all of it or nothing.
        try tx.executeScript("SAVEPOINT command")
        do {
            try carryOut(command)
            done[command, default: 0] += 1
        } catch let error where Self.isRefusal(error) {
            try tx.executeScript("ROLLBACK TO SAVEPOINT command")
        }
        try tx.executeScript("RELEASE SAVEPOINT command")
        try check(before, try RosterSight(tx, at: now), command)
    }

    private static func isRefusal(_ error: any Error) -> Bool {
        error is DutyRefusal || error is SwapRefusal || error is RiskRefusal || error is PersonRefusal
            || error is NormRefusal || error is Nothing
    }

    /// There is nothing of the kind.
    private struct Nothing: Error {}

    private mutating func change(_ body: (inout Change, inout Randomness) throws -> Void) throws {
        let source = Randomness(seed: random.next())
        var own = random
        try tx.change(by: .command("test"), at: now, randomness: source) { change in try body(&change, &own) }
        random = own
    }

    // MARK: Commands

    private mutating func carryOut(_ command: Command) throws {
        let (world, now) = (world, now)
        switch command {
        case .absence, .presence, .certificate, .designation, .employment: try record(command)
        case .assignment:
            try change { change, random in
                try change.assignDuty(
                    Self.pick(RosterWorld.lines, &random), Self.pick(DutySlot.allCases, &random),
                    Self.week(world, &random),
                    person: random.below(4) == 0 ? nil : Self.pick(world.people, &random),
                    explanation: random.below(2) == 0 ? "" : "Afgesproken.")
            }
        case .swap:
            try change { change, random in
                let ahead = Interval(now, .distantFuture)
                let duty = try Self.one(change.tx.duties(during: ahead), &random)
                let part = random.below(2) == 0 ? nil : Self.stretch(in: duty.duty.interval, &random)
                let swap = try change.offerDuty(duty.id, part: part, to: [], isForPool: true)
                let time = part ?? duty.duty.interval
                let search = try ReplacementSearch(change.tx, during: time)
                let best =
                    search.line(duty.duty.line).map { search.ranked($0, time, without: [duty.id]) } ?? []
                let fit = best.first { $0.person != duty.person }?.person
                let anybody = Self.pick(world.people, &random)
                try change.takeSwap(swap, by: random.below(3) == 0 ? anybody : fit ?? anybody)
            }
        case .repair:
            try change { change, random in
                let (person, time) = (Self.pick(world.people, &random), Self.stretch(world, &random))
                try change.noticingGaps(of: person, during: time, cause: "absence.recorded") { change in
                    try change.recordAbsence(of: person, during: time)
                    _ = try change.repairRoster(absent: person, during: time)
                }
            }
        case .publication:
            try change { change, random in
                let first = DutyPeriod(at: now).next
                let lines = random.below(2) == 0 ? RosterWorld.lines : [Self.pick(RosterWorld.lines, &random)]
                let periods = Array(sequence(first: first) { $0.next }.prefix(1 + random.below(4)))
                try change.publishRoster(try change.makeRotation(lines: lines, periods: periods).roster)
            }
        case .norm:
            try change { change, random in
                let set = try change.tx.normSet()
                try change.saveNorm(
                    NormProposal(
                        code: .staffing, subject: .function(Self.pick(RosterWorld.functions, &random)),
                        value: 1 + random.below(2), status: .regionalDecision, source: "Besluit",
                        confirmedBy: "Bestuur",
                        validFrom: Amsterdam.day(at: now).adding(days: random.below(20)), validTo: nil),
                    after: set.norms.last?.sequence ?? 0)
            }
        case .risk, .answer: try weigh(command)
        case .pin:
            try change { change, random in
                let duty = try Self.one(change.tx.duties(during: Interval(now, .distantFuture)), &random)
                try change.setPin(random.below(2) == 0, ofDuty: duty.id)
            }
        case .time: try passTime()
        }
    }

    private mutating func record(_ command: Command) throws {
        let world = world
        let today = Amsterdam.day(at: now)
        try change { change, random in
            let number = random.below(world.people.count)
            let person = world.people[number]
            let function = Self.pick(RosterWorld.functions, &random)
            let last = today.adding(days: random.below(40))
            switch command {
            case .absence: try change.recordAbsence(of: person, during: Self.stretch(world, &random))
            case .presence:
                let absence = try Self.one(change.tx.absences(of: person, during: .always), &random)
                try change.withdrawAbsence(absence.id, of: person)
            case .certificate:
                let held = try Self.one(
                    change.tx.certificates(of: person).filter { $0.function == function }, &random)
                try change.saveCertificate(
                    Certificate(
                        id: held.id, person: person, function: function, issuer: "NIPV", issued: nil,
                        validThrough: random.below(2) == 0 ? nil : last,
                        state: random.below(3) == 0 ? .withdrawn : .held))
            case .designation:
                let found = try Self.one(
                    change.tx.designations(of: person).filter { $0.function == function }, &random)
                try change.saveDesignation(
                    Designation(
                        id: found.id, person: person, function: function, scope: .region,
                        designatedBy: "College", document: "", validFrom: nil,
                        validThrough: random.below(2) == 0 ? nil : last, state: .designated))
            default:
                try change.changeRosterPerson(
                    person, number, through: random.below(2) == 0 ? nil : last,
                    isReachable: random.below(3) > 0)
            }
        }
    }

    /// A risk is asked for, or answered by a secretary; the planner may not answer for them.
    private mutating func weigh(_ command: Command) throws {
        let (now, planner) = (now, Self.planner)
        try change { change, random in
            guard command == .answer else {
                let notice = try Self.one(change.tx.openGapNotices(at: now), &random)
                let last = Amsterdam.day(at: now).adding(days: random.below(60))
                try change.askRisk(
                    notice.id, reason: "Vakantie", through: random.below(2) == 0 ? nil : last)
                return
            }
            let risk = try Self.one(change.tx.risks(from: now), &random)
            for municipality in risk.answers.keys.sorted() {
                let accepts = random.below(30) > 0
                try change.answerRisk(risk.id, for: municipality, accepts: accepts)
                if !accepts { break }
            }
        }
        guard let risk = try tx.risks(from: now).first, let municipality = risk.answers.keys.min() else {
            return
        }
        var isBorne = true
        do {
            try tx.change(by: .account(planner), at: now, randomness: Randomness(seed: seed)) { change in
                try change.answerRisk(risk.id, for: municipality, accepts: true)
            }
        } catch {
            // However it is said: the planner may not.
            isBorne = false
        }
        if isBorne { throw fail("the planner bore a risk for a municipality", command) }
    }

    /// Minutes to days; every night that passes has its proof.
    private mutating func passTime() throws {
        let end = now.adding(minutes: 1 + random.below(4 * Self.minutesOfDay))
        var day = Amsterdam.day(at: now)
        while true {
            let night = NightlyWork.dueAt(day)
            if night > end { break }
            if night > now {
                now = night
                let iso = day.iso
                try change { change, _ in try change.recordNightlyProof(for: iso) }
                provenUntil = Interval(weeks: RosterWorld.horizonWeeks, from: day).end
            }
            day = day.adding(days: 1)
        }
        now = end
    }

    // MARK: Invariants

    private func check(_ before: RosterStand, _ after: RosterSight, _ command: Command?) throws {
        if let uncovered = after.unnoticed(until: provenUntil) {
            throw fail("uncovered without a notice: \(uncovered)", command)
        }
        if let covered = after.noticedInVain(until: provenUntil) {
            throw fail("a notice of what is covered: \(covered)", command)
        }
        if let twice = after.twice { throw fail("two places or two people at once: \(twice)", command) }
        // Time itself moves what is past.
        if command != .time, before.past != after.stand.past {
            throw fail("the past changed", command)
        }
        switch command {
        case .assignment, .swap, .repair, .pin, .time: break
        default:
            if !before.pinned.isSubset(of: after.stand.pinned) { throw fail("a pin was lost", command) }
        }
    }

    private func fail(_ sentence: String, _ command: Command?) -> FaultFinding {
        FaultFinding(seed: seed, sentence: "\(command?.rawValue ?? "begin"): \(sentence)")
    }

    private static func pick<Element>(_ values: [Element], _ random: inout Randomness) -> Element {
        values[random.below(values.count)]
    }

    private static func one<Element>(_ values: [Element], _ random: inout Randomness) throws -> Element {
        guard !values.isEmpty else { throw Nothing() }
        return pick(values, &random)
    }

    private static func week(_ world: RosterWorld, _ random: inout Randomness) -> DutyPeriod {
        let first = DutyPeriod(at: world.start).monday
        return DutyPeriod(weekOf: first.adding(days: 7 * random.below(RosterWorld.weeks + 2)))
    }

    /// Half an hour to ten days, somewhere in the roster.
    private static func stretch(_ world: RosterWorld, _ random: inout Randomness) -> Interval {
        let start = world.start.adding(minutes: 30 * random.below(RosterWorld.weeks * 336))
        return Interval(start, start.adding(minutes: 30 * (1 + random.below(480))))
    }

    private static func stretch(in whole: Interval, _ random: inout Randomness) -> Interval {
        let start = whole.start.adding(minutes: random.below(max(1, whole.minutes)))
        return Interval(start, start.adding(minutes: 1 + random.below(4 * Self.minutesOfDay))).clamped(
            to: whole)
    }
}
