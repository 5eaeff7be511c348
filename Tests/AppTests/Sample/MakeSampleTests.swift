import Domain
import Logging
import Simulation
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct MakeSampleTests {
    private static func request(
        seed: UInt64 = 7, region: String = "VR17", asksSimulation: Bool = true
    ) -> SampleRequest {
        SampleRequest(
            seed: seed, region: region, start: TestMoments.startDay, asksSimulation: asksSimulation,
            hasPast: true)
    }

    /// Makes a sample with a clock and a source of randomness that may not be asked.
    private func make(
        _ engine: TestEngine, _ request: SampleRequest = request(),
        _ body: (Application, [SampleSignIn]) async throws -> Void = { _, _ in }
    ) async throws -> [String: [String]] {
        try await engine.withStorage { storage in
            let application = Application(
                storage: storage, logger: Logger(label: "test"),
                now: {
                    Issue.record("de klok is gelezen")
                    return TestMoments.start
                },
                randomness: {
                    Issue.record("het toeval is gevraagd")
                    return .system
                }, passwordCost: .cheapest)
            let signIns = try await application.makeSample(request)
            try await body(application, signIns)
            return try await storage.read(Self.content)
        }
    }

    /// Every row of every table as text.
    private static func content(_ tx: Transaction) throws -> [String: [String]] {
        let columns =
            switch tx.dialect {
            case .sqlite:
                try tx.rows(
                    """
                    SELECT m.name AS table_name, c.name AS column_name
                    FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
                    """)
            case .postgres:
                try tx.rows(
                    """
                    SELECT table_name::text AS table_name, column_name::text AS column_name
                    FROM information_schema.columns WHERE table_schema = 'public'
                    """)
            }
        let pairs = try columns.map { (try $0.text("table_name"), try $0.text("column_name")) }
        var content: [String: [String]] = [:]
        for (table, names) in Dictionary(grouping: pairs, by: \.0) {
            let names = names.map(\.1).sorted()
            content[table] = try tx.rows(SQL(stringLiteral: "SELECT * FROM \(table)")).map { row in
                try names.map { "\($0)=\(try row.value($0))" }.joined(separator: " ")
            }.sorted()
        }
        return content
    }

    @Test func `the same seed gives the same content in every table, on both engines`() async throws {
        let (sqlite, postgres) = try await (make(.sqlite), make(.postgres))
        #expect(Set(sqlite.keys) == Set(postgres.keys))
        #expect(sqlite.count >= 20)
        for (table, rows) in sqlite { #expect(rows == postgres[table], "\(table)") }
        let again = try await make(.sqlite)
        for (table, rows) in sqlite { #expect(rows == again[table], "\(table)") }
    }

    @Test func `the board's question waits for a server, with 2019 where that is known`() async throws {
        var first: [String?] = []
        for region in ["VR17", "VR07"] {
            _ = try await make(.sqlite, Self.request(region: region)) { application, _ in
                let runs = try await application.storage.read { tx in try tx.simulations(limit: 10) }
                first += runs.map { $0.request.designs.first?.name }
            }
        }
        #expect(first == ["Zoals in 2019", "Lokaal, ieder voor zich"])
        let asked = try await make(.sqlite, Self.request(asksSimulation: false))
        #expect(asked["simulation_run"] == [])
    }

    @Test func `another seed gives other people in the same region`() async throws {
        let (one, other) = try await (make(.sqlite), make(.sqlite, Self.request(seed: 8)))
        for table in ["functionary", "contact_channel", "duty", "account", "journal", "person_key"] {
            let shared = Set(one[table] ?? []).intersection(other[table] ?? [])
            #expect(shared.count < (one[table]?.count ?? 0) / 10, "\(table)")
        }
        for table in ["municipality", "duty_line", "crisis_function", "travel", "population"] {
            #expect(one[table] == other[table], "\(table)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `about 260 people, twelve accounts, eleven lines and a whole journal`(engine: TestEngine)
        async throws
    {
        let content = try await make(engine) { application, signIns in
            #expect(signIns.count == 12)
            #expect(Set(signIns.map(\.password)).count == 12)
            #expect(Set(signIns.map(\.name)) == Set(Role.allCases.map(\.sampleName)))
            for signIn in signIns {
                let stored = try await application.storage.read { tx in
                    try tx.password(ofName: signIn.name)?.hash
                }
                #expect(
                    try await application.passwords.verify(signIn.password, against: stored ?? ""),
                    "\(signIn.name)")
            }
            #expect(try await verifyJournal(application.storage).isWhole)
        }
        #expect((250...270).contains(content["functionary"]?.count ?? 0))
        #expect(content["account"]?.count == 12)
        #expect(content["duty_line"]?.count == 11)
        #expect(content["session"]?.isEmpty == true)
        let employed = Set((content["functionary"] ?? []).compactMap { $0.firstMatch(of: /GM\d{4}/)?.output })
        #expect(employed.count == 13)
        #expect(content["former_employment"]?.isEmpty == false)
        let states = ["requested", "held"].map { state in
            content["certificate"]?.count { $0.contains("state=text(\"\(state)\")") } ?? 0
        }
        #expect(states.allSatisfy { $0 > 0 })
        #expect((content["absence"]?.count ?? 0) > 100)
    }

    @Test(arguments: TestEngine.allCases)
    func `the roster holds the week before the start and all 52 after it`(engine: TestEngine) async throws {
        _ = try await make(engine) { application, _ in
            try await application.storage.read { tx in
                let first = Amsterdam.startOfDay(TestMoments.startDay.adding(days: -7))
                let last = Amsterdam.startOfDay(TestMoments.startDay.adding(days: 52 * 7))
                let duties = try tx.duties(during: Interval(first, last))
                for line in try tx.lines() {
                    let rostered = IntervalSet(
                        duties.filter { $0.duty.line == line.code }.map(\.duty.interval))
                    #expect(rostered.contains(Interval(first, last)), "\(line.code)")
                }
                #expect(duties.allSatisfy { $0.maker == .rotation && !$0.explanation.isEmpty })
                #expect(try tx.draftRosters().isEmpty)
            }
        }
    }

    @Test(arguments: ["VR07", "VR18"])
    func `every shipped region has a sample`(region: String) async throws {
        let content = try await make(.sqlite, Self.request(region: region))
        #expect((content["functionary"]?.count ?? 0) > 200)
        #expect((content["duty"]?.count ?? 0) > 52 * 2 * 9)
    }

    @Test(arguments: ["VR07", "VR17", "VR18"])
    func `the week before the start has something to evaluate, to review, to hand over and to replay`(
        region: String
    ) async throws {
        let content = try await make(.sqlite, Self.request(region: region)) { application, _ in
            let now = Amsterdam.startOfDay(TestMoments.startDay)
            let (open, closed, aftermaths, alarms) = try await application.storage.read { tx in
                let deployments = try tx.deployments(during: Interval(now.adding(minutes: -8 * 1_440), now))
                let reviews = try deployments.compactMap { try tx.deploymentState(of: $0.id).review }
                return (
                    reviews.count { !$0.isClosed }, reviews.count(where: \.isClosed),
                    try deployments.flatMap { try tx.aftermaths(of: $0.id) }.map(\.file.state),
                    try tx.rows("SELECT state, ended_at FROM alarm").map {
                        (try $0.text("state"), try $0.instant("ended_at") < now)
                    }
                )
            }
            #expect(open == 1 && closed == 1)
            #expect(aftermaths == [.offered])
            #expect(alarms.map(\.0) == ["filled"] && alarms.allSatisfy(\.1))
        }
        #expect(content["evaluation"]?.count == 2)
        #expect(content["deployment"]?.allSatisfy { !$0.contains("ended_at=null") } == true)
        // A server that starts on it sends nobody anything about it.
        let waiting = (content["alarm_message"] ?? []).filter {
            $0.contains("state=text(\"waiting\")") || $0.contains("state=text(\"claimed\")")
        }
        #expect(waiting == [])
        #expect(content["mail"] == [])
    }

    @Test func `a sample is made in an empty database only`() async throws {
        _ = try await make(.sqlite) { application, _ async throws in
            await #expect(throws: LoadRegionFault.alreadyLoaded("VR17")) {
                _ = try await application.makeSample(Self.request())
            }
            #expect(try await verifyJournal(application.storage).isWhole)
        }
    }
}
