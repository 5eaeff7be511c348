import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct RecordEntryTests {
    private static func statement(
        _ text: String, _ key: String, replaces: [Int] = [], settles: Bool = false
    ) -> EntryDraft {
        var draft = EntryDraft(
            .statement(PictureStatement(theme: .victims, topic: "Geëvacueerd", isSettlement: settles)), text,
            key: key)
        draft.replaces = replaces
        return draft
    }

    @Test(arguments: TestEngine.allCases)
    func `a request that comes twice is written once`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let draft = EntryDraft(.note(Note()), "Rook trekt naar de wijk.", key: "n-1")
            let first = try await region.record(draft, in: id)
            let again = try await region.record(draft, in: id)
            #expect(!first.isDuplicate)
            #expect(again.isDuplicate && again.number == first.number)
            let texts = try await region.timeline(id).entries.map(\.text)
            #expect(texts.filter { $0 == "Rook trekt naar de wijk." }.count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an entry that was replaced meanwhile stays beside the new one`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let first = try await region.record(Self.statement("40", "s-1"), in: id)
            _ = try await region.record(Self.statement("60", "s-2", replaces: [first.number]), in: id)
            let late = try await region.record(Self.statement("55", "s-3", replaces: [first.number]), in: id)
            #expect(late.isContested)
            let state = try await region.state(id)
            #expect(state.picture.contradictions.first?.statements.map(\.text) == ["60", "55"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `only the information coordinator decides between statements`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            _ = try await region.record(Self.statement("40", "s-1"), in: id)
            _ = try await region.record(Self.statement("60", "s-2"), in: id)
            _ = try await region.record(Self.statement("50", "s-3", settles: true), in: id, as: "bureau")
            #expect(try await region.state(id).picture.contradictions.first?.statements.count == 3)
            _ = try await region.record(Self.statement("60", "s-4", settles: true), in: id, as: "informatie")
            let state = try await region.state(id)
            #expect(state.picture.contradictions.isEmpty)
            #expect(state.picture.topics.first?.statements.map(\.text) == ["60"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a fact of yesterday night is taken, and what was known before stays known`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            var draft = EntryDraft(
                .level(Declaration(level: .one, declarer: .officer)), "GRIP 1", key: "l-1")
            draft.occurredAt = TestRegion.now.adding(minutes: -600)
            let later = TestRegion.now.adding(minutes: 5)
            let written = draft
            _ = try await region.record(written, in: id, at: later)
            let before = try await region.timeline(id, at: TestRegion.now.adding(minutes: 4))
            #expect(before.entries.map(\.kind) == ["opened"])
            let after = try await region.timeline(id, at: later)
            #expect(after.entries.map(\.kind) == ["opened", "level"])
            #expect(after.entries.last?.occurredAt == TestRegion.now.adding(minutes: -600))
            #expect(try await region.read { tx in try tx.deployment(id)?.level } == .one)
        }
    }

    @Test func `a clock that was set back puts no entry before one that was there`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            _ = try await region.record(
                EntryDraft(.note(Note()), "later", key: "n-1"), in: id, at: TestRegion.now.adding(minutes: 9))
            _ = try await region.record(EntryDraft(.note(Note()), "eerder", key: "n-2"), in: id)
            let entries = try await region.timeline(id, at: TestRegion.now.adding(minutes: 9)).entries
            #expect(entries.map(\.text).suffix(2) == ["later", "eerder"])
            #expect(entries.last?.recordedAt == TestRegion.now.adding(minutes: 9))
        }
    }

    @Test func `a change of a thing that two made at once is shown as both`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            func action(_ state: DeploymentAction.State, _ key: String, replaces: [Int]) -> EntryDraft {
                var draft = EntryDraft(
                    .action(
                        DeploymentAction(
                            what: "Bel school", owner: "CO", dueAt: nil, state: state, giver: "AC")),
                    "Bel school", key: key)
                draft.replaces = replaces
                return draft
            }
            let given = try await region.record(action(.open, "a-1", replaces: []), in: id)
            _ = try await region.record(action(.done, "a-2", replaces: [given.number]), in: id)
            _ = try await region.record(action(.notDone, "a-3", replaces: [given.number]), in: id)
            let actions = try await region.state(id).actions
            #expect(actions.map(\.value.state) == [.done, .notDone])
            #expect(actions.filter(\.isContested).count == 2)
        }
    }

    @Test func `a note is open until a statement takes it in or somebody sets it aside`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            for number in 1...3 {
                _ = try await region.record(
                    EntryDraft(.note(Note()), "melding \(number)", key: "n-\(number)"), in: id)
            }
            _ = try await region.record(
                EntryDraft(
                    .statement(PictureStatement(theme: .incident, topic: "Rook", from: [2])), "Rook",
                    key: "s"), in: id)
            _ = try await region.record(
                EntryDraft(.note(Note(kind: .personal, setsAside: [3])), "Niet nodig", key: "x"), in: id)
            let open = try await region.read { tx in
                let last = try tx.lastEntryNumber(of: id)
                return [try tx.unprocessedNotes(of: id, at: last), try tx.unprocessedNotes(of: id, at: 4)]
            }
            #expect(open.map { $0.map(\.number) } == [[4], [2, 3, 4]])
        }
    }

    @Test func `the journal holds a hash of what was written and none of the text`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            _ = try await region.record(EntryDraft(.note(Note()), "Geheim van iemand", key: "n"), in: id)
            let records = try await region.records(of: "deploymentEntry.recorded")
            #expect(records.count == 2)
            #expect(!records.contains { ($0.after ?? "").contains("Geheim") })
            let entry = try await region.read { tx in try #require(try tx.entry(2, in: id)) }
            #expect(records.last?.after?.contains(try entry.hash) == true)
        }
    }

    @Test func `who may not know of a deployment finds none, who may only see it is refused`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let id = try await region.deployment(in: own)
            let elsewhere = try await region.deployment(
                in: own.text == "GM0599" ? Code("GM0613") : Code("GM0599"), key: "elders")
            let draft = EntryDraft(.note(Note()), "x", key: "n")
            await #expect(throws: WebFailure.forbidden) {
                try await region.record(draft, in: id, as: "ambtenaar")
            }
            await #expect(throws: WebFailure.notFound) {
                try await region.record(draft, in: elsewhere, as: "ambtenaar")
            }
            await #expect(throws: WebFailure.notFound) {
                try await region.record(draft, in: id, as: "functionaris")
            }
        }
    }

    @Test func `who is deployed sees the deployment, writes in it, and is named by function`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let person = try #require(try await region.signedIn("functionaris").person)
            _ = try await region.record(
                EntryDraft(
                    .member(DeploymentMember(person: person.description, function: Code("CO"))), "Ingezet",
                    key: "m"), in: id)
            _ = try await region.record(
                EntryDraft(.note(Note()), "Ik ben er.", key: "n"), in: id, as: "functionaris")
            let author = try await region.timeline(id).entries.last?.author
            #expect(author?.hasSuffix("(CO)") == true)
        }
    }
}
