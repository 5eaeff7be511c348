import Testing

@testable import Web

@Suite struct TableTests {
    @Test func `a table has a caption, headings for columns and rows, and labels for a phone`() {
        var table = Table("Functionarissen", columns: ["Naam", "Gemeente"])
        table.add(["Anna", "Schiedam"])
        let html = table.html.text
        #expect(html.contains("<caption>Functionarissen</caption>"))
        #expect(html.contains("<th scope=\"col\">Naam</th><th scope=\"col\">Gemeente</th>"))
        #expect(html.contains("<th scope=\"row\" data-label=\"Naam\">Anna</th>"))
        #expect(html.contains("<td data-label=\"Gemeente\">Schiedam</td>"))
    }

    @Test func `its frame can be scrolled by keyboard and has a name`() {
        let html = Table("Wie & wat", columns: ["A"]).html.text
        #expect(html.contains("tabindex=\"0\" role=\"region\" aria-label=\"Wie &amp; wat\""))
    }

    @Test func `a column without a heading has no label on a phone`() {
        var table = Table("T", columns: ["Naam", ""])
        table.add(["Anna", "<button>Weg</button>"])
        #expect(table.html.text.contains("</th><td><button>Weg</button></td></tr>"))
    }

    @Test func `an empty cell is no line in the list on a phone`() {
        var table = Table("T", columns: ["Naam", "Doen"])
        table.add(["Anna", ""])
        #expect(table.html.text.contains("</th><td class=\"empty\"></td></tr>"))
    }

    @Test func `rows stay in their order`() throws {
        var table = Table("T", columns: ["A"])
        for name in ["c", "a", "b"] { table.add(["\(name)"]) }
        let html = table.html.text
        #expect(html.matches(of: /data-label="A">(.)</).map { String($0.output.1) } == ["c", "a", "b"])
    }

    @Test func `text in captions, columns and cells is escaped`() {
        var table = Table("<i>", columns: ["<i>"])
        let text = "<i>"
        table.add(["\(text)"])
        #expect(!table.html.text.contains("<i>"))
    }
}
