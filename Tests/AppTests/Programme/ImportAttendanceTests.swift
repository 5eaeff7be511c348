import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ImportAttendanceTests {
    private func upload(
        _ client: TestClient, _ session: ActivitySession, _ bytes: [UInt8], isWorkbook: Bool = false
    ) async throws -> (path: String, page: TestClient.Answer) {
        let path = "/programma/sessies/\(session.id)/aanwezigheid/inlezen"
        _ = try await client.get(path)
        return try await client.uploadAndFollow(
            path, file: "bestand", bytes: bytes, name: isWorkbook ? "lijst.xlsx" : "lijst.csv",
            type: isWorkbook ? FileKind.xlsx.contentType : "text/csv")
    }

    private func text(_ rows: [(Functionary, String)]) -> [UInt8] {
        let lines = rows.map { "\($0.municipality);\($0.personnelNumber);\($1)" }
        return Array(
            (["gemeente;personeelsnummer;aanwezig;minuten;uitslag"] + lines).joined(separator: "\r\n").utf8)
    }

    @Test(arguments: TestEngine.allCases)
    func `a list of who came is looked at, written down, and counts towards competence`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let session = try await region.plannedSession(inDays: -1, isRecord: true)
            let people = try await region.freePeople(4)
            try await region.enrol(Array(people.prefix(3)), in: session)
            let client = try await region.client("bureau")
            let (path, page) = try await upload(
                client, session,
                text([(people[0], "aanwezig;120;"), (people[1], "afgemeld;;"), (people[3], "ja;;")]))
            #expect(
                page.body.contains(
                    "Nog niets opgeslagen: 2 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 rij afgekeurd"))
            // Attendance without enrolment is told, and the others go on.
            #expect(page.body.contains("\(people[3].name.full) staat niet op de lijst van deze sessie."))
            #expect(try await client.post(path).status == 303)
            let enrolments = try await region.read { tx in try tx.enrolments(of: session.id) }
            #expect(enrolments.map { $0.attendance?.presence } == [.present, .excused, nil])
            #expect(enrolments.map { $0.attendance?.minutes } == [120, 0, nil])
            let done = try await region.read { tx in try tx.performedActivities(of: people[0].id) }
            #expect(done.contains { $0.source.key == session.id.description && $0.minutes == 120 })
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `what was taken along is read back, csv and xlsx, and changes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession(inDays: -1, hasResult: true, isRecord: true)
            let people = try await region.freePeople(3)
            try await region.enrol(people, in: session)
            let client = try await region.client("bureau")
            let rows = [(people[0], "aanwezig;90;niet geslaagd"), (people[1], "aanwezig;;geslaagd")]
            let (path, _) = try await upload(client, session, text(rows))
            _ = try await client.post(path)
            for format in ["csv", "xlsx"] {
                let taken = try await client.get("/programma/sessies/\(session.id)/deelnemers.\(format)")
                let (_, page) = try await upload(client, session, taken.bytes, isWorkbook: format == "xlsx")
                #expect(
                    page.body.contains("0 nieuw, 0 gewijzigd, 2 ongewijzigd</h1>"), "\(format)")
                #expect(page.body.contains("Van 1 persoon zegt de lijst nog niets."), "\(format)")
            }
        }
    }

    @Test func `a session that has not begun takes no list, and says it once`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession()
            let people = try await region.freePeople(2)
            try await region.enrol(people, in: session)
            let client = try await region.client("bureau")
            let (_, page) = try await upload(client, session, text(people.map { ($0, "ja;;") }))
            #expect(page.body.contains("0 nieuw, 0 gewijzigd, 0 ongewijzigd"))
            #expect(page.body.contains("De sessie begint pas op"))
            let nothing = try await client.upload(
                "/programma/sessies/\(session.id)/aanwezigheid/inlezen", file: "bestand", content: "")
            #expect(nothing.status == 422)
        }
    }
}
