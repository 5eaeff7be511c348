import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct GrantExemptionTests {
    private static let function = Code<CrisisFunction>("HTOABZ")

    /// Somebody of whom an exercise a year is asked.
    private func person(_ region: TestRegion) async throws -> ID<Functionary> {
        try await region.read { tx in
            try #require(try tx.designations().first { $0.function == Self.function }).person
        }
    }

    private func grant(
        _ region: TestRegion, _ person: ID<Functionary>, _ changes: KeyValuePairs<String, String>
    ) async throws -> TestClient.Answer {
        var fields = [
            "functie": "HTOABZ", "eis": "exercise", "tot": "", "reden": "Oefende in een andere regio",
        ]
        for (name, value) in changes { fields[name] = value }
        let body = fields.map { "\($0.key)=\(queryEncoded($0.value))" }.joined(separator: "&")
        return try await region.client("bureau").post("/mensen/\(person)/vrijstelling", body: body)
    }

    @Test(arguments: TestEngine.allCases)
    func `an exemption stands in for the requirement, with its reason`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let person = try await person(region)
            let office = try await region.client("bureau")
            #expect(try await office.get("/mensen/\(person)/vrijstelling?functie=HTOABZ").status == 200)
            #expect(try await grant(region, person, [:]).status == 303)
            let later = Amsterdam.startOfDay(TestMoments.startDay.adding(days: 3000))
            let found = try await region.read { tx in try FunctionCompetence(of: Self.function, at: later, tx)
            }
            let member = try #require(found.people.first { $0.person.id == person })
            let reason = try #require(member.assessment.reasons.first { $0.subject == .activity(.exercise) })
            #expect(reason.code == "vrijgesteld")
            #expect(member.record.source(of: reason) == "Vrijstelling: Oefende in een andere regio")
            let record = try #require(try await region.records(of: "exemption.granted").last)
            #expect(record.after?.contains("andere regio") == false)
        }
    }

    @Test func `what cannot be excused says why`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await person(region)
            let cases: [(KeyValuePairs<String, String>, String)] = [
                (["reden": ""], "Schrijf op waarom"),
                (["tot": "01-01-2020"], "eindigt voor vandaag"),
                (["tot": "31-02-2027"], "geen bestaande dag"),
                (["eis": "meeting"], "wordt van deze persoon niet gevraagd"),
            ]
            for (changes, sentence) in cases {
                let answer = try await grant(region, person, changes)
                #expect(answer.status == 422, "\(sentence)")
                #expect(answer.body.contains(sentence), "\(sentence)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an exemption is taken back from today, and what it meant before stays`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await person(region)
            #expect(try await grant(region, person, [:]).status == 303)
            let granted = try #require(
                try await region.read { tx in try tx.exemptions(of: person) }.first)
            let later = region.with(TestClock(TestRegion.now.adding(minutes: 10 * 24 * 60)))
            let office = try await later.client("bureau")
            let passport = try await office.get("/mensen/\(person)/paspoort").body
            #expect(passport.contains("<h3>Vrijstellingen</h3>"))
            let path = "/mensen/\(person)/vrijstelling/\(granted.id)/intrekking"
            #expect(try await later.client("functionaris").post(path).status == 403)
            #expect(try await office.post(path).notice == "De vrijstelling geldt vanaf vandaag niet meer.")
            let kept = try await region.read { tx in try tx.exemptions(of: person) }
            #expect(kept.map(\.through) == [Amsterdam.day(at: TestRegion.now).adding(days: 9)])
            #expect(try await region.records(of: "exemption.withdrawn").count == 1)
            _ = try await office.post(path)
            #expect(try await region.records(of: "exemption.withdrawn").count == 1)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `an exemption that is taken back on its first day never was`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await person(region)
            #expect(try await grant(region, person, [:]).status == 303)
            let granted = try #require(
                try await region.read { tx in try tx.exemptions(of: person) }.first)
            try await region.change(as: "bureau") { try $0.withdrawExemption(granted.id, of: person) }
            #expect(try await region.read { tx in try tx.exemptions(of: person) }.isEmpty)
        }
    }
}
