import Testing

@testable import Domain

struct HandoverTests {
    private let start = SmallCrews.start
    private let function = Code<CrisisFunction>("ACBZ")

    private func handover(givenAt: Int?, takenAt: Int?) -> Handover {
        Handover(
            function: function, from: SmallCrews.person(0).description,
            to: SmallCrews.person(1).description, since: start,
            givenAt: givenAt.map { start.adding(minutes: $0) },
            takenAt: takenAt.map { start.adding(minutes: $0) })
    }

    private func missing(_ handovers: [Handover], at minute: Int, stays: Bool = true) -> [MissingHandover] {
        MissingHandover.find(
            changes: [(function, start.adding(minutes: 480), SmallCrews.person(1))],
            present: stays ? [(function, SmallCrews.person(0), start)] : [], handovers: handovers,
            graceMinutes: 30, at: start.adding(minutes: minute))
    }

    @Test func `a handover counts when both have said so, in either order`() {
        #expect(!handover(givenAt: 480, takenAt: nil).isConfirmed)
        #expect(!handover(givenAt: nil, takenAt: 480).isConfirmed)
        #expect(handover(givenAt: nil, takenAt: 480).given(at: start).isConfirmed)
        // What was said first stays.
        let twice = handover(givenAt: 480, takenAt: nil).given(at: start.adding(minutes: 490))
        #expect(twice.givenAt == start.adding(minutes: 480))
    }

    @Test func `while two crews are together nothing is missing; after that it is, until both confirm`() {
        #expect(missing([], at: 509).isEmpty)
        #expect(missing([], at: 510).map(\.dueAt) == [start.adding(minutes: 480)])
        #expect(missing([handover(givenAt: 480, takenAt: nil)], at: 510).count == 1)
        #expect(missing([handover(givenAt: 480, takenAt: 485)], at: 510).isEmpty)
    }

    @Test func `a handover of the shift before does not count for this one`() {
        #expect(missing([handover(givenAt: 0, takenAt: 5)], at: 510).count == 1)
    }

    @Test func `nobody who has gone is waited for`() {
        #expect(missing([], at: 600, stays: false).isEmpty)
    }
}
