import Foundation
import Testing

@Suite struct RouteRuleTests {
    private func isFine(_ text: String, file: String = "AlarmRoutes") -> Bool {
        RouteRule().findings(in: [SourceFile(path: "Sources/App/Alarm/\(file).swift", text: text)]).isEmpty
    }

    @Test(arguments: [
        "Route.get(\"/alarm\") { page }", "Route.post(path, handler)",
        "routes.get(\"/alarm/{id}\", use: show)",
        ".post(\"/alarm\", page(needs: .all))", "Route(.get, \"/x\")",
        "[.get(\"/a\", needs: .all), .get(\"/b\")]",
        ".delete(\"/alarm/\\(id)\")",
    ])
    func `a route without a permission is found`(text: String) {
        #expect(!isFine(text))
    }

    @Test(arguments: [
        "Route.get(\"/alarm\", needs: .readAlarms) { page }",
        "routes.post(\n  \"/alarm\",\n  needs: .raise,\n  use: f)",
        "form.get(\"name\")", "cache.get(key)", "let routes: [Route] = []", "// Route.get(\"/x\")",
        "-> [Route] {",
        ".get(\"/alarm/\\(x(needs))\", needs: .all)",
    ])
    func `a route with one is fine, and so is what is not a route`(text: String) {
        #expect(isFine(text))
    }

    @Test func `routes are only looked for in files of routes`() {
        #expect(isFine("client.get(\"/x\")", file: "AlarmPages"))
    }
}
