import Testing

@testable import Domain

@Suite struct SegmentTests {
    private typealias Scene = CoverageScene

    @Test func `Saturday from midnight to eight is a gap, because the certificate ended on Friday at 23:59`()
    {
        let horizon = Interval.wall("2026-06-05 20:00", "2026-06-06 20:00")
        var anna = Scene.person(1, duties: [Scene.first(.wall("2026-06-05 20:00", "2026-06-06 08:00"))])
        anna.certificates = [Scene.certificate(anna.id, validThrough: "2026-06-05")]
        let berend = Scene.person(2, duties: [Scene.first(.wall("2026-06-06 08:00", "2026-06-06 20:00"))])

        let segments = Scene.segments([anna, berend], horizon)

        let eve = Interval.wall("2026-06-05 20:00", "2026-06-06 00:00")
        let night = Interval.wall("2026-06-06 00:00", "2026-06-06 08:00")
        let daytime = Interval.wall("2026-06-06 08:00", "2026-06-06 20:00")
        #expect(segments.map(\.interval) == [eve, night, daytime])
        #expect(segments.map(\.isRostered) == [true, true, true])
        #expect(segments.map(\.depth) == [.covered, nil, .covered])
        #expect(segments.map { $0.witnesses?.rostered } == [[anna.id], nil, [berend.id]])
        #expect(segments[0].witnesses?.reserve == [berend.id])
        #expect(segments[1].shortage?.missing == 1)
        #expect(segments[1].refusals(of: anna) == [.notCompetent(.expired(on: .on("2026-06-05")))])
        #expect(segments[1].refusals(of: berend) == [.notOnRoster])
    }

    @Test func `the moment at which one duty ends belongs to the next`() {
        let horizon = Interval.wall("2026-06-01 10:00", "2026-06-01 14:00")
        let anna = Scene.person(1, duties: [Scene.first(.wall("2026-06-01 10:00", "2026-06-01 12:00"))])
        let berend = Scene.person(2, duties: [Scene.first(.wall("2026-06-01 12:00", "2026-06-01 14:00"))])

        let segments = Scene.segments([anna, berend], horizon)

        #expect(segments.map(\.interval.start) == [.wall("2026-06-01 10:00"), .wall("2026-06-01 12:00")])
        #expect(segments.map { $0.witnesses?.rostered } == [[anna.id], [berend.id]])
    }

    @Test func `one minute between two duties is a gap of one minute`() {
        let horizon = Interval.wall("2026-06-01 10:00", "2026-06-01 14:00")
        let anna = Scene.person(1, duties: [Scene.first(.wall("2026-06-01 10:00", "2026-06-01 12:00"))])
        let berend = Scene.person(2, duties: [Scene.first(.wall("2026-06-01 12:01", "2026-06-01 14:00"))])

        let gaps = Scene.segments([anna, berend], horizon).filter { $0.depth == nil }

        #expect(gaps.map(\.interval) == [.wall("2026-06-01 12:00", "2026-06-01 12:01")])
        #expect(gaps.map(\.isRostered) == [false])
    }

    @Test(arguments: [("2026-03-23", 167), ("2026-10-19", 169), ("2026-06-01", 168)])
    func `a week of duty is one segment, also when the clock changes`(monday: String, hours: Int) {
        let week = DutyPeriod(weekOf: .on(monday)).interval
        let anna = Scene.person(1, duties: [Scene.first(week)])

        let coverage = Coverage.sweep(lines: [Scene.north], candidates: [anna.candidate], horizon: week)

        #expect(coverage.segments.map(\.interval.minutes) == [hours * 60])
        #expect(coverage.figures.coveredMinutes == hours * 60)
        #expect(coverage.figures.minutes == hours * 60)
        #expect(coverage.figures.oneOutMinutes == 0)
    }

