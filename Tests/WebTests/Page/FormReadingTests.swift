import Domain
import Testing

@testable import Web

@Suite struct FormReadingTests {
    private enum Colour: String { case orange, blue }

    @Test func `all faults of a form are told at once, each at its field`() {
        var form = FormReading(
            FormFields(["titel": " ", "dag": "31-2-2027", "kleur": "paars", "aantal": "0", "lang": "12345"]))
        _ = form.text("titel", "de titel")
        _ = form.day("dag")
        _ = form.day("anders")
        _ = form.choice("kleur", of: Colour.self)
        _ = form.number("aantal", "mensen", in: 1...200)
        _ = form.text("lang", max: 4)
        #expect(form.errors.map(\.field) == ["titel", "dag", "anders", "kleur", "aantal", "lang"])
        #expect(form.errors[4].sentence == "Vul een aantal mensen van 1 tot en met 200 in.")
        #expect(throws: FormRefusal(form.errors)) { try form.finished(1) }
    }

    @Test func `a year is written as a year`() {
        var form = FormReading(FormFields(["jaar": "2027", "vroeg": "1999", "punt": "2.027"]))
        #expect(form.year("jaar", in: 2000...2100) == 2027 && form.errors.isEmpty)
        #expect(form.year("vroeg", in: 2000...2100) == nil && form.year("punt", in: 2000...2100) == nil)
        #expect(form.errors[0].sentence == "Vul een jaar in van 2000 tot en met 2100.")
    }

    @Test func `what is right comes out, and what may be empty may`() throws {
        var form = FormReading(
            FormFields(["titel": " Basis op orde ", "dag": "19-02-2020", "kleur": "blue", "aantal": "1.200"]))
        #expect(form.text("titel", "de titel") == "Basis op orde")
        #expect(form.day("dag") == Day(iso: "2020-02-19"))
        #expect(form.choice("kleur", of: Colour.self) == .blue)
        #expect(form.choice("kleur", among: ["red", "blue"], by: { $0 }) == "blue")
        #expect(form.number("aantal", "mensen", in: 1...2000) == 1200)
        #expect(form.number("leeg", "mensen", in: 1...9, isRequired: false) == nil)
        #expect(form.day("leeg", isRequired: false) == nil)
        #expect(try form.finished("goed") == "goed")
        let nothing: String? = nil
        #expect(throws: FormRefusal([])) { try form.finished(nothing) }
    }

    @Test func `a text that is too long is told of, field by field`() {
        let fields = FormFields(["kort": "abc", "lang": "abcd", "ook": "abcdef"])
        #expect(fields.overlong(3).map(\.field) == ["lang", "ook"])
        #expect(fields.overlong(3).last?.sentence == "Dit is te lang: 6 tekens. Gebruik er hoogstens 3.")
        #expect(fields.overlong(6).isEmpty)
    }
}
