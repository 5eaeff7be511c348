import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

/// Every operation of the API, walked: the list is the router's own and the document's, so a new one is in it.
@Suite struct APIOperationTests {
    @Test func `nobody gets anything without a token, with a wrong one or with one that is over`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let clock = TestClock()
            let timed = region.with(clock)
            let good = try await timed.api("bureau")
            clock.advance(minutes: 24 * 60)
            let tokens = ["", "oranje_00", good.token, "Bearer"]
            for operation in API.operations {
                for token in tokens {
                    let client = APIClient(client: good.client, token: token)
                    let answer = try await client.send(
                        operation.method, operation.samplePath, operation.input == nil ? "" : "{}")
                    #expect(answer.status == 401, "\(operation.words.id)")
                    #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
                    #expect(try answer.problem == "niet-aangemeld")
                }
            }
        }
    }

    @Test func `a session of a browser opens nothing of the API`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let answer = try await region.client("bureau").get("/api/v1/regio", accept: "application/json")
            #expect(answer.status == 401)
        }
    }

    @Test(arguments: Role.allCases)
    func `each role is refused wherever its permissions do not reach`(role: Role) async throws {
        // Whoever manages accounts only has nothing that a token could be for.
        guard TokenScope.allCases.contains(where: { !$0.permissions.isDisjoint(with: role.permissions) })
        else {
            #expect(role == .functionalAdministrator)
            return
        }
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.api(role.sampleName)
            let before = try await region.recordCount()
            for operation in API.operations {
                guard case .permission(let permission) = operation.needs,
                    !role.permissions.contains(permission)
                else { continue }
                // Whoever is on duty at this moment may do more than their role; AccountTests tells.
                if Permission.followingDuty.contains(permission) { continue }
                let answer = try await client.send(
                    operation.method, operation.samplePath, operation.input == nil ? "" : "{}")
                #expect(answer.status == 403, "\(role) \(operation.words.id) \(answer.status)")
            }
            #expect(try await region.recordCount() == before)
        }
    }

    @Test func `a token without the scope is refused, whatever its account may do`() async throws {
        try await TestRegion.with(.sqlite) { region in
            for scope in TokenScope.allCases where scope != .readJournal {
                let client = try await region.api("bureau", scopes: [scope])
                for operation in API.operations where operation.scope != nil && operation.scope != scope {
                    let answer = try await client.send(
                        operation.method, operation.samplePath, operation.input == nil ? "" : "{}")
                    #expect(answer.status == 403, "\(scope) \(operation.words.id) \(answer.status)")
                    #expect(try answer.problem == "scope-ontbreekt")
                }
            }
        }
    }

    @Test func `what has not been met is refused in the form of a problem`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("bureau")
            let cases: [(String, Int, String)] = [
                ("/bestaat-niet", 404, "niet-gevonden"), ("/regio/", 404, "niet-gevonden"),
                ("//regio", 404, "niet-gevonden"),
                ("/gemeenten/GM9999", 404, "niet-gevonden"), ("/gemeenten/klein", 400, "ongeldige-invoer"),
                ("/functionarissen/1", 400, "ongeldige-invoer"),
                ("/functionarissen?limiet=0&na=x&onbekend=1", 400, "ongeldige-invoer"),
                ("/functionarissen?limiet=5&limiet=6", 400, "ongeldige-invoer"),
            ]
            for (path, status, problem) in cases {
                let answer = try await client.get(path)
                #expect(answer.status == status, "\(path)")
                #expect(try answer.problem == problem, "\(path)")
                #expect(answer.headers[.contentType] == "application/problem+json")
            }
            let faults = try await client.get("/functionarissen?limiet=0&na=x&onbekend=1").faultPlaces
            #expect(faults == ["limiet", "na", "onbekend"])
            let version = try await client.client.get("/api/v2/regio")
            #expect(version.status == 404)
            #expect(try version.problem == "niet-gevonden")
            let method = try await client.send(.delete, "/regio")
            #expect(method.status == 405)
            #expect(method.headers[.allow] == "GET")
            for unknown in [HTTPRequest.Method.options, .trace, .patch, .query] {
                #expect(try await client.send(unknown, "/regio").status == 405)
            }
            #expect(try await client.get("/regio", headers: [.accept: "text/html"]).status == 406)
            let large = String(repeating: " ", count: API.bodyBytesMax + 1)
            let tooLarge = try await client.post("/functionarissen", large)
            #expect(tooLarge.status == 413)
            #expect(try tooLarge.problem == "te-groot")
        }
    }

    @Test func `every answer tells the version and carries the security headers`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("bureau")
            var answers = [
                try await client.get("/regio"), try await client.get("/niets"),
                try await client.send(.delete, "/regio"),
                try await client.post("/functionarissen", "{"),
                try await client.client.get("/api/v1/openapi.json"),
                try await client.client.get("/api/v1/regio"), try await client.client.get("/api/v1"),
            ]
            answers.append(
                try await client.get("/regio", headers: [.ifNoneMatch: try #require(answers[0].tag)]))
            #expect(answers.last?.status == 304)
            for answer in answers {
                #expect(answer.headers[.apiVersion] == API.version)
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
            }
            #expect(answers[4].headers[.accessControlAllowOrigin] == "*")
            #expect(answers[0].headers[.accessControlAllowOrigin] == nil)
        }
    }

    @Test func `a body that cannot be read tells each fault and its place`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("bureau")
            let before = try await region.recordCount()
            let cases: [(String, [String])] = [
                ("{", ["#"]), ("[]", ["#"]), ("null", ["#"]),
                ("{\"gemeente\":\"GM0599\",\"gemeente\":\"GM0599\"}", ["#/gemeente"]),
                (
                    #"{"gemeente":"x","personeelsnummer":7,"voornaam":"","extra":{}}"#,
                    ["#/extra", "#/gemeente", "#/personeelsnummer", "#/voornaam", "#/achternaam"]
                ),
                (
                    #"{"gemeente":"GM0599","personeelsnummer":"7","voornaam":"A","achternaam":"B","contactkanalen":[{"soort":"mobiel","adres":"nee"}]}"#,
                    ["#/contactkanalen/0/adres"]
                ),
                (
                    #"{"gemeente":"GM0599","personeelsnummer":"7","voornaam":"A\u0000","achternaam":"B"}"#,
                    ["#/voornaam"]
                ),
                (String(repeating: "[", count: 1000), ["#"]), ("{\"a\":\"\\ud800\"}", ["#"]),
            ]
            for (body, places) in cases {
                let answer = try await client.post("/functionarissen", body)
                #expect(answer.status == 400, "\(body.prefix(60))")
                #expect(try answer.faultPlaces == places, "\(body.prefix(60))")
            }
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"] {
                let answer = try await client.send(
                    .post, "/functionarissen", "{}", headers: [.contentType: type])
                #expect(answer.status == 415)
            }
            let zipped = try await client.send(
                .post, "/functionarissen", "{}", headers: [.contentEncoding: "gzip"])
            #expect(zipped.status == 415)
            #expect(try await region.recordCount() == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an unchanged list is told by its tag, and any change of the region makes another`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let tag = try #require(try await client.get("/functionarissen").tag)
            let same = try await client.get("/functionarissen", headers: [.ifNoneMatch: "\"x\", \(tag)"])
            #expect(same.status == 304)
            #expect(same.body.isEmpty)
            let other = try await region.api("ambtenaar").get(
                "/functionarissen", headers: [.ifNoneMatch: tag])
            #expect(other.status == 200)
            let person = try await region.person { _ in true }
            try await region.change(as: "bureau") { change in
                _ = try change.recordAbsence(
                    of: person.id, during: Interval(TestRegion.now, TestRegion.now.adding(minutes: 60)))
            }
            #expect(try await client.get("/functionarissen", headers: [.ifNoneMatch: tag]).status == 200)
        }
    }
}

extension APIOperation {
    /// The path with values that look right and lead nowhere.
    var samplePath: String {
        path.split(separator: "/").map { part in
            switch part {
            case "{gemeenteCode}": "GM9999"
            case "{crisisfunctieCode}": "NIETS"
            case "{procesCode}": "NIETS"
            case "{piketlijnCode}": "NIETS-NERGENS"
            case "{week}": "2026-W49"
            case "{plaats}": "eerste"
            case "{regelVolgorde}": "1"
            case _ where part.hasPrefix("{"): "01a13951-0000-7000-8000-000000000000"
            default: String(part)
            }
        }.reduce(into: "") { $0 += "/\($1)" }
    }
}
