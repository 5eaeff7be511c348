import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct CountDeploymentTests {
    private static func deployed(
        _ region: TestRegion, exercise: Bool = false
    ) async throws -> (id: ID<Deployment>, people: [ID<Functionary>]) {
        let id = try await region.deployment(exercise: exercise)
        let people = try await region.read { tx in try tx.functionaries().prefix(2).map(\.id) }
        for (index, person) in people.enumerated() {
            let member = DeploymentMember(person: person.description, function: Code("CO"))
            try await region.record(EntryDraft(.member(member), "Ingezet", key: "mens-\(index)"), in: id)
        }
        return (id, people)
    }

    private static func activities(
        _ region: TestRegion, _ id: ID<Deployment>
    ) async throws -> [PerformedActivity] {
        try await region.read { tx in
            try tx.performedActivities(from: .init(.deployment, key: id.description))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an approved evaluation counts for whoever worked in it, and approving again replaces it`(
        engine: TestEngine
    ) async throws {
        let (asked, first, second, log) = try await TestRegion.with(engine) { region in
            let (id, people) = try await Self.deployed(region)
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/meetellen"
            let asked = try await client.get(path).body
            _ = try await client.post(
                path,
                body: "sleutel=1&evaluatie=Het+liep&"
                    + people.map { "telt-\($0)=ja&minuten-\($0)=90" }
                    .joined(separator: "&"))
            let first = try await Self.activities(region, id)
            _ = try await client.get(path)
            _ = try await client.post(
                path, body: "sleutel=2&evaluatie=Toch+anders&telt-\(people[0])=ja&minuten-\(people[0])=60")
            let second = try await Self.activities(region, id)
            let log = try await client.get("/inzetten/\(id)").body
            return (asked, first, second, log)
        }
        #expect(asked.contains("Telt deze inzet mee"))
        #expect(first.map(\.minutes) == [90, 90])
        #expect(first.allSatisfy { $0.kind == .deployment && $0.function == Code("CO") })
        #expect(second.map(\.minutes) == [60])
        #expect(log.contains("Evaluatie goedgekeurd: Toch anders Telt mee voor 1 persoon."))
    }

    @Test func `an exercise counts as an exercise`() async throws {
        let kinds = try await TestRegion.with(.sqlite) { region in
            let (id, people) = try await Self.deployed(region, exercise: true)
            try await region.change(as: "bureau") { change in
                try change.countDeployment(
                    id, DeploymentCount(evaluation: "Goed", people: [people[0]: 120], key: "k"))
            }
            return try await Self.activities(region, id).map(\.kind)
        }
        #expect(kinds == [.exercise])
    }

    @Test func `without an evaluation, with a wrong time or by somebody else nothing counts`() async throws {
        let (empty, wrong, forbidden, count) = try await TestRegion.with(.sqlite) { region in
            let (id, people) = try await Self.deployed(region)
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/meetellen"
            _ = try await client.get(path)
            let ticked = "telt-\(people[0])=ja&minuten-\(people[0])="
            let empty = try await client.post(path, body: "sleutel=1&evaluatie=&\(ticked)60")
            let wrong = try await client.post(path, body: "sleutel=2&evaluatie=Goed&\(ticked)nul")
            let control = try await region.client("meldkamer")
            let forbidden = try await control.post(path, body: "sleutel=3&evaluatie=Goed&\(ticked)60")
            return (empty, wrong, forbidden, try await Self.activities(region, id).count)
        }
        #expect(empty.status == 422 && empty.body.contains("Schrijf in één of twee zinnen"))
        #expect(wrong.status == 422 && wrong.body.contains("hoeveel minuten"))
        #expect(forbidden.status == 403)
        #expect(count == 0)
    }
}
