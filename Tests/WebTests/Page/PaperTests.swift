import Domain
import Testing

@testable import Web

@Suite struct PaperTests {
    @Test func `a paper is one document that fetches nothing and escapes what it is about`() {
        let drawing: HTML = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
        let paper = Paper(
            kind: "Agendapost", title: "A < B", regionName: "Rijnmond", made: Instant(milliseconds: 0),
            confidentiality: "Vertrouwelijk", body: HTML.picture(drawing, alternative: "Niets & niemand"))
        let text = paper.document.text
        #expect(text.hasPrefix("<!doctype html>") && text.contains("<html lang=\"nl\">"))
        #expect(text.contains("<title>Agendapost: A &lt; B</title>"))
        #expect(text.contains("Agendapost · Bevolkingszorg Rijnmond · Vertrouwelijk"))
        #expect(text.contains("alt=\"Niets &amp; niemand\" src=\"data:image/svg+xml;base64,"))
        #expect(!text.contains("<link") && !text.contains("<script") && !text.contains("href="))
    }

    @Test(arguments: [
        ("Tijdlijn: <b>brand</b>, 10:30", "Tijdlijn b brand b , 10 30"), ("Basis op orde", "Basis op orde"),
        ("A/B\\C\n\"D\" | E?*", "A B C D E"), ("<>", "Agendapost"),
    ])
    func `a file is called by the title without what a name cannot hold`(title: String, name: String) {
        let paper = Paper(
            kind: "Agendapost", title: title, regionName: "", made: Instant(milliseconds: 0), body: "")
        #expect(paper.fileName == name)
    }

    @Test func `one sheet is set small, other papers are not`() {
        func style(_ isSheet: Bool) -> String {
            Paper(
                kind: "", title: "", regionName: "", made: Instant(milliseconds: 0), isSheet: isSheet,
                body: ""
            ).document.text
        }
        #expect(style(true).contains("columns: 2") && !style(false).contains("columns: 2"))
    }

    @Test func `a table in a paper ties every cell to its row and column`() {
        var table = Table("Uren", columns: ["Gemeente", "Uren"])
        table.add(["Brielle", "8"])
        let text = table.paper.text
        #expect(text.contains("<td>Gemeente</td><th scope=\"col\">Uren</th>"))
        #expect(text.contains("<th scope=\"row\">Brielle</th><td>8</td>"))
    }
}
