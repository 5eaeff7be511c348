import Foundation
import Testing

@testable import Domain

@Suite struct PaperFileTests {
    /// A day of these tests; a typing error becomes 1970 and fails the test that meets it.
    private static func date(_ iso: String) -> Day {
        Day(iso: iso) ?? Day(daysSince1970: 0)
    }

    private static func body(_ code: String, _ power: GoverningBody.Power) -> GoverningBody {
        GoverningBody(
            code: Code(code), name: code, power: power, chairOffice: "voorzitter",
            secretaryOffice: "secretaris", source: "")
    }

    private static let cagem = body("CAGEM", .advises)
    private static let board = body("AB", .decides)
    private static let thematic = body("TAB", .discusses)
    private static let today = Self.date("2020-03-01")

    private func version(_ number: Int, keepsOutlines: Bool = true) -> PaperVersion {
        PaperVersion(
            number: number, label: "0.\(number)", day: Self.date("2020-01-0\(number)"), summary: "",
            keepsOutlines: keepsOutlines)
    }

    private func said(
        _ body: GoverningBody, _ version: Int, _ verdict: PaperOutcome.Verdict,
        _ scope: PaperOutcome.Scope = .whole, on day: String = "2020-02-19"
    ) -> PaperOutcome {
        PaperOutcome(
            id: ID(uuid: UUID()), body: body.code, version: version, day: Self.date(day), verdict: verdict,
            scope: scope, text: "")
    }

    private func file(_ versions: [PaperVersion], _ outcomes: [PaperOutcome]) -> PaperFile {
        func step(_ body: GoverningBody, _ role: PaperRole) -> PaperStep {
            PaperStep(id: ID(uuid: UUID()), body: body.code, role: role, plannedOn: nil)
        }
        return PaperFile(
            paper: BoardPaper(
                id: ID(uuid: UUID()), title: "Plan", subject: .init(.plan), principal: "portefeuillehouder"),
            versions: versions, steps: [step(Self.cagem, .advice), step(Self.board, .decision)],
            outcomes: outcomes)
    }

    @Test func `a body that may not decide is told so, whatever else is wrong`() {
        let file = file([version(3)], [])
        for body in [Self.cagem, Self.thematic] {
            let outcome = said(body, 3, .adopted)
            #expect(file.faults(of: outcome, by: body, today: Self.today) == [.mayNot(body, .decision)])
        }
        #expect(
            file.faults(of: said(Self.thematic, 3, .agreed), by: Self.thematic, today: Self.today)
                == [.mayNot(Self.thematic, .advice)])
        #expect(
            PaperRole.allCases.map { file.fault(of: $0, by: Self.board) } == [
                nil, nil, .onTheWay(Self.board.code),
            ])
        #expect(file.faults(of: said(Self.board, 3, .adopted), by: Self.board, today: Self.today) == [])
        let wrong = said(Self.cagem, 9, .adopted, on: "2020-03-02")
        #expect(
            file.faults(of: wrong, by: Self.cagem, today: Self.today)
                == [.mayNot(Self.cagem, .decision), .inFuture(Self.date("2020-03-02")), .noSuchVersion])
    }

    @Test func `advice holds for its version, and advice on the main lines while those stay`() {
        let advice = said(Self.cagem, 1, .agreed, .outlines)
        let versions = [version(1), version(2), version(3, keepsOutlines: false), version(4)]
        let standings = (1...4).map { advice.standing(for: $0, among: versions) }
        #expect(standings == [.holds, .holdsForOutlines, .lapsed, .lapsed])
        let whole = said(Self.cagem, 1, .agreed)
        #expect(whole.standing(for: 2, among: versions) == .lapsed)
        #expect(said(Self.cagem, 2, .agreed, .outlines).standing(for: 1, among: versions) == .lapsed)
        let part = said(Self.cagem, 1, .agreed, .part("hoofdstuk 4"))
        #expect(part.standing(for: 2, among: versions) == .lapsed)
    }

    @Test func `the way shows what is done, what lapsed and who is next`() {
        let advice = said(Self.cagem, 1, .agreed, .outlines, on: "2020-01-20")
        let kept = file([version(1), version(2)], [advice])
        #expect(kept.state(of: kept.steps[0]) == .heldForOutlines(advice))
        #expect(kept.next == kept.steps[1])
        #expect(kept.missingBefore(Self.board.code) == [])
        let changed = file([version(1), version(2, keepsOutlines: false)], [advice])
        #expect(changed.state(of: changed.steps[0]) == .lapsed(advice))
        #expect(changed.missingBefore(Self.board.code) == [changed.steps[0]])
        let postponed = said(Self.board, 2, .postponed)
        let later = file([version(1), version(2)], [advice, postponed])
        #expect(later.state(of: later.steps[1]) == .postponed(postponed))
        #expect(later.settled == nil)
        let adopted = said(Self.board, 2, .adopted)
        let done = file([version(1), version(2)], [advice, postponed, adopted])
        #expect(done.next == nil)
        #expect(done.settled == adopted)
    }

    @Test func `what a board settled is not settled twice, what it postponed is`() {
        let adopted = said(Self.board, 1, .adopted)
        let settled = file([version(1), version(2)], [adopted])
        let again = settled.faults(of: said(Self.board, 1, .rejected), by: Self.board, today: Self.today)
        #expect(again == [.alreadyDecided(adopted)])
        #expect(settled.faults(of: said(Self.board, 2, .adopted), by: Self.board, today: Self.today) == [])
        let postponed = file([version(1)], [said(Self.board, 1, .postponed)])
        #expect(postponed.faults(of: adopted, by: Self.board, today: Self.today) == [])
        let early = postponed.faults(
            of: said(Self.board, 1, .adopted, on: "2019-12-31"), by: Self.board, today: Self.today)
        #expect(early == [.beforeVersion(version(1))])
    }

    @Test func `a version has a label of its own and is not older than the one before`() {
        let file = file([version(1), version(2)], [])
        #expect(file.faults(of: version(3)) == [])
        #expect(file.faults(of: version(2)) == [.labelTaken("0.2")])
        #expect(file.faults(of: version(1)) == [.labelTaken("0.1"), .olderThan(version(2))])
        #expect(file.fault(of: .decision, by: Self.cagem) == .mayNot(Self.cagem, .decision))
        #expect(file.fault(of: .discussion, by: Self.cagem) == nil)
    }

    @Test func `secretary and chair each sign once, and not before the meeting`() {
        let decision = said(Self.board, 1, .adopted)
        let day = Self.date("2020-02-20")
        #expect(decision.fault(ofSignatureBy: .chair, on: day, today: Self.today) == nil)
        #expect(
            decision.fault(ofSignatureBy: .chair, on: Self.date("2020-02-18"), today: Self.today)
                == .signedBefore(decision.day))
        #expect(decision.fault(ofSignatureBy: .chair, on: day, today: decision.day) == .inFuture(day))
        let half = PaperOutcome(
            id: decision.id, body: decision.body, version: 1, day: decision.day, verdict: .adopted,
            scope: .whole, text: "", signatures: [.init(office: .chair, officeName: "voorzitter", day: day)])
        #expect(!half.isSigned)
        #expect(
            half.fault(ofSignatureBy: .chair, on: day, today: Self.today) == .signedAlready(.chair))
        #expect(half.fault(ofSignatureBy: .secretary, on: day, today: Self.today) == nil)
    }
}
