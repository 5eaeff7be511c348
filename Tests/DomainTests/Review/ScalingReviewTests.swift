import Foundation
import Testing

@testable import Domain

@Suite struct ScalingReviewTests {
    @Test func `it goes from open to prepared, discussed and closed`() {
        let yes = ReviewAnswer(.yes, grounds: "Er was geen andere plek")
        #expect(ScalingReview(dueOn: "2026-12-21").stage == .open)
        #expect(ScalingReview(dueOn: "2026-12-21", wise: yes).stage == .open)
        #expect(ScalingReview(dueOn: "2026-12-21", wise: yes, legitimate: yes).stage == .prepared)
        let discussed = ScalingReview(
            dueOn: "2026-12-21", wise: yes, legitimate: yes, discussedWith: "de burgemeester",
            discussedOn: "2026-12-15")
        #expect(discussed.stage == .discussed)
        #expect(discussed.missing == [.lesson])
    }

    @Test func `an answer without grounds is not enough, that nobody can say is an answer`() {
        let unknown = ReviewAnswer(.undecidable, grounds: "De gegevens ontbreken")
        let review = ScalingReview(
            dueOn: "2026-12-21", wise: unknown, legitimate: ReviewAnswer(.partly, grounds: ""), lesson: "Bel",
            discussedWith: "de burgemeester", discussedOn: "2026-12-15")
        #expect(review.missing == [.legitimateGrounds])
    }

    @Test func `it reads back as it was written, and what was written before there were four answers`() throws
    {
        let review = ScalingReview(
            dueOn: "2026-12-21", wise: ReviewAnswer(.partly, grounds: "x"), legitimate: nil, lesson: "les",
            shares: [ScalingReview.Share(municipality: Code("GM0613"), hours: 12, cents: 5_000)])
        let again = try JSONDecoder().decode(ScalingReview.self, from: JSONEncoder().encode(review))
        #expect(again == review)
        let old = #"{"dueOn":"2026-12-21","isLegitimate":false,"isWise":true,"lesson":"Bel eerder"}"#
        let read = try JSONDecoder().decode(ScalingReview.self, from: Data(old.utf8))
        #expect(read.wise?.verdict == .yes)
        #expect(read.legitimate?.verdict == .no)
        #expect(read.stage == .closed)
        let open = try JSONDecoder().decode(
            ScalingReview.self, from: Data(#"{"dueOn":"2026-12-21","lesson":""}"#.utf8))
        #expect(open.stage == .open)
    }

    @Test func `a cost that nobody established is not nought, and reads back so`() throws {
        let municipality = Code<Municipality>("GM0613")
        let shares = [
            ScalingReview.Share(municipality: municipality, hours: 12, cents: nil),
            ScalingReview.Share(municipality: municipality, hours: 12, cents: 0),
        ]
        let review = ScalingReview(dueOn: "2026-12-21", shares: shares)
        let again = try JSONDecoder().decode(ScalingReview.self, from: JSONEncoder().encode(review))
        #expect(again.shares == shares)
        // As it was stored while every share had a cost.
        let stored =
            #"{"dueOn":"2026-12-21","lesson":"","shares":[{"cents":5000,"hours":12,"municipality":"GM0613"}]}"#
        let read = try JSONDecoder().decode(ScalingReview.self, from: Data(stored.utf8))
        #expect(
            read.shares == [ScalingReview.Share(municipality: municipality, hours: 12, cents: 5_000)])
    }
}
