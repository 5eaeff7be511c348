import Testing

@testable import Web

@Suite struct HTMLTests {
    @Test func `interpolated text is escaped, also inside attributes`() {
        let name = "<script>alert('x')</script> & \"Jan\""
        let html: HTML = "<p title=\"\(name)\">\(name)</p>"
        let escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Jan&quot;"
        #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `parts are put in as they are, lists one after another, nothing for nil`() {
        let part: HTML = "<b>vet</b>"
        let none: HTML? = nil
        let html: HTML = "<p>\(part)\([part, part])\(none)\([none, part])\(12)</p>"
        #expect(html.text == "<p><b>vet</b><b>vet</b><b>vet</b><b>vet</b>12</p>")
    }

    @Test func `text outside ASCII comes through whole`() {
        let html: HTML = "<p>\("één Ĳ 😀")</p>"
        #expect(html.text == "<p>één Ĳ 😀</p>")
    }
}
