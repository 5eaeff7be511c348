import Testing

@testable import Domain

@Suite struct NormedMomentTests {
    private let start = Instant(milliseconds: 1_795_000_000_000)

    private func moment(after seconds: Int?, within: Int?) -> NormedMoment {
        NormedMoment(
            .alarmStarted, "", from: start, at: seconds.map { start.adding(seconds: $0) },
            withinMinutes: within)
    }

    @Test(arguments: [
        (120, 2, NormedMoment.Verdict.inTime), (121, 2, .late), (0, 2, .inTime), (-30, 2, .inTime),
    ])
    func `a begun minute counts whole`(seconds: Int, within: Int, verdict: NormedMoment.Verdict) {
        #expect(moment(after: seconds, within: within).verdict == verdict)
    }

    @Test func `what did not happen is never in time, and what has no norm is no verdict`() {
        #expect(moment(after: nil, within: 2).verdict == .never)
        #expect(moment(after: 10, within: nil).verdict == .noNorm)
    }

    @Test func `what may still happen in time is ahead`() {
        #expect(moment(after: nil, within: 2).isAhead(at: start.adding(seconds: 120)))
        #expect(!moment(after: nil, within: 2).isAhead(at: start.adding(seconds: 121)))
        #expect(!moment(after: nil, within: nil).isAhead(at: start))
        #expect(!moment(after: 10, within: 2).isAhead(at: start))
    }

    @Test func `what did not happen before the end is missed only when its norm had run out by then`() {
        let end = start.adding(seconds: 120)
        #expect(moment(after: nil, within: 2).judged(at: end).verdict == .ahead)
        #expect(moment(after: nil, within: 1).judged(at: end).verdict == .never)
        #expect(moment(after: nil, within: nil).judged(at: end).verdict == .never)
        // What happened is judged by how long it took, after the end too.
        #expect(moment(after: 130, within: 2).judged(at: end).verdict == .late)
        #expect(moment(after: 100, within: 2).judged(at: end).verdict == .inTime)
    }

    @Test func `what was still ahead, or has no norm, is not measured`() {
        let end = start.adding(seconds: 60)
        let moments = [
            moment(after: nil, within: 2), moment(after: nil, within: 0), moment(after: 10, within: nil),
            moment(after: 10, within: 1),
        ].map { $0.judged(at: end) }
        let group = NormedGroup.groups(moments)[0]
        #expect(group.measured.map(\.verdict) == [.never, .inTime])
        #expect(group.count(.ahead) == 1)
    }

    @Test func `groups keep the order of the subjects`() {
        let shelter = NormedMoment(.shelterOpened, "", from: start, at: nil, withinMinutes: 180)
        let groups = NormedGroup.groups([
            shelter, moment(after: 130, within: 2), moment(after: 60, within: 2),
        ])
        #expect(groups.map(\.subject) == [.alarmStarted, .shelterOpened])
        #expect(groups[0].count(.late) == 1)
        #expect(groups[0].longestMinutes == 3)
    }
}
