import Testing

@testable import Domain

@Suite struct NormSeriesTests {
    private func row(_ value: Int?, from: Int?, to: Int? = nil, sequence: Int) -> Norm {
        let start = Day(daysSince1970: 20_780)
        return Norm(
            code: .response, subject: .function(Code("OVDBZ")), value: value, status: .assumption,
            source: "", validFrom: from.map { start.adding(days: $0) },
            validTo: to.map { start.adding(days: $0) }, sequence: sequence, recordedAt: .distantPast)
    }

    @Test func `the steps touch and together are all time`() {
        let series = NormSeries([
            row(30, from: nil, sequence: 1), row(45, from: 10, to: 20, sequence: 2),
            row(nil, from: 15, sequence: 3),
        ])
        #expect(series.steps.map(\.value) == [30, 45, nil])
        #expect(series.steps.first?.interval.start == .distantPast)
        #expect(series.steps.last?.interval.end == .distantFuture)
        for (step, next) in zip(series.steps, series.steps.dropFirst()) {
            #expect(step.interval.end == next.interval.start)
        }
    }

    @Test func `only a change of the value is a turn, and only inside the horizon`() {
        let start = Day(daysSince1970: 20_780)
        let series = NormSeries([
            row(30, from: nil, sequence: 1), row(30, from: 5, sequence: 2), row(45, from: 10, sequence: 3),
        ])
        #expect(series.steps.count == 3)
        let horizon = Interval(from: start, through: start.adding(days: 30))
        #expect(series.turns(in: horizon) == [Amsterdam.startOfDay(start.adding(days: 10))])
        #expect(series.turns(in: Interval(from: start, through: start.adding(days: 9))).isEmpty)
    }

    @Test func `nothing recorded is one step without a value`() {
        #expect(NormSeries.empty.steps.map(\.value) == [nil])
        #expect(NormSeries.empty.value(at: .distantPast) == nil)
    }
}
