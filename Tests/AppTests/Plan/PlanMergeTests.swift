import Domain
import Testing
import Web

@testable import App

@Suite struct PlanMergeTests {
    @Test(arguments: [
        // What the form was made from, what was typed, what stands there now; what comes of it, and whether both
        // wrote.
        ("oud", "oud", "oud", "oud", false), ("oud", "mijn", "oud", "mijn", false),
        ("oud", "oud", "hun", "hun", false), ("oud", "mijn", "hun", "mijn", true),
        ("oud", "zelfde", "zelfde", "zelfde", false), ("een\ntwee", "een\r\ntwee", "hun", "hun", false),
        ("oud", "mijn", "", "mijn", true),
    ])
    func `a field is as whoever touched it left it`(
        was: String, typed: String, now: String, merged: String, isConflict: Bool
    ) {
        let sent = FormFields(["doel": typed, "was-doel": was])
        let merge = PlanMerge(sent, present: FormFields(["doel": now]), names: ["doel"])
        #expect(merge.fields["doel"] == merged)
        #expect(merge.conflicts == (isConflict ? [PlanMerge.Conflict(field: "doel", theirs: now)] : []))
    }

    @Test func `a form that does not say what it was made from takes nothing away`() {
        let merge = PlanMerge(
            FormFields(["doel": "mijn"]), present: FormFields(["doel": "hun", "van": "1-1-2027"]),
            names: ["doel", "van"])
        #expect(merge.fields["doel"] == "mijn" && merge.fields["van"] == "1-1-2027")
        #expect(merge.conflicts.map(\.field) == ["doel"] && merge.taken == ["van"])
    }
}
