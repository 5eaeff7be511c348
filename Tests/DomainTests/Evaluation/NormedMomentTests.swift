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
