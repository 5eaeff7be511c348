import Domain
import TestSupport
import Testing
import Web

@testable import App

/// From an HR list to a covered night: a new colleague comes in, gets a duty, cannot come one evening, and is
/// replaced.
@Suite struct EveningTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))
    private static let proofPath = "/bezetting/OGA-REGIO/2026-11-30"

    private static let list = """
        Gemeente;Personeelsnummer;Roepnaam;Tussenvoegsel;Achternaam;Mobiel;E-mail
        Schiedam;S-77;Noor;op den;Stuifduin;06-12345678;noor@schiedam.example
        """

    private func imports(_ planner: TestClient, _ region: TestRegion) async throws -> Functionary {
        let (path, preview) = try await planner.uploadAndFollow(
            "/mensen/import", file: "bestand", bytes: Array(Self.list.utf8))
        #expect(preview.body.contains("1 nieuw"))
        let applied = try await planner.post(path)
        #expect(applied.status == 303)
        return try await region.person { $0.personnelNumber == "S-77" }
    }

    private func designatesAndCertifies(_ noor: Functionary, _ planner: TestClient) async throws {
        let designated = try await planner.post(
            "/mensen/\(noor.id)/functies",
            [
                "functie": "OGA", "bereik": "region", "staat": "designated", "vanaf": "01-11-2026",
                "door": "College van Schiedam", "document": "Besluit 2026/77",
            ])
        #expect(designated.status == 303)
        #expect(try await planner.get("/mensen/\(noor.id)").body.contains("onbekend"))
        let certified = try await planner.post(
            "/mensen/\(noor.id)/certificaten",
            ["functie": "OGA", "staat": "held", "uitgever": "NIPV", "behaald": "01-10-2026"])
        #expect(certified.status == 303)
        #expect(try await planner.get("/mensen/\(noor.id)").body.contains("vakbekwaam"))
    }

    private func assigns(
        _ person: ID<Functionary>?, _ slot: DutySlot, _ planner: TestClient
    ) async throws {
        let answer = try await planner.post(
            "/rooster/lijn/OGA-REGIO/2026-11-30/\(slot.rawValue)",
            ["persoon": person?.description ?? "", "toelichting": ""])
        #expect(answer.status == 303)
    }

    /// The administrator makes an account; Noor signs in with the one-time password and chooses her own.
    private func phone(of noor: Functionary, _ region: TestRegion) async throws -> TestClient {
        let admin = try await region.client("beheer")
        let made = try await admin.post(
            "/accounts",
            [
                "naam": "noor", "weergave": "Noor", "rol": "functionary", "gemeente": "GM0606",
                "persoon": "S-77",
            ])
        let given = try #require(made.body.firstMatch(of: /wachtwoord <strong>([0-9a-f]+)</)?.output.1)
        let phone = TestClient(region.application)
        _ = try await phone.signIn("noor", String(given))
        _ = try await phone.get("/wachtwoord")
        _ = try await phone.post(
            "/wachtwoord", ["huidig": String(given), "nieuw": "duin zee helm gras"])
        #expect(try await phone.signIn("noor", "duin zee helm gras").location == "/")
        return phone
    }

    @Test(arguments: TestEngine.allCases)
    func `a gap opens the moment somebody cannot come, says why, and closes with a replacement`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { sample in
            let clock = TestClock()
            let region = sample.with(clock)
            let planner = try await region.client("bureau")
            let noor = try await imports(planner, region)
            try await designatesAndCertifies(noor, planner)
            try await assigns(noor.id, .first, planner)
            try await assigns(nil, .backup, planner)
            let covered = try await planner.get(Self.proofPath).body
            #expect(covered.contains("week 49 is bezet"))
            #expect(covered.contains("Noor op den Stuifduin"))

            clock.turn(to: Amsterdam.instant(Self.week.monday.adding(days: 1), hour: 17))
            let phone = try await phone(of: noor, region)
            #expect(try await phone.get("/").body.contains("Je hebt dienst tot ma 7 dec 2026, 12.00 uur"))
            let reported = try await phone.post(
                "/mensen/\(noor.id)/verhinderingen",
                ["van": "1-12-2026", "van-tijd": "18:00", "tot": "2-12-2026", "tot-tijd": "06:00"])
            #expect(reported.notice?.contains("OGA-REGIO") == true)

            let planned = try await region.client("bureau")
            let gap = "di 1 dec 2026 18.00 – wo 2 dec 2026 06.00"
            let proof = try await planned.get(Self.proofPath).body
            #expect(proof.contains("12 uur onbezet in week 49"))
            #expect(proof.contains(gap))
            #expect(proof.contains("Is verhinderd tot wo 2 dec 2026, 06.00 uur."))
            let year = try await planned.get("/bezetting").body
            #expect(year.contains(gap))
            #expect(year.contains("Noor op den Stuifduin</a>: Is verhinderd tot"))
            let why = try await phone.get("/mensen/\(noor.id)/waarom?dag=1-12-2026&tijd=20:00").body
            #expect(why.contains("Is verhinderd tot wo 2 dec 2026, 06.00 uur."))

            let line = try await region.line("OGA-REGIO")
            let other = try #require(try await region.fitAndFree(line, Self.week).first)
            try await assigns(other.id, .backup, planned)
            let closed = try await planned.get(Self.proofPath).body
            #expect(closed.contains("week 49 is bezet"))
            #expect(closed.contains(other.name.full.escaped))
            clock.turn(to: Amsterdam.instant(Self.week.monday.adding(days: 1), hour: 19))
            let board = try await region.client("meldkamer").get("/").body
            #expect(board.contains(other.name.full.escaped))

            let verdict = try await verifyJournal(region.storage)
            #expect(verdict.isWhole)
            for action in ["person.imported", "designation.added", "certificate.added", "absence.recorded"] {
                let records = try await region.records(of: action).filter {
                    $0.objectID == noor.id.description
                }
                #expect(records.count == 1, "\(action)")
            }
            #expect(try await region.records(of: "duty.assigned").count == 3)
        }
    }
}
