import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct TaskOrganisationRoutesTests {
    private func names(_ region: TestRegion) async throws -> [String] {
        try await region.read { tx in try tx.taskOrganisations().map(\.name) }
    }

    @Test(arguments: TestEngine.allCases)
    func `the office adds one, renames and moves it, and takes away what was never used`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let before = try await names(region)
            let added = try await client.post(
                "/regio/taakorganisaties/nieuw",
                ["naam": "Sociale  crisis", "doel": "Voor onrust in een wijk <b>.", "plaats": "1"])
            #expect(added.status == 303)
            #expect(try await names(region) == ["Sociale crisis"] + before)
            let page = try await client.get("/regio/bevolkingszorg").body
            #expect(page.contains("Nog geen proces."))
            #expect(page.contains("onrust in een wijk &lt;b&gt;."))
            let path = "/regio/taakorganisaties/SOCIALE_CRISIS"
            let form = try await client.get(path).body
            #expect(form.contains("value=\"Sociale crisis\""))
            _ = try await client.post(
                path, ["naam": "Onrust", "doel": "Voor onrust.", "plaats": "\(before.count + 1)"])
            #expect(try await names(region) == before + ["Onrust"])
            let gone = try await client.post("\(path)/verwijdering")
            #expect(gone.notice == "Onrust is verwijderd.")
            #expect(try await names(region) == before)
            let actions = try await region.records(of: "taskOrganisation.set").count
            #expect(actions == 2)
        }
    }

    @Test func `what was ever arranged stays, and its page says why`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let present = try await region.read { tx in try tx.taskOrganisations() }
            let first = try #require(present.first)
            #expect(try await client.get(first.path).body.contains("niet te verwijderen"))
            #expect(try await client.post("\(first.path)/verwijdering").status == 409)
            #expect(try await names(region) == present.map(\.name))
        }
    }

    @Test func `a form that cannot be saved says every fault at its field`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let name = try #require(try await names(region).first)
            let empty = try await client.post(
                "/regio/taakorganisaties/nieuw", ["naam": "", "doel": "", "plaats": "0"])
            #expect(empty.status == 422)
            for field in ["naam", "doel", "plaats"] {
                #expect(empty.body.contains("id=\"\(field)-fout\""), "\(field)")
            }
            let twice = try await client.post(
                "/regio/taakorganisaties/nieuw", ["naam": name.uppercased(), "doel": "Iets.", "plaats": "1"])
            #expect(twice.body.contains("al een taakorganisatie met deze naam"))
            #expect(try await client.get("/regio/taakorganisaties/BESTAATNIET").status == 404)
            #expect(try await region.client("bestuur").get("/regio/taakorganisaties/nieuw").status == 403)
        }
    }
}
