import Testing

@testable import Domain

@Suite struct BudgetRequestTests {
    private var random = Randomness(seed: 1)

    private mutating func request(_ capacity: [BudgetRequest.Capacity] = []) throws -> BudgetRequest {
        BudgetRequest(
            id: random.id(at: Instant(milliseconds: 0)), year: 2027,
            sentOn: try #require(Day(iso: "2026-09-01")),
            ground: "", capacity: capacity)
    }

    private mutating func step(
        _ request: BudgetRequest, _ municipality: String, _ state: RequestState, _ day: String
    ) throws -> RequestStep {
        RequestStep(
            id: random.id(at: Instant(milliseconds: 0)), request: request.id,
            municipality: Code(municipality), state: state,
            day: try #require(Day(iso: day)), note: "")
    }

    @Test mutating func `capacity is a sum only when every purpose has a number`() throws {
        let policy = BudgetRequest.Capacity(purpose: .policy, hundredths: 150, ground: "")
        let training = BudgetRequest.Capacity(purpose: .training, hundredths: nil, ground: "")
        #expect(try request([policy]).hundredths == 150)
        #expect(try request([policy, training]).hundredths == nil)
        #expect(try request().hundredths == nil)
    }

    @Test mutating func `a council that said nothing in time is late, one that said something is not`() throws
    {
        let request = try request()
        let through = request.viewsThrough(weeks: 12)
        #expect(through == Day(iso: "2026-11-24"))
        #expect(request.viewsThrough(weeks: nil) == nil)
        let steps = [
            try step(request, "A", .received, "2026-09-02"), try step(request, "A", .view, "2026-10-02"),
            try step(request, "B", .college, "2026-10-02"),
        ]
        let codes = ["A", "B", "C"].map { Code<Municipality>($0) }
        let progress = RequestProgress(
            municipalities: codes, steps: steps, viewsThrough: through,
            today: try #require(Day(iso: "2026-11-25")))
        #expect(progress.rows.map(\.step?.state) == [.view, .college, nil])
        #expect(progress.rows.map(\.isLate) == [false, true, true])
        let intime = RequestProgress(
            municipalities: codes, steps: steps, viewsThrough: through,
            today: try #require(Day(iso: "2026-11-24")))
        #expect(intime.rows.map(\.isLate) == [false, false, false])
        #expect(progress.count(nil) == 1 && progress.count(.view) == 1)
    }

    @Test mutating func `a step lies after the request and the step before it, and not in the future`() throws
    {
        let request = try request()
        let earlier = try step(request, "A", .college, "2026-10-02")
        let today = try #require(Day(iso: "2026-11-01"))
        let early = try step(request, "A", .view, "2026-08-31").faults(
            of: request, after: [earlier], today: today)
        #expect(early == [.beforeSent(request.sentOn), .beforeLast(earlier.day)])
        let late = try step(request, "A", .view, "2026-11-02").faults(
            of: request, after: [earlier], today: today)
        #expect(late == [.inTheFuture(today.adding(days: 1))])
        let other = try step(request, "B", .view, "2026-09-15").faults(
            of: request, after: [earlier], today: today)
        #expect(other == [])
    }
}
