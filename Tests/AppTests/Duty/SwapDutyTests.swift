import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct SwapDutyTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 14))
    private static let line = Code<DutyLine>("OGA-REGIO")

    /// The first of the line in the week, and somebody fit who is free.
    private func scene(_ region: TestRegion) async throws -> (duty: StoredDuty, other: ID<Functionary>) {
        let duty = try await region.read { tx in
            try tx.duties(during: Self.week.interval, line: Self.line).first { $0.duty.slot == .first }
        }
        let line = try await region.line(Self.line.text)
        let other = try #require(try await region.fitAndFree(line, Self.week).last)
        return (try #require(duty), other.id)
    }

    private func offer(
        _ duty: StoredDuty, part: Interval? = nil, to people: [ID<Functionary>], _ region: TestRegion
    ) async throws -> ID<Swap> {
        try await region.change(as: "bureau") { change in
            try change.offerDuty(duty.id, part: part, to: people, isForPool: people.isEmpty)
        }
    }

    private func take(
        _ swap: ID<Swap>, by person: ID<Functionary>, at now: Instant = TestRegion.now, _ region: TestRegion
    ) async throws {
        try await region.change(as: "bureau", at: now) { try $0.takeSwap(swap, by: person) }
    }

    private func refusal(_ body: () async throws -> Void) async throws -> SwapRefusal? {
        do {
            try await body()
            return nil
        } catch let refusal as SwapRefusal {
            return refusal
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an offered duty stays until somebody takes it, and is then theirs at once`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let (duty, other) = try await scene(region)
            let swap = try await offer(duty, to: [other], region)
            #expect(try await region.onDuty(Self.line.text, Self.week, .first) == duty.person)
            try await take(swap, by: other, region)
            #expect(try await region.onDuty(Self.line.text, Self.week, .first) == other)
            let again = try await refusal { try await take(swap, by: other, region) }
            #expect(again == .closed(.taken))
            let actions = try await region.records(of: "swap.taken").count
            #expect(actions == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `only who was asked may take it, and nobody after it was withdrawn or has expired`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let (duty, other) = try await scene(region)
            let line = try await region.line(Self.line.text)
            let third = try #require(try await region.fitAndFree(line, Self.week).first { $0.id != other }).id
            let first = try await offer(duty, to: [other], region)
            #expect(try await refusal { try await take(first, by: third, region) } == .notAsked)
            let twice = try await refusal { _ = try await offer(duty, to: [third], region) }
            #expect(twice == .alreadyOffered)
            try await region.change(as: "bureau") { try $0.withdrawSwap(first) }
            #expect(try await refusal { try await take(first, by: other, region) } == .closed(.withdrawn))
            let second = try await offer(duty, to: [], region)
            let late = try await refusal {
                try await take(second, by: third, at: Self.week.interval.end, region)
            }
            #expect(late == .closed(.expired))
            try await take(second, by: third, region)
            #expect(try await region.onDuty(Self.line.text, Self.week, .first) == third)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `of a part only that part moves`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let (duty, other) = try await scene(region)
            let day = Self.week.monday.adding(days: 3)
            let part = Interval(from: day, through: day)
            let swap = try await offer(duty, part: part, to: [other], region)
            try await take(swap, by: other, region)
            let duties = try await region.read { tx in
                try tx.duties(during: Self.week.interval, line: Self.line).filter { $0.duty.slot == .first }
            }
            #expect(duties.map(\.person) == [duty.person, other, duty.person])
            #expect(duties[1].duty.interval == part)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nobody takes what they would not count for`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let (duty, other) = try await scene(region)
            let swap = try await offer(duty, to: [other], region)
            try await region.change(as: "bureau") { change in
                _ = try change.recordAbsence(of: other, during: Self.week.interval)
            }
            let refused = try await refusal { try await take(swap, by: other, region) }
            #expect(refused == .unfit([.absent(until: Self.week.interval.end)]))
            #expect(try await region.onDuty(Self.line.text, Self.week, .first) == duty.person)
        }
    }

    /// Commands in any order, many of them refused.
    @Test(arguments: TestEngine.allCases)
    func `no order of commands books anybody twice, loses a pin or opens a gap by a swap`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            var random = Randomness(seed: 7)
            let line = try await region.line(Self.line.text)
            let people = try await region.read { tx in
                try tx.designations().filter { $0.function == line.function }.map(\.person)
            }
            for step in 0..<30 {
                let week = DutyPeriod(
                    weekOf: TestMoments.startDay.adding(days: 7 * Int.random(in: 1..<5, using: &random)))
                let person = try #require(people.randomElement(using: &random))
                let kind = Int.random(in: 0..<4, using: &random)
                let before = try await gaps(region)
                let isSwap = try await command(kind, week, person, region)
                if isSwap { #expect(try await gaps(region) <= before, "step \(step)") }
                let faults = try await region.read { tx in try Self.doubleBookings(tx) }
                #expect(faults == 0, "step \(step)")
            }
        }
    }

    /// - Returns: whether a swap was taken.
    private func command(
        _ kind: Int, _ week: DutyPeriod, _ person: ID<Functionary>, _ region: TestRegion
    ) async throws -> Bool {
        do {
            switch kind {
            case 0:
                try await region.change(as: "bureau") { change in
                    try change.assignDuty(Self.line, .backup, week, person: person, explanation: "")
                }
            case 1:
                _ = try await region.application.repairRoster(
                    absent: person.description, during: Interval(from: week.monday, through: week.monday))
            default:
                try await region.change(as: "bureau") { change in
                    let duty = try change.tx.duties(during: week.interval, line: Self.line).first
                    guard let duty else { throw SwapRefusal.notTheirDuty }
                    let swap = try change.offerDuty(duty.id, to: [], isForPool: true)
                    try change.takeSwap(swap, by: person)
                }
                return true
            }
        } catch is SwapRefusal {
            return false
        } catch is DutyRefusal {
            return false
        }
        return false
    }

    private func gaps(_ region: TestRegion) async throws -> Int {
        let horizon = Interval(TestRegion.now, TestRegion.now.adding(minutes: 6 * 7 * 1_440))
        return try await region.read { tx in
            try tx.coverageReport(during: horizon).gaps.reduce(0) { $0 + $1.interval.minutes }
        }
    }

    private static func doubleBookings(_ tx: Transaction) throws -> Int {
        let byPerson = Dictionary(grouping: try tx.duties(during: .always), by: \.person)
        return byPerson.values.reduce(0) { count, duties in
            count + zip(duties, duties.dropFirst()).count { $0.duty.interval.overlaps($1.duty.interval) }
        }
    }
}
