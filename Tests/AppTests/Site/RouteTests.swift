import HTTPTypes
import TestSupport
import Testing

@testable import App

/// Every address of the product, walked by somebody who may not: the list is the router's own, so a new route
/// is in it.
@Suite struct RouteTests {
    @Test func `nobody gets anywhere without signing in, except to the sign-in page and what it needs`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = TestClient(region.application)
            for route in Routes.all where route.needs != .nobody {
                let answer = try await client.send(
                    route.method, route.samplePath, [.accept: "text/html"], "csrf=x")
                #expect(answer.status == 303, "\(route.method) \(route.path)")
                #expect(answer.location?.hasPrefix("/aanmelden") == true, "\(route.method) \(route.path)")
            }
            let open = Routes.all.filter { $0.needs == .nobody }.map(\.path)
            #expect(
                Set(open) == [
                    "/aanmelden", "/stijl.css", "/beeldmerk.svg", "/toegankelijkheid", "/gezond/levend",
                    "/gezond/gereed", "/api", "/pagina.js", "/werker.js",
                    "/koppeling/:channel/antwoord", "/koppeling/:channel/ontvangst",
                    "/a/:token", "/b/:token", "/g/:token", "/agenda/:token",
                ])
        }
    }

    @Test(arguments: Role.allCases)
    func `each role is refused wherever its permissions do not reach`(role: Role) async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client(role.sampleName)
            for route in Routes.all {
                guard case .permission(let permission) = route.needs, !role.permissions.contains(permission)
                else { continue }
                // Whoever is on duty at this moment may do more than their role; AccountTests tells.
                if Permission.followingDuty.contains(permission) { continue }
                let answer =
                    route.method == .get
                    ? try await client.get(route.samplePath) : try await client.post(route.samplePath)
                #expect(answer.status == 403, "\(role) \(route.method) \(route.path)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `each role opens every page of its navigation`(role: Role) async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client(role.sampleName)
            for entry in Routes.navigation.flatMap(\.pages)
            where !entry.permissions.isDisjoint(with: role.permissions) {
                let answer = try await client.get(entry.path)
                #expect(answer.status == 200, "\(role) \(entry.path)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `each role reads at most seven words in its navigation, and finds every page under one of them`(
        role: Role
    ) async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client(role.sampleName)
            let home = try await client.get("/").body
            let bar = try #require(
                home.firstMatch(of: /<nav class="main" aria-label="Hoofdmenu">(.*?)<\/nav>/))
            #expect(bar.1.matches(of: /<a\s/).count <= 7)
            for part in Routes.navigation {
                let pages = part.pages.filter { !$0.permissions.isDisjoint(with: role.permissions) }
                guard let first = pages.first, pages.count > 1 else { continue }
                let page = try await client.get(first.path).body
                for other in pages { #expect(page.contains("<a href=\"\(other.path)\""), "\(other.path)") }
            }
        }
    }

    @Test func `no write happens without the token of the session`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let before = try await verifyJournal(region.application.storage).recordCount
            for role in Role.allCases {
                let client = try await region.client(role.sampleName)
                for route in Routes.all where route.method == .post && route.needs != .nobody {
                    let answer = try await client.post(route.samplePath, token: "nagemaakt")
                    #expect([400, 403].contains(answer.status), "\(role) \(route.path)")
                }
            }
            let after = try await verifyJournal(region.application.storage).recordCount
            #expect(after == before)
        }
    }

    @Test func `an address that does not exist, and a method it does not know, get a page of their own`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = TestClient(region.application)
            let missing = try await client.get("/bestaat-niet")
            #expect(missing.status == 404)
            #expect(missing.body.contains("Deze pagina is er niet"))
            let method = try await client.send(.delete, "/mensen", [:], "")
            #expect(method.status == 405)
            #expect(method.headers[.allow] == "GET, POST")
            let problem = try await client.get("/bestaat-niet", accept: "application/json")
            #expect(problem.headers[.contentType] == "application/problem+json")
            let large = String(repeating: "a", count: Route.formBytesMax + 1)
            let tooLarge = try await client.send(.post, "/aanmelden", [:], large)
            #expect(tooLarge.status == 413)
        }
    }

    @Test func `every answer carries the security headers`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = TestClient(region.application)
            for path in ["/aanmelden", "/bestaat-niet", "/stijl.css", "/"] {
                let answer = try await client.get(path)
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'self'") == true)
            }
        }
    }
}

extension Route {
    /// The path with parameters that look right and lead nowhere.
    var samplePath: String {
        path.split(separator: "/").map { part in
            switch part {
            case ":id", ":absence", ":paper", ":file", ":channel", ":person":
                "01a13951-0000-7000-8000-000000000000"
            case ":session", ":activity": "01a13951-0000-7000-8000-000000000000"
            case ":outcome", ":step": "01a13951-0000-7000-8000-000000000000"
            case ":body": "AB"
            case ":promise": "T1"
            case ":question": "people-count"
            case ":round": "01a13951-0000-7000-8000-000000000000"
            case ":part": "people"
            case ":number": "1"
            case ":card": "opvang"
            case ":line": "OVDBZ-NOORD"
            case ":week": "2026-11-30"
            case ":slot": "first"
            case ":norm": "coverage.horizon"
            case ":plan", ":hours": "01a13951-0000-7000-8000-000000000000"
            case ":version": "0.3"
            case ":year": "2026"
            case ":quarter": "2026-4"
            case ":kind": "knelpunt"
            case ":over": "regio"
            case ":process": "OPVANG"
            case ":organisation": "ACUTE_BEVOLKINGSZORG"
            case ":gemeente": "GM0606"
            case ":section": "lokaal"
            case ":leave": "01a13951-0000-7000-8000-000000000000"
            case ":function": "OVDBZ"
            case ":token": "klopt-niet"
            case ":point", ":finding": "01a13951-0000-7000-8000-000000000000"
            case ":stuk": "verslag"
            default: String(part)
            }
        }.reduce(into: "") { $0 += "/\($1)" }.ifEmpty("/")
    }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String {
        isEmpty ? other : self
    }
}
