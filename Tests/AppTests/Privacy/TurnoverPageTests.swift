import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct TurnoverPageTests {
    private static let today = Amsterdam.day(at: TestRegion.now)

    private func page(_ region: TestRegion, _ name: String = "bureau") async throws -> TurnoverPage {
        let visit = try await region.visit(name, "/instroom")
        return try await region.read { tx in try TurnoverPage(visit, tx) }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever is new in a function has a list of what is not done, shorter with each step`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try #require(try await region.signedIn("functionaris").person)
            try await region.change(as: "bureau") { change in
                try change.saveDesignation(
                    Designation(
                        id: change.newID(), person: id, function: Code("MDWO"), scope: .local,
                        designatedBy: "College", document: "", validFrom: Self.today, validThrough: nil,
                        state: .inTraining))
            }
            func missing() async throws -> [OnboardingStep] {
                try await page(region).arriving
                    .first { $0.person.id == id && $0.function.code == Code("MDWO") }?.missing ?? []
            }
            #expect(try await missing() == [.designated, .decision, .confirmed, .competent, .verified])
            try await region.change(as: "functionaris") { try $0.confirmContact() }
            try await region.change(as: "bureau") { change in
                let designation = try #require(
                    try change.tx.designations(of: id).first { $0.function == Code("MDWO") })
                try change.saveDesignation(
                    Designation(
                        id: designation.id, person: id, function: designation.function, scope: .local,
                        designatedBy: "College", document: "Besluit 3", validFrom: Self.today,
                        validThrough: nil, state: .designated))
                try change.saveCertificate(
                    Certificate(
                        id: change.newID(), person: id, function: designation.function, issuer: "NIPV",
                        issued: Self.today, validThrough: nil, state: .held))
            }
            #expect(try await missing() == [.verified])
        }
    }

    @Test func `whoever leaves is listed with what still stands in their name, and of one municipality only`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let people = try await region.people()
            let mine = try #require(people.first { $0.municipality == own })
            let other = try #require(people.first { $0.municipality != own })
            for person in [mine, other] {
                try await region.change(as: "bureau") {
                    try $0.recordDeparture(of: person.id, lastDay: Self.today.adding(days: 14))
                }
            }
            #expect(try await page(region).leaving.count == 2)
            #expect(try await page(region, "ambtenaar").leaving.map(\.person.id) == [mine.id])
            let body = try await region.client("ambtenaar").get("/instroom").body
            #expect(body.contains(mine.name.listed))
            #expect(!body.contains("\(other.id)"))
            #expect(try await region.client("functionaris").get("/instroom").status == 403)
        }
    }
}
