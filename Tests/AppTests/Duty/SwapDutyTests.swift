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
}
