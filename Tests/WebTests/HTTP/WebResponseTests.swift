import HTTPTypes
import Testing

@testable import Web

@Suite struct WebResponseTests {
    @Test func `a file is handed over to keep and runs nothing in the site`() {
        let response = WebResponse.download(
            [1, 2], name: "lijst één; \"a\".csv", type: "text/csv; charset=utf-8")
        #expect(response.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(
            response.headers[.contentDisposition]
                == "attachment; filename=\"lijst __n_ _a_.csv\"; filename*=UTF-8''lijst%20%C3%A9%C3%A9n%3B%20%22a%22.csv"
        )
        #expect(response.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
        #expect(response.body == [1, 2])
    }

    @Test func `a name cannot begin a header of its own`() {
        let response = WebResponse.download([], name: "a\r\nSet-Cookie: b=c", type: "text/plain")
        let disposition = response.headers[.contentDisposition] ?? ""
        #expect(!disposition.contains("\r") && !disposition.contains("\n"))
    }
}
