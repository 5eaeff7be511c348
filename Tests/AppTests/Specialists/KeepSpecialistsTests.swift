import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// People who may be called for what they know, by their own consent (spec P7).
@Suite struct KeepSpecialistsTests {
    private static let path = "/mensen/specialisten"
    private static let field = Code<SpecialistField>("recht")

    /// The person of the sample's official, without what the sample says of them.
    private func person(_ region: TestRegion) async throws -> ID<Functionary> {
        let id = try #require(try await region.signedIn("ambtenaar").person)
        try await region.change(as: "bureau") { change in
            for specialist in try change.tx.specialists(of: id) { try change.removeSpecialist(specialist.id) }
        }
        return id
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody is asked by mail, is called only after a yes, and takes it back`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let id = try await person(region)
            let office = try await region.client("bureau")
            _ = try await office.get(Self.path)
            let fields: KeyValuePairs<String, String> = [
                "persoon": "\(id)", "vakgebied": "recht", "toelichting": "omgevingsrecht",
            ]
            #expect(try await office.post(Self.path, fields).status == 303)
            let again = try await office.post(Self.path, fields)
            #expect(again.status == 422)
            #expect(again.body.contains("is die persoon al gevraagd"))
            let mails = try await region.read { tx in
                try tx.rows("SELECT body FROM mail WHERE person = \(id)").map { try $0.text("body") }
            }
            #expect(mails.contains { $0.contains("gebeld mag worden voor recht") })
            #expect(try await calls(region, id).isEmpty)

            let own = try await region.client("ambtenaar")
            #expect(
                try await own.get("/mijn/specialist").body.contains("Mag de crisisorganisatie je bellen?"))
            let asked = try #require(try await row(region, id))
            #expect(try await office.post("/mijn/specialist/\(asked.id)", ["antwoord": "ja"]).status == 404)
            #expect(try await own.post("/mijn/specialist/\(asked.id)", ["antwoord": "ja"]).status == 303)
            #expect(try await calls(region, id).count == 1)
            #expect(try await own.post("/mijn/specialist/\(asked.id)", ["antwoord": "nee"]).status == 303)
            #expect(try await row(region, id) == nil)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a deployment shows its own municipality's first, and what came of a call stands in the log`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await person(region)
            let own = try await region.client("ambtenaar")
            _ = try await own.get("/mijn/specialist")
            #expect(
                try await own.post(
                    "/mijn/specialist", ["vakgebied": "recht", "toelichting": "omgevingsrecht"]
                ).status == 303)
            let specialist = try #require(try await row(region, id))
            #expect(specialist.mayBeCalled)
            let municipality = try await region.read { tx in try tx.functionary(id)?.municipality }
            let deployment = try await region.change(as: "bureau") { change in
                try change.beginDeployment(
                    OpeningRequest(
                        key: "onrust", title: "Onrust", municipalities: [try #require(municipality)],
                        template: "onrust"))
            }
            let client = try await region.client("bureau")
            let page = try await client.get("/inzetten/\(deployment)/mensen").body
            #expect(page.contains("Specialisten van de eigen gemeente"))
            #expect(page.contains("Recht: "))
            #expect(page.contains("tel:+31"))
            let answer = try await client.post(
                "/inzetten/\(deployment)/specialisten",
                ["sleutel": "bel", "specialist": "\(specialist.id)", "antwoord": "comes"])
            #expect(answer.status == 303)
            let log = try await client.get("/inzetten/\(deployment)/log").body
            #expect(log.contains("specialist recht. Antwoord: komt."))
            #expect(log.contains("Denk aan specialisten: openbare orde en veiligheid, sociaal domein"))
            let gone = try await client.post(
                "/inzetten/\(deployment)/specialisten",
                ["sleutel": "weg", "specialist": "\(deployment)", "antwoord": "comes"])
            #expect(gone.notice?.contains("staat er niet meer") == true)
        }
    }

    @Test func `what is wrong is told at its field, and another municipality's people are not one's own`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let id = try await person(region)
            let own = try await region.ownMunicipality()
            let official = try await region.client("ambtenaar")
            _ = try await official.get(Self.path)
            let other = try #require(
                try await region.read { tx in try tx.functionaries() }.first { $0.municipality != own }?.id)
            let cases: [(String, String, String, Int, String)] = [
                ("", "recht", "", 422, "Maak een keuze uit de lijst."),
                ("\(id)", "toveren", "", 422, "Maak een keuze uit de lijst."),
                ("\(id)", "recht", String(repeating: "a", count: 201), 422, "hoogstens 200 tekens"),
                ("\(other)", "recht", "", 404, "Deze pagina is er niet"),
            ]
            for (person, field, remark, status, sentence) in cases {
                let answer = try await official.post(
                    Self.path, ["persoon": person, "vakgebied": field, "toelichting": remark])
                #expect(answer.status == status, "\(sentence)")
                #expect(answer.body.contains(sentence), "\(sentence)")
            }
        }
    }

    @Test func `every field that a template names is one that people can be asked for`() {
        let known = Set(DeploymentFile.shipped.specialistFields.map(\.code))
        for template in DeploymentFile.shipped.templates {
            #expect(known.isSuperset(of: template.specialists), "\(template.name)")
        }
    }

    private func row(_ region: TestRegion, _ person: ID<Functionary>) async throws -> Specialist? {
        try await region.read { tx in try tx.specialists(of: person).first { $0.field == Self.field } }
    }

    private func calls(
        _ region: TestRegion, _ person: ID<Functionary>
    ) async throws -> [SpecialistCalls.Callee] {
        try await region.read { tx in
            let municipality = try tx.functionary(person)?.municipality
            let calls = try SpecialistCalls(
                template: nil, of: municipality.map { [$0] } ?? [], tx)
            let own = Set(try tx.specialists(of: person).map(\.id))
            return calls.own.filter { own.contains($0.id) }
        }
    }
}
