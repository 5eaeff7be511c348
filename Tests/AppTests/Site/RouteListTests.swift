import Testing

@testable import App

@Suite struct RouteListTests {
    @Test func `every address is listed with its method and what it needs`() {
        let addresses = Routes.all.count + API.operations.count + 1
        #expect(RouteEntry.all.count == addresses)
        let found = Set(RouteEntry.all.map { "\($0.method) \($0.path) \($0.needs)" })
        #expect(found.count == addresses)
        #expect(
            found.isSuperset(of: [
                "GET /aanmelden nobody", "GET /wachtwoord signedIn", "GET /mensen seePeople",
            ]))
    }
}
