import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct HoursRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `a functionary writes hours for their own municipality and takes a line back`(
        engine: TestEngine
    ) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("ambtenaar")
            let own = try await region.ownMunicipality()
            _ = try await client.get("/uren")
            let written = try await client.post(
                "/uren", ["uren": "1,5", "gemeente": own.text, "dag": "20-11-2026", "toelichting": "Overleg"])
            let page = try await client.get("/uren").body
            let first = try #require(Day(iso: "2026-11-01"))
            let entry = try #require(
                try await region.read { tx in try tx.hourEntries(from: first, through: first.adding(days: 29))
                }.first)
            let other = try await region.read { tx in
                try tx.municipalities().first { $0.code != own && $0.successor == nil }?.code
            }
            let theirs = try await client.post(
                "/uren", ["uren": "2", "gemeente": other?.text ?? "", "dag": "20-11-2026"])
            let removed = try await client.post("/uren/\(entry.id)/verwijdering")
            let left = try await region.read { tx in try tx.hourEntry(entry.id) }
            return (written, page, entry, theirs.status, removed.notice, left == nil, own)
        }
        #expect(seen.0.notice == "1,5 uur geschreven op vr 20 nov 2026.")
        #expect(seen.1.contains("1,5 van 8 uur in november 2026") && seen.1.contains("Overleg"))
        #expect(seen.2.minutes == 90 && seen.2.municipality == seen.6)
        #expect(seen.3 == 403 && seen.4 == "De regel is verwijderd." && seen.5)
    }

    @Test(arguments: [
        ("-2", "23-11-2026", "kunnen niet negatief"), ("30", "23-11-2026", "30 uur op één dag kan niet"),
        ("0", "23-11-2026", "Vul in hoe lang"), ("veel", "23-11-2026", "Schrijf hoe lang"),
        ("2", "24-11-2026", "moet nog komen"), ("2", "1-1-2020", "te lang geleden"),
    ])
    func `hours that cannot be are told at their field, and nothing typed is lost`(
        hours: String, day: String, sentence: String
    ) async throws {
        let answer = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("ambtenaar")
            let own = try await region.ownMunicipality()
            _ = try await client.get("/uren")
            return try await client.post(
                "/uren", ["uren": hours, "gemeente": own.text, "dag": day, "toelichting": "Wel onthouden"])
        }
        #expect(answer.status == 422 && answer.body.contains(sentence))
        #expect(answer.body.contains("value=\"Wel onthouden\""))
    }

    @Test(arguments: TestEngine.allCases)
    func `several lines of one day are no longer than the day`(engine: TestEngine) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("ambtenaar")
            let own = try await region.ownMunicipality()
            func write(_ client: TestClient, _ hours: String, _ day: String) async throws -> TestClient.Answer
            {
                _ = try await client.get("/uren")
                return try await client.post("/uren", ["uren": hours, "gemeente": own.text, "dag": day])
            }
            let first = try await write(client, "20", "20-11-2026")
            let much = try await write(client, "4:30", "20-11-2026")
            let fits = try await write(client, "4", "20-11-2026")
            let next = try await write(client, "8", "19-11-2026")
            // Of a colleague the day is still empty.
            let colleague = try await write(try await region.client("bureau"), "3", "20-11-2026")
            return (first.status, much, fits.status, next.status, colleague.status)
        }
        #expect(seen.0 == 303 && seen.2 == 303 && seen.3 == 303 && seen.4 == 303)
        #expect(seen.1.status == 422 && seen.1.body.contains("id=\"uren-fout\""))
        #expect(seen.1.body.contains("Je schreef voor deze dag al 20 uur; samen is dit meer dan 24 uur."))
        #expect(seen.1.body.contains("value=\"4:30\""))
    }

    @Test func `the months tell who came short, and the request asks only what the figures say`() async throws
    {
        let seen = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let months = try await client.get("/uren/maanden").body
            let request = try await client.get("/uren/capaciteit").body
            let pdf = try await client.get("/uren/capaciteit.pdf")
            let board = try await region.client("bestuur")
            return (
                months, request, pdf.location, try await board.get("/uren/maanden").status,
                try await board.get("/uren").status
            )
        }
        // Every fifth of thirteen municipalities, counted with the month.
        #expect(seen.0.contains("In oktober 2026 kwamen 2 gemeenten uren tekort"))
        #expect(seen.0.contains("104") && seen.0.contains("(tekort)"))
        #expect(seen.1.contains("Of er meer uren nodig zijn, is nog niet te zeggen"))
        #expect(seen.1.contains("104 uur per maand, alle gemeenten samen"))
        #expect(seen.2 == "/uren/capaciteit" && seen.3 == 200 && seen.4 == 403)
    }

    @Test func `whoever reads plan and hours is led nowhere they may not go`() async throws {
        let statuses = try await TestRegion.with(.sqlite) { region in
            var statuses: [String: Int] = [:]
            for name in ["burgemeester", "bestuur", "portefeuillehouder", "ambtenaar"] {
                let client = try await region.client(name)
                for path in ["/plan", "/uren/maanden"] {
                    let page = try await client.get(path).body
                    for match in page.matches(of: /href="(\/(?:plan|uren|normen)[^"]*)"/) {
                        let link = String(match.1).replacing("&amp;", with: "&")
                        statuses["\(name) \(link)"] = try await client.get(link).status
                    }
                }
            }
            return statuses
        }
        #expect(statuses.count > 8)
        #expect(statuses.filter { $0.value != 200 } == [:])
    }
}
