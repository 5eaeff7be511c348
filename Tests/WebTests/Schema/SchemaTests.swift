import Domain
import Testing

@testable import Web

/// A resource as a feature describes one.
private struct Sample: Hashable, Sendable {
    let code: Code<Sample>
    let name: String
    let from: Day?
    let at: Instant
    let count: Int
    let parts: [Part]

    struct Part: Hashable, Sendable {
        let kind: Bool

        static let schema = Schema<Part>.object(
            "Deel", "Een deel.", Property("vlag", \.kind, .boolean, "Een vlag."), make: Part.init)
    }

    static let schema = Schema<Sample>.object(
        "Voorbeeld", "Een voorbeeld.",
        Property("code", \.code, .code(of: Sample.self, example: "A1"), "Code."),
        Property("naam", \.name, .text(1...5), "Naam."),
        Property("vanaf", \.from, Scalar.day.orNull, absent: .some(nil), "Vanaf."),
        Property("op", \.at, .instant, "Op."),
        Property("aantal", \.count, .integer(1...9), "Aantal."),
        Property("delen", \.parts, .list(of: Part.schema, countMax: 2), "Delen."),
        make: Sample.init)
}

@Suite struct SchemaTests {
    private func places(_ text: String) -> [String] {
        var faults: [InputFault] = []
        let value = Sample.schema.decode(Array(text.utf8), &faults)
        #expect((value == nil) == !faults.isEmpty)
        return faults.map { fault in
            guard case .body(let pointer) = fault.place else { return "?" }
            return pointer
        }
    }

    @Test func `what a schema writes it reads back`() throws {
        let sample = Sample(
            code: Code("A-1"), name: "één", from: Day(iso: "2026-11-23"),
            at: Instant(milliseconds: 1_795_431_600_000),
            count: 9, parts: [.init(kind: true), .init(kind: false)])
        let bytes = Sample.schema.bytes(sample)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"code":"A-1","naam":"één","vanaf":"2026-11-23","op":"2026-11-23T11:00:00Z","aantal":9,"delen":[{"vlag":true},{"vlag":false}]}"#
        )
        var faults: [InputFault] = []
        #expect(Sample.schema.decode(bytes, &faults) == sample)
        #expect(faults.isEmpty)
    }

    @Test func `every fault is told with its place`() {
        let text =
            #"{"code":"a","naam":"te lang hoor","vanaf":"2026-02-30","op":"2026-11-23T11:00:00","aantal":10,"delen":[{},{"vlag":"ja"}],"meer":1}"#
        #expect(
            places(text) == [
                "/meer", "/code", "/naam", "/vanaf", "/op", "/aantal", "/delen/0/vlag", "/delen/1/vlag",
            ])
        #expect(places("{}") == ["/code", "/naam", "/op", "/aantal", "/delen"])
        #expect(places("[]") == [""])
        #expect(places(#"{"a":1,"a":2}"#) == ["/a"])
    }

    @Test func `a list has a limit and a member may be left out only where the schema says so`() {
        let good = #"{"code":"A","naam":"B","op":"2026-11-23T12:00:00+01:00","aantal":1.0,"delen":[]}"#
        #expect(places(good).isEmpty)
        let three = good.replacing("[]", with: "[{\"vlag\":true},{\"vlag\":true},{\"vlag\":true}]")
        #expect(places(three) == ["/delen"])
        #expect(places(good.replacing("\"naam\":\"B\"", with: "\"naam\":null")) == ["/naam"])
    }

    @Test func `the description names what is required, and nothing else may come in`() throws {
        let description = try #require(Sample.schema.components["Voorbeeld"])
        #expect(description["required"] == ["code", "naam", "op", "aantal", "delen"])
        #expect(description["additionalProperties"] == false)
        #expect(description["properties"]?["vanaf"]?["type"] == ["string", "null"])
        #expect(description["properties"]?["op"]?["format"] == "date-time")
        #expect(description["properties"]?["delen"]?["items"] == ["$ref": "#/components/schemas/Deel"])
        #expect(Sample.schema.components["Deel"] != nil)
    }

    @Test func `what the value itself refuses is told below its own place`() {
        let schema = Schema.list(
            of: Sample.Part.schema.refusing {
                $0.kind ? [] : [("/vlag", "moet-waar", "Dit moet true zijn.")]
            },
            countMax: 5)
        var faults: [InputFault] = []
        #expect(schema.decode(Array(#"[{"vlag":true},{"vlag":false}]"#.utf8), &faults) == nil)
        #expect(faults == [InputFault(body: "/1/vlag", "moet-waar", "Dit moet true zijn.")])
    }
}
