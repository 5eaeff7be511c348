import HTTPTypes
import Testing

@testable import Web

@Suite struct WebRequestTests {
    private func request(_ headers: HTTPFields) -> WebRequest {
        WebRequest(method: .get, path: "/", headers: headers)
    }

    @Test func `a cookie is found among others, and by its whole name`() {
        let request = request([.cookie: "oranje_sessie_oud=1; oranje_sessie=abc=; andere=2"])
        #expect(request.cookie("oranje_sessie") == "abc=")
        #expect(request.cookie("andere") == "2")
        #expect(request.cookie("sessie") == nil)
    }

    @Test func `of a cookie that comes twice the first counts, in one header or in two`() {
        #expect(request([.cookie: "a=1; a=2"]).cookie("a") == "1")
        var headers = HTTPFields()
        headers[values: .cookie] = ["a=1", "a=2; b=3"]
        #expect(request(headers).cookie("a") == "1")
        #expect(request(headers).cookie("b") == "3")
    }

    @Test(arguments: ["", ";", "a", "=1", " ; ;="])
    func `a header without cookies has none`(text: String) {
        #expect(request([.cookie: text]).cookie("a") == nil)
    }

    @Test func `of the addresses a proxy passes on only the last is its own`() throws {
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        #expect(request([name: "10.0.0.1, 192.0.2.1 , 198.51.100.7"]).forwardedFor == "198.51.100.7")
        #expect(request([name: "198.51.100.7"]).forwardedFor == "198.51.100.7")
        #expect(request([:]).forwardedFor == nil)
    }

    @Test func `only who asks for JSON and not for a page gets JSON`() {
        #expect(request([.accept: "application/json"]).wantsJSON)
        #expect(request([.accept: "application/problem+json, application/json"]).wantsJSON)
        #expect(!request([.accept: "text/html,application/xhtml+xml,application/json;q=0.5"]).wantsJSON)
        #expect(!request([:]).wantsJSON)
    }
}
