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

    @Test func `only who asks for JSON and not for a page gets JSON`() {
        #expect(request([.accept: "application/json"]).wantsJSON)
        #expect(request([.accept: "application/problem+json, application/json"]).wantsJSON)
        #expect(!request([.accept: "text/html,application/xhtml+xml,application/json;q=0.5"]).wantsJSON)
        #expect(!request([:]).wantsJSON)
    }
}
