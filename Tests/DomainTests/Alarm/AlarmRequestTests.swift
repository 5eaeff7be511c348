import Testing

@testable import Domain

@Suite struct AlarmRequestTests {
    private func request(
        _ posts: [(String, Int)] = [("CO", 2)], key: String = "k", place: String = "", within: Int? = nil
    ) -> AlarmRequest {
        AlarmRequest(
            key: key, posts: posts.map { AlarmRequest.Post(function: Code($0.0), wanted: $0.1) },
            municipality: Code("GM0613"), place: place, withinMinutes: within)
    }

    private func faults(_ request: AlarmRequest) -> [AlarmFault] {
        request.faults(
            knownFunctions: [Code("CO"), Code("OVDBZ")], knownMunicipalities: [Code("GM0613")])
    }

    @Test func `a request that can be read has no faults`() {
        #expect(faults(request([("CO", 2), ("OVDBZ", 1)], within: 60)).isEmpty)
    }

    @Test func `everything that is wrong is told at once`() {
        #expect(
            faults(request([("XX", 0), ("CO", 1), ("CO", 1)], key: "", within: 0)) == [
                .badKey, .unknownFunction(Code("XX")), .badNumber(Code("XX"), 0), .functionTwice(Code("CO")),
                .badWithin(0),
            ])
        #expect(faults(request([])) == [.badPostCount(0)])
    }

    @Test func `the content is the same for the same request and differs in every part`() {
        #expect(request(key: "a").content == request(key: "b").content)
        let others = [request([("CO", 3)]), request(place: "Rhoon"), request(within: 30)]
        #expect(Set((others + [request()]).map(\.content)).count == 4)
    }
}