    @Test func `first and backup stand one out, and two out as soon as there is a reserve`() {
        let week = DutyPeriod(weekOf: .on("2026-06-01")).interval
        let anna = Scene.person(1, duties: [Scene.backup(week)])
        let berend = Scene.person(2, duties: [Scene.first(week)])
        var chris = Scene.person(3)
        chris.absent = [.wall("2026-06-03 00:00", "2026-06-10 00:00")]

        let segments = Scene.segments([anna, berend, chris], week)

        #expect(segments.map(\.interval.end) == [.wall("2026-06-03 00:00"), .wall("2026-06-08 12:00")])
        #expect(segments.map(\.depth) == [.twoOut, .oneOut])
        #expect(segments.map { $0.witnesses?.rostered } == [[berend.id, anna.id], [berend.id, anna.id]])
        #expect(segments.map { $0.witnesses?.reserveCount } == [1, 0])
    }

    @Test func `somebody on both places of a line is one person`() {
        let week = DutyPeriod(weekOf: .on("2026-06-01")).interval
        let anna = Scene.person(1, duties: [Scene.first(week), Scene.backup(week)])

        let segments = Scene.segments([anna, Scene.person(2)], week)

        #expect(segments.map(\.depth) == [.covered])
        #expect(segments.first?.witnesses?.rostered == [anna.id])
    }

    @Test func `somebody who stands on two lines at once counts for neither`() {
        let day = Interval.wall("2026-06-01 00:00", "2026-06-02 00:00")
        let morning = Interval.wall("2026-06-01 06:00", "2026-06-01 12:00")
        let anna = Scene.person(1, duties: [Scene.first(day), Scene.first(morning, on: Scene.south)])

        let coverage = Coverage.sweep(
            lines: [Scene.north, Scene.south], candidates: [anna.candidate], horizon: day)

        #expect(coverage.figures.rosteredMinutes == 18 * 60)
        #expect(coverage.figures.coveredMinutes == 18 * 60)
        let both = coverage.segments.filter { $0.interval == morning }
        #expect(both.map(\.line) == [Scene.north.code, Scene.south.code])
        for segment in both {
            #expect(
                segment.refusals(of: anna) == [.doubleBooked(lines: [Scene.north.code, Scene.south.code])])
        }
    }

    @Test func `the three figures stand apart: rostered leaves competence out, covered does not`() {
        let day = Interval.wall("2026-06-01 00:00", "2026-06-02 00:00")
        var anna = Scene.person(1, duties: [Scene.first(day)])
        anna.certificates = []
        let berend = Scene.person(2, duties: [Scene.backup(.wall("2026-06-01 00:00", "2026-06-01 06:00"))])
        let chris = Scene.person(3, duties: [Scene.backup(.wall("2026-06-01 04:00", "2026-06-01 08:00"))])

        let figures = Coverage.sweep(
            lines: [Scene.north], candidates: [anna, berend, chris].map(\.candidate), horizon: day
        ).figures

        #expect(figures.posts == 1)
        #expect(figures.minutes == 24 * 60)
        #expect(figures.rosteredMinutes == 24 * 60)
        #expect(figures.coveredMinutes == 8 * 60)
        #expect(figures.oneOutMinutes == 2 * 60)
        #expect(figures.twoOutMinutes == 0)
    }

    @Test(arguments: [(1, nil), (2, Segment.Depth.covered), (3, .oneOut)] as [(Int, Segment.Depth?)])
    func `a line that wants two people needs one more for every step`(people: Int, depth: Segment.Depth?) {
        let day = Interval.wall("2026-06-01 00:00", "2026-06-02 00:00")
        let line = CoverageScene.line(Code("NOORD"), wanted: 2)
        let rostered = (1...people).map { Scene.person(UInt64($0), duties: [Scene.first(day, on: line)]) }

        let segments = Scene.segments(rostered, day, line: line)
        let withReserve = Scene.segments(rostered + [Scene.person(9)], day, line: line)

        #expect(segments.map(\.depth) == [depth])
        #expect(withReserve.map(\.depth) == [depth == .oneOut ? .twoOut : depth])
        #expect(segments.first?.shortage?.missing == (depth == nil ? 1 : nil))
    }
}
