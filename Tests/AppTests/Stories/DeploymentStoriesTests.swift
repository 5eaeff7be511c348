import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// Whole deployments, from the first call on.
@Suite struct DeploymentStoriesTests {
    @Test(arguments: TestEngine.allCases)
    func `a call at night with advice only is two minutes of work and counts`(engine: TestEngine) async throws
    {
        let night = Amsterdam.instant(TestMoments.startDay.adding(days: 1), hour: 2, minute: 13)
        try await TestRegion.with(engine, now: night) { region in
            let client = try await region.client("meldkamer")
            #expect(try await client.get("/").body.contains("Inzet vastleggen"))
            _ = try await client.get("/inzetten/klein")
            let written = try await client.post(
                "/inzetten/klein",
                [
                    "sleutel": "nacht", "gemeente": "GM0613", "vrager": "OvD-P", "minuten": "15",
                    "advies": "ja",
                    "gedaan": "Geadviseerd waar een gezin vannacht terechtkan", "overgedragen": "wijkteam",
                ])
            let page = try await client.get(try #require(written.location)).body
            #expect(page.contains("Afgesloten: Geadviseerd waar een gezin vannacht terechtkan"))
            #expect(page.contains("02.13"))
            let small = try await region.read { tx in
                let deployment = try #require(try tx.endedDeployments(limit: 1).first)
                return DeploymentState(standing: try tx.standingEntries(of: deployment.id)).small
            }
            #expect(small?.minutes == 15)
            #expect(small?.isAdvice == true)
            #expect(try await region.read { tx in try tx.runningAlarms().isEmpty })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a fire with asbestos goes from GRIP 1 to 3 and down again, team by team`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("meldkamer")
            _ = try await client.get("/inzetten/nieuw")
            let opened = try await client.post(
                "/inzetten",
                [
                    "sleutel": "b", "titel": "Brand met asbest", "gemeente": "GM0613", "niveau": "1",
                    "sjabloon": "asbest",
                ])
            let path = try #require(opened.location)
            let id = try #require(ID<Deployment>(String(path.dropFirst("/inzetten/".count))))
            _ = try await client.post("\(path)/teams", ["sleutel": "t", "soort": "care"])
            #expect(try await client.get("\(path)/mensen").body.contains("De wet noemt voor dit team ook"))
            // GRIP 2 is skipped.
            _ = try await client.post(
                "\(path)/niveaus",
                [
                    "sleutel": "g3", "niveau": "3", "functie": "operationalCommander", "bron": "ROT",
                    "grond": "asbest in de wijk",
                ])
            #expect(try await client.get(path).body.contains("GRIP 3: Brand met asbest"))
            let crew = try await client.get("\(path)/alarm").body
            #expect(crew.contains("GRIP 3") && crew.contains("sjabloon Brand met asbest"))
            let team = try await region.state(id).teams
            _ = try await client.post(
                "\(path)/teams/\(team[0].entry.number)",
                ["sleutel": "ts", "stopt": "ja", "overdracht": "Sanering en vragen naar de gemeente"])
            _ = try await client.post("\(path)/niveaus", ["sleutel": "g0", "niveau": "0"])
            let down = try await client.get(path).body
            #expect(down.contains("Onder GRIP: Brand met asbest"))
            #expect(down.contains("Team bevolkingszorg stopt. Overgedragen: Sanering"))
            let levels = try await region.state(id).declarations.heard.map(\.declaration.level)
            #expect(levels == [.one, .three, nil])
            _ = try await client.post(
                "\(path)/einde", ["sleutel": "e", "overdracht": "Nafase bij de gemeente"])
            #expect(try await client.get("/inzetten").body.contains("Voorbij"))
        }
    }

    @Test func `unrest with messages that contradict each other is put right by one who decides`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("meldkamer")
            _ = try await client.get("/inzetten/nieuw")
            let opened = try await client.post(
                "/inzetten",
                [
                    "sleutel": "o", "titel": "Onrust in de wijk", "gemeente": "GM0613", "niveau": "wacht",
                    "sjabloon": "onrust",
                ])
            let path = try #require(opened.location)
            #expect(try await client.get(path).body.contains("We wachten af"))
            _ = try await client.post(
                "\(path)/wacht",
                ["sleutel": "w", "wie": "OvD-Bz", "tijd": "11.00", "aanleiding": "Oproep online"])
            _ = try await client.post(
                "\(path)/omgeving",
                ["sleutel": "om", "tekst": "Er gaat een gerucht over de opvang", "soort": "rumours"])
            for (key, speaker, text) in [
                ("m1", "municipality", "Er komt geen opvang"), ("m2", "region", "De opvang opent morgen"),
            ] {
                _ = try await client.post(
                    "\(path)/berichten",
                    [
                        "sleutel": key, "onderwerp": "Opvang", "tekst": text, "afzender": speaker,
                        "soort": "care",
                    ])
            }
            #expect(try await client.get(path).body.contains("Afzenders spreken elkaar tegen"))
            for (key, text) in [("s1", "Opvang opent"), ("s2", "Geen opvang")] {
                _ = try await client.post(
                    "\(path)/beeld",
                    ["sleutel": key, "thema": "shelter", "onderwerp": "Locatie", "tekst": text])
            }
            #expect(try await client.get(path).body.contains("Tegenspraak over Locatie"))
            let coordinator = try await region.client("informatie")
            _ = try await coordinator.get("\(path)/beeld")
            _ = try await coordinator.post(
                "\(path)/beeld",
                [
                    "sleutel": "s3", "thema": "shelter", "onderwerp": "Locatie", "tekst": "Geen opvang",
                    "beslist": "ja",
                ])
            _ = try await client.post(
                "\(path)/berichten",
                [
                    "sleutel": "m3", "onderwerp": "Opvang", "tekst": "Er komt geen opvang",
                    "afzender": "region", "soort": "care",
                ])
            let calm = try await client.get(path).body
            #expect(!calm.contains("Tegenspraak"))
            #expect(!calm.contains("Afzenders spreken"))
            _ = try await client.post("\(path)/einde", ["sleutel": "e", "zonder": "ja"])
            #expect(try await client.get(path).body.contains("Afgesloten zonder inzet"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a mayor asks shelter for 450 people: it starts at once and is reviewed afterwards`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("meldkamer")
            _ = try await client.get("/inzetten/opschalen?gemeente=GM0613")
            let opened = try await client.post(
                "/inzetten/opschalen",
                [
                    "sleutel": "m", "gemeente": "GM0613", "domein": "social", "wie": "Burgemeester",
                    "titel": "Opvang van 450 mensen", "sjabloon": "opvang",
                ])
            let path = try #require(opened.location)
            let form = try await client.get("\(path)/alarm").body
            #expect(form.contains("sjabloon Opvang van veel mensen"))
            let raised = try await client.post(
                "\(path)/alarm",
                ["sleutel": "al", "gemeente": "GM0613", "aantal-CO": "2", "aantal-ACBZ": "1"])
            let alarm = try #require(raised.location)
            #expect(try await client.get(alarm).body.contains("Opvang van 450 mensen"))
            #expect(try await region.read { tx in try tx.runningAlarms().first?.isFlexible } == true)
            #expect(try await client.get("\(path)/toets").body.contains("Was het verstandig"))
        }
    }
}
