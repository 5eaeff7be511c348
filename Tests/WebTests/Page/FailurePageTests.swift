import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct FailurePageTests {
    static let failures: [(failure: WebFailure, status: Int)] = [
        (.notFound, 404), (.forbidden, 403), (.expiredForm, 403),
        (.methodNotAllowed(allowed: [.get, .post]), 405),
        (.bodyTooLarge(bytesMax: 10_485_760), 413), (.malformed, 400), (.changedMeanwhile, 409),
        (.tooManyAttempts(retryAfterSeconds: 300), 429), (.unavailable, 503), (.unexpected, 500),
        (.other(code: 431), 431),
    ]

    private func answer(_ failure: WebFailure, accept: String) -> WebResponse {
        let request = WebRequest(method: .get, path: "/x", headers: [.accept: accept])
        return FailurePage.response(failure, request, layout: Layout(regionName: "Rijnmond"))
    }

    @Test(arguments: failures)
    func `every failure is a Dutch page with its own status and a way on`(failure: WebFailure, status: Int) {
        let response = answer(failure, accept: "text/html")
        #expect(response.status.code == status)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        let html = String(decoding: response.body, as: UTF8.self)
        #expect(html.contains("<html lang=\"nl\">"))
        #expect(html.contains("Foutcode \(status)"))
        #expect(html.contains("href=\"/\""))
        #expect(html.contains("<p class=\"lead\">"))
        // "Dit mag u niet" and not "Forbidden": the reader is no programmer.
        #expect(!html.contains("\(failure)"))
        #expect(!html.contains("Error"))
    }

    private struct Problem: Decodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
    }

    @Test(arguments: failures)
    func `a program gets the same as problem json`(failure: WebFailure, status: Int) throws {
        let response = answer(failure, accept: "application/json")
        #expect(response.status.code == status)
        #expect(response.headers[.contentType] == "application/problem+json")
        let problem = try JSONDecoder().decode(Problem.self, from: Data(response.body))
        #expect(problem.type == "about:blank")
        #expect(problem.status == status)
        #expect(!problem.title.isEmpty)
        #expect(!problem.detail.isEmpty)
    }

    @Test func `a wrong method names those that are right`() {
        let response = answer(.methodNotAllowed(allowed: [.get, .post]), accept: "text/html")
        #expect(response.headers[.allow] == "GET, POST")
    }

    @Test func `who must wait hears how long`() {
        let response = answer(.tooManyAttempts(retryAfterSeconds: 300), accept: "text/html")
        #expect(response.headers[.retryAfter] == "300")
        #expect(String(decoding: response.body, as: UTF8.self).contains("5 minuten"))
    }

    @Test(arguments: [(119, "2 minuten"), (61, "2 minuten"), (60, "1 minuut"), (1, "1 minuut")])
    func `waiting is rounded up, because trying too early is refused again`(seconds: Int, words: String) {
        let response = answer(.tooManyAttempts(retryAfterSeconds: seconds), accept: "text/html")
        #expect(String(decoding: response.body, as: UTF8.self).contains("Wacht \(words)"))
    }
}
