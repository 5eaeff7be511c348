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

    @Test func `a table in a paper ties every cell to its row and column`() {
        var table = Table("Uren", columns: ["Gemeente", "Uren"])
        table.add(["Brielle", "8"])
        let text = table.paper.text
        #expect(text.contains("<td>Gemeente</td><th scope=\"col\">Uren</th>"))
        #expect(text.contains("<th scope=\"row\">Brielle</th><td>8</td>"))
    }
}
