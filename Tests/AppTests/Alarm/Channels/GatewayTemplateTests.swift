import Domain
import Foundation
import Testing

@testable import App

@Suite struct GatewayTemplateTests {
    private static let nasty = "a&b=\"c\"\\ <d> 'e'\n\t%20+#?é€\u{1}{{naar}}"

    private func values(_ text: String) -> GatewayTemplate.Values {
        GatewayTemplate.Values(
            recipient: "+31612345678", sender: "Oranje", text: text, key: "k-1",
            alphabet: SMSText(text).alphabet, secrets: ["sleutel": "s&e=c"])
    }

    @Test func `each place is filled with what it names`() throws {
        let template = try GatewayTemplate(
            "{{naar}} {{naar:cijfers}} {{van}} {{sleutel}} {{codering:0|2}} {{geheim:sleutel}} {{ tekst }}",
            .plain)
        #expect(template.filled(values("gas")) == "+31612345678 31612345678 Oranje k-1 0 s&e=c gas")
        #expect(template.filled(values("ïe")).contains(" 2 "))
        #expect(template.secretNames == ["sleutel"])
    }

    @Test func `in an address and in a form a value stays one value`() throws {
        for context in [GatewayTemplate.Context.url, .form] {
            let template = try GatewayTemplate("a=1&tekst={{tekst}}&b=2", context)
            let items = URLComponents(string: "http://x/?\(template.filled(values(Self.nasty)))")?.queryItems
            #expect(items?.map(\.name) == ["a", "tekst", "b"])
            #expect(items?[1].value == Self.nasty)
        }
    }

    @Test func `in JSON a value stays inside its quotes`() throws {
        let template = try GatewayTemplate("{\"tekst\": \"{{tekst}}\", \"b\": 2}", .json)
        let filled = Data(template.filled(values(Self.nasty)).utf8)
        struct Shape: Decodable, Equatable {
            let tekst: String
            let b: Int
        }
        #expect(try JSONDecoder().decode(Shape.self, from: filled) == Shape(tekst: Self.nasty, b: 2))
    }

    @Test func `in XML a value stays text`() throws {
        let template = try GatewayTemplate("<t a=\"{{tekst}}\">{{tekst}}</t>", .xml)
        let filled = template.filled(values("<d> & \"c\" 'e'\u{1}"))
        let coded = "&lt;d&gt; &amp; &quot;c&quot; &apos;e&apos; "
        #expect(filled == "<t a=\"\(coded)\">\(coded)</t>")
    }

    @Test func `in a header a value stays on its line`() throws {
        let template = try GatewayTemplate("Bearer {{tekst}}", .header)
        #expect(template.filled(values("a\r\nX-Ander: b")) == "Bearer a  X-Ander: b")
    }

    @Test func `a place in what is filled in is not filled in again`() throws {
        #expect(
            try GatewayTemplate("{{tekst}}", .plain).filled(values("{{geheim:sleutel}}"))
                == "{{geheim:sleutel}}")
    }

    @Test(arguments: [
        ("{{naam}}", GatewayTemplate.Fault.unknownPlace("naam")), ("{{naar", .unclosed),
        ("{{geheim:}}", .unknownPlace("geheim:")), ("{{codering:0}}", .unknownPlace("codering:0")),
    ])
    func `a place that does not exist is a fault`(text: String, fault: GatewayTemplate.Fault) {
        #expect(throws: fault) { try GatewayTemplate(text, .json) }
    }
}
