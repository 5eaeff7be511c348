import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// Apply, consent of the employer, designation by the college; a mail at each step (spec P3).
@Suite struct FollowCandidacyTests {
    private static let function = Code<CrisisFunction>("MDWO")

    /// The person of the sample's official, who works for the municipality of its secretary.
    private func applicant(_ region: TestRegion) async throws -> ID<Functionary> {
        try #require(try await region.signedIn("ambtenaar").person)
    }

    private func candidacy(_ region: TestRegion) async throws -> Candidacy? {
        let person = try await applicant(region)
        return try await region.read { tx in try tx.candidacies(of: person).first }
    }

    @Test(arguments: TestEngine.allCases)
    func `an application goes from the person by the employer to the college, and is told each time`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let person = try await applicant(region)
            let own = try await region.client("ambtenaar")
            #expect(try await own.get("/mensen/\(person)/aanmelding").status == 200)
            let empty = try await own.post(
                "/mensen/\(person)/aanmelding", ["functie": "MDWO", "motivatie": ""])
            #expect(empty.status == 422)
            #expect(empty.body.contains("in je eigen woorden"))
            let fields: KeyValuePairs<String, String> = [
                "functie": "MDWO", "motivatie": "Ik sta graag bij mensen.",
            ]
            #expect(try await own.post("/mensen/\(person)/aanmelding", fields).status == 303)
            #expect(try await own.post("/mensen/\(person)/aanmelding", fields).status == 422)
            let applied = try #require(try await candidacy(region))

            let path = "/vakbekwaamheid/aanmeldingen/\(applied.id)"
            let secretary = try await region.client("secretaris")
            #expect(
                try await secretary.get("/vakbekwaamheid/aanmeldingen").body.contains(
                    "Ik sta graag bij mensen."))
            #expect(try await own.post("\(path)/antwoord", ["besluit": "ja"]).status == 403)
            let consent = try await secretary.post(
                "\(path)/antwoord", ["besluit": "ja", "antwoord": "Van harte."])
            #expect(consent.status == 303)
            #expect(try await own.get("/mensen/\(person)/paspoort").body.contains("Van harte."))

            let office = try await region.client("bureau")
            let bare = try await office.post("\(path)/aanwijzing", ["document": "", "vanaf": "01-12-2026"])
            #expect(bare.status == 422)
            let designated = try await office.post(
                "\(path)/aanwijzing", ["document": "Besluit 12", "vanaf": "01-12-2026"])
            #expect(designated.status == 303)
            #expect(try await candidacy(region)?.state == .designated)
            let designations = try await region.read { tx in try tx.designations(of: person) }
            #expect(designations.contains { $0.function == Self.function && $0.state == .designated })
            let mails = try await region.records(of: "mail.queued").filter {
                $0.after?.contains("candidacy") == true
            }
            #expect(mails.count == 3)
            let record = try #require(try await region.records(of: "candidacy.applied").last)
            #expect(record.after?.contains("graag") == false)
        }
    }

    @Test func `the college cannot go before the employer`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await applicant(region)
            try await region.change(as: "ambtenaar") {
                try $0.apply(for: Self.function, motivation: "Ik wil helpen.", of: person)
            }
            let id = try #require(try await candidacy(region)).id
            await #expect(throws: CandidacyFault.wrongOrder) {
                try await region.change(as: "bureau") {
                    try $0.designateCandidate(id, document: "Besluit", from: TestMoments.startDay)
                }
            }
            try await region.change(as: "ambtenaar") { try $0.withdrawCandidacy(id) }
            await #expect(throws: CandidacyFault.wrongOrder) {
                try await region.change(as: "secretaris") {
                    try $0.answerCandidacy(id, consents: true, answer: "")
                }
            }
        }
    }

    @Test func `whoever opts out is in nobody's list, and that is their own choice`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await applicant(region)
            let own = try await region.client("ambtenaar")
            #expect(try await own.post("/mensen/\(person)/kennen", ["keuze": "niet"]).status == 303)
            #expect(try await region.read { tx in try tx.acquaintanceOptOuts() } == [person])
            #expect(try await own.get("/mensen/\(person)/paspoort").body.contains("Je doet niet mee"))
            #expect(
                try await region.client("bureau").post("/mensen/\(person)/kennen", ["keuze": "mee"]).status
                    == 403)
            #expect(try await own.post("/mensen/\(person)/kennen", ["keuze": "mee"]).status == 303)
            #expect(try await region.read { tx in try tx.acquaintanceOptOuts() }.isEmpty)
        }
    }

    @Test
    func `several applications on one page have fields of their own, and a wrong day is told at its field`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let person = try await applicant(region)
            for function in [Self.function, Code("OGA")] {
                try await region.change(as: "ambtenaar") {
                    try $0.apply(for: function, motivation: "Ik wil helpen.", of: person)
                }
            }
            let secretary = try await region.client("secretaris")
            let page = try await secretary.get("/vakbekwaamheid/aanmeldingen").body
            let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
            #expect(ids.count { $0.hasSuffix("-antwoord") } == 2)
            #expect(ids.count == Set(ids).count)
            // Nothing to designate before the employer agrees.
            #expect(
                !(try await region.client("bureau").get("/vakbekwaamheid/aanmeldingen").body.contains(
                    "-vanaf")))

            let id = try #require(try await candidacy(region)).id
            let wrong = try await secretary.post(
                "/vakbekwaamheid/aanmeldingen/\(id)/antwoord", ["besluit": "ja", "intake": "31-02-2027"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("href=\"#a\(id)-intake\""))
            #expect(wrong.body.contains("id=\"a\(id)-intake-fout\""))
            #expect(try await candidacy(region)?.state == .applied)
        }
    }
}
