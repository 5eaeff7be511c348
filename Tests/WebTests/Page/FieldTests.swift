import Foundation
import Testing

@testable import Web

@Suite struct FieldTests {
    private let evil = "\"><script>x</script>'"

    @Test func `a refused field says what is wrong, keeps what was typed and is tied to its message`() {
        let state = FormState(
            FormFields(["mobiel": "06 1234"]), errors: [FieldError("mobiel", "Dit is te kort.")])
        let html = Field("mobiel", "Mobiel", .telephone, hint: "Tien cijfers.").html(state).text
        #expect(html.contains("value=\"06 1234\""))
        #expect(html.contains("aria-invalid=\"true\""))
        #expect(html.contains("aria-describedby=\"mobiel-hint mobiel-fout\""))
        #expect(html.contains("id=\"mobiel-hint\">Tien cijfers."))
        #expect(html.contains("id=\"mobiel-fout\">Dit is te kort."))
        #expect(html.contains("<label for=\"mobiel\">"))
        #expect(html.contains("id=\"mobiel\""))
    }

    @Test func `a field that is right has no error, and one without hint describes nothing`() {
        let html = Field("naam", "Naam", isRequired: true).html(FormState()).text
        #expect(!html.contains("aria-invalid"))
        #expect(!html.contains("aria-describedby"))
        #expect(html.contains(" required"))
        #expect(!html.contains("niet verplicht"))
        #expect(Field("naam", "Naam").html(FormState()).text.contains("niet verplicht"))
    }

    @Test func `a field in a cell has a name, keeps what was typed and says what is wrong`() {
        let field = Field("minuten", "Minuten van Noor", .number)
        #expect(
            field.cell(FormState(FormFields(["minuten": "90"]))).text
                == "<span class=\"nl-form-field\"><input type=\"text\" inputmode=\"numeric\" class=\"short\" "
                + "id=\"minuten\" name=\"minuten\" aria-label=\"Minuten van Noor\" value=\"90\"></span>")
        let state = FormState(
            FormFields(["minuten": "veel"]), errors: [FieldError("minuten", "Schrijf een getal.")])
        let refused = field.cell(state, isDisabled: true).text
        #expect(refused.contains("aria-describedby=\"minuten-fout\" aria-invalid=\"true\""))
        #expect(refused.contains("id=\"minuten-fout\">Schrijf een getal.</span>"))
        #expect(refused.contains("value=\"veel\""))
        #expect(refused.contains(" disabled"))
    }

    @Test func `a group says what is wrong with its fields together`() {
        let group = FieldGroup("aantal", "Hoeveel mensen")
        #expect(
            group.html(FormState(), "…").text
                == "<fieldset id=\"aantal\"><legend>Hoeveel mensen</legend>…</fieldset>")
        let refused = group.html(FormState(errors: [FieldError("aantal", "Vraag iemand.")]), "…").text
        #expect(refused.contains("aria-describedby=\"aantal-fout\""))
        #expect(refused.contains("id=\"aantal-fout\">Vraag iemand.</p>…"))
    }

    @Test func `what was typed is escaped in every control`() {
        let state = FormState(FormFields(["a": evil]))
        let controls: [Field.Control] = [
            .text, .number, .email, .telephone, .date, .time, .search, .longText(rows: 3),
            .choice([("x", evil), (evil, "b")]),
        ]
        for control in controls {
            let html = Field("a", evil, control, hint: evil).html(state).text
            #expect(!html.contains("<script>"), "\(control)")
            #expect(html.contains("&quot;&gt;&lt;script&gt;"), "\(control)")
        }
    }

    @Test func `a password and a file never come back`() {
        let state = FormState(FormFields(["a": "geheim"]))
        let password = Field("a", "A", .password(autocomplete: "current-password")).html(state).text
        #expect(!password.contains("geheim"))
        #expect(password.contains("autocomplete=\"current-password\""))
        #expect(!Field("a", "A", .file(accept: ".csv")).html(state).text.contains("geheim"))
    }

    @Test func `a choice and a tick are kept`() {
        let state = FormState(FormFields(["a": "2", "b": "ja"]))
        let choice = Field("a", "A", .choice([("1", "een"), ("2", "twee")])).html(state).text
        #expect(choice.contains("<option value=\"2\" selected>twee</option>"))
        #expect(choice.contains("<option value=\"1\">een</option>"))
        #expect(Field("b", "B", .checkbox).html(state).text.contains(" checked"))
        #expect(!Field("c", "C", .checkbox).html(state).text.contains(" checked"))
    }

    @Test func `a long text keeps its first line break and its spaces`() {
        let text = "\n  gemeente;naam\n"
        let html = Field("t", "T", .longText(rows: 2)).html(FormState(FormFields(["t": text]))).text
        // A browser drops one line break right after the tag (HTML §13.1.2.5), so one more must stand there.
        #expect(html.contains(">\n\(text)</textarea>"))
    }

    @Test func `the summary links to the fields in their order and is announced`() throws {
        let state = FormState(errors: [FieldError("van", "Fout één <b>"), FieldError("tot", "Fout twee")])
        let summary = try #require(state.summary).text
        #expect(summary.contains("role=\"alert\""))
        let first = try #require(summary.range(of: "<a href=\"#van\">Fout één &lt;b&gt;</a>"))
        let second = try #require(summary.range(of: "<a href=\"#tot\">Fout twee</a>"))
        #expect(first.upperBound < second.lowerBound)
        #expect(FormState().summary == nil)
    }

    @Test func `a form that writes posts with the token of the session`() {
        let html = form("/mensen/a\"b", csrf: "geheim", "<p>x</p>").text
        #expect(html.contains("method=\"post\""))
        #expect(html.contains("action=\"/mensen/a&quot;b\""))
        #expect(html.contains("name=\"csrf\" value=\"geheim\""))
    }
}
