import Testing

@testable import App

@Suite struct RouteListTests {
    @Test func `every address is listed with its method and what it needs`() {
        #expect(RouteEntry.all.count == Routes.all.count)
        let found = Set(RouteEntry.all.map { "\($0.method) \($0.path) \($0.needs)" })
        #expect(found.count == Routes.all.count)
        #expect(
            found.isSuperset(of: [
                "GET /aanmelden nobody", "GET /wachtwoord signedIn", "GET /mensen seePeople",
            ]))
    }
}
