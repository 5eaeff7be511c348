import Domain
import TestSupport
import Testing

@testable import App

@Suite struct EnrolPersonTests {
    @Test(arguments: TestEngine.allCases)
    func `a full session keeps a queue, and whoever waits longest gets a place that falls free`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let session = try await region.plannedSession(capacity: 2)
            let people = try await region.freePeople(4)
            try await region.enrol(people, in: session)
            #expect(
                try await region.states(people, in: session) == [.placed, .placed, .waiting, .waiting])
            try await region.withdraw(people[0], from: session)
            #expect(
                try await region.states(people, in: session) == [.withdrawn, .placed, .placed, .waiting])
            #expect(try await region.records(of: "enrolment.movedUp").count == 1)
            try await region.enrol([people[0]], in: session, at: TestRegion.now.adding(minutes: 5))
            #expect(
                try await region.states(people, in: session) == [.waiting, .placed, .placed, .waiting])
            try await region.withdraw(people[1], from: session)
            #expect(
                try await region.states(people, in: session) == [.waiting, .withdrawn, .placed, .placed])
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `more places let everybody move up who fits`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession(capacity: 1)
            let people = try await region.freePeople(4)
            try await region.enrol(people, in: session)
            try await region.change(as: "bureau") { change in
                try change.changeSession(
                    ActivitySession(
                        id: session.id, activity: session.activity, interval: session.interval,
                        place: session.place,
                        leader: session.leader, capacity: 3, cost: session.cost, enrolThrough: nil))
            }
            #expect(
                try await region.states(people, in: session) == [.placed, .placed, .placed, .waiting])
        }
    }

    @Test func `nobody enrols another person without the right to`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession()
            let own = try await region.ownMunicipality()
            let neighbour = try #require(try await region.freePeople().first { $0.municipality != own })
            let colleague = try #require(try await region.freePeople().first { $0.municipality == own })
            for (name, person) in [("functionaris", neighbour), ("ambtenaar", neighbour)] {
                await #expect(throws: (any Error).self, "\(name)") {
                    try await region.change(as: name) { try $0.enrol(person.id, in: session.id) }
                }
            }
            try await region.change(as: "ambtenaar") { try $0.enrol(colleague.id, in: session.id) }
            #expect(try await region.states([neighbour, colleague], in: session) == [nil, .placed])
        }
    }
}
