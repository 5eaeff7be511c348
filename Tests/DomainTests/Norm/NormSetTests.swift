import Testing

@testable import Domain

@Suite struct NormSetTests {
    private static let function = NormSubject.function(Code("OVDBZ"))

    private func row(
        _ value: Int?, _ subject: NormSubject = .region, from: String? = nil, to: String? = nil,
        status: NormStatus = .regionalDecision, sequence: Int, isWithdrawn: Bool = false
    ) -> Norm {
        Norm(
            code: .dutyFrequency, subject: subject, value: value, status: status, source: "test",
            validFrom: from.flatMap { Day(iso: $0) }, validTo: to.flatMap { Day(iso: $0) },
            sequence: sequence, recordedAt: .distantPast, withdrawnAt: isWithdrawn ? .distantPast : nil)
    }

    private func value(
        _ set: NormSet, _ day: String, hour: Int = 12, _ subject: NormSubject = .region
    ) throws -> Int? {
        set.value(
            of: .dutyFrequency, for: subject, at: Amsterdam.instant(try #require(Day(iso: day)), hour: hour))
    }

    @Test func `without a row a norm is not established`() throws {
        #expect(try value(.empty, "2026-11-23") == nil)
        #expect(NormSet.empty.number(of: .coverageHorizon, at: .distantPast) == 52)
    }

    @Test func `a changed norm counts from midnight of its first day, and the old one until then`() throws {
        let set = NormSet([row(6, sequence: 1), row(8, from: "2027-01-01", sequence: 2)])
        #expect(try value(set, "2026-12-31", hour: 23) == 6)
        #expect(try value(set, "2027-01-01", hour: 0) == 8)
    }

    @Test func `after a temporary norm the old one counts again`() throws {
        let set = NormSet([row(6, sequence: 1), row(4, from: "2027-01-01", to: "2027-02-01", sequence: 2)])
        #expect(try value(set, "2027-01-31", hour: 23) == 4)
        #expect(try value(set, "2027-02-01", hour: 0) == 6)
    }

    @Test func `of two rows from one day the later recorded counts, in whatever order they are read`() throws
    {
        let rows = [row(6, sequence: 1), row(8, from: "2027-01-01", sequence: 2)]
        let set = NormSet([row(9, from: "2027-01-01", sequence: 3)] + rows)
        #expect(try value(set, "2027-01-01") == 9)
        #expect(set.norms.map(\.sequence) == [1, 2, 3])
    }

    @Test func `a row that was withdrawn counts no longer and stays in the history`() throws {
        let set = NormSet([
            row(6, sequence: 1), row(8, from: "2027-01-01", sequence: 2, isWithdrawn: true),
        ])
        #expect(try value(set, "2027-06-01") == 6)
        #expect(set.norms.count == 2)
    }

    @Test func `a subject's own number stands above the region's, also one that is not established`() throws {
        let set = NormSet([
            row(6, sequence: 1), row(nil, Self.function, from: "2027-01-01", to: "2027-02-01", sequence: 2),
            row(7, from: "2027-01-15", sequence: 3),
        ])
        #expect(try value(set, "2026-12-31", Self.function) == 6)
        #expect(try value(set, "2027-01-20", Self.function) == nil)
        #expect(try value(set, "2027-02-01", Self.function) == 7)
        #expect(try value(set, "2027-01-20", .function(Code("ACBZ"))) == 7)
    }

    @Test func `the law is known under a stricter decision`() throws {
        let set = NormSet([row(6, status: .statutory, sequence: 1), row(8, sequence: 2)])
        let now = Amsterdam.startOfDay(try #require(Day(iso: "2026-11-23")))
        #expect(set.value(of: .dutyFrequency, at: now) == 8)
        #expect(set.law(of: .dutyFrequency, at: now)?.value == 6)
        #expect(set.law(of: .dutyFrequency, for: Self.function, at: now)?.value == 6)
    }

    /// 400 random sets of up to nine dated rows for two subjects, asked at every midnight of the rows, a
    /// millisecond around it, and at random moments; the days lie around the changes of the clock.
    @Test func `the answer is that of a naive scan, on days when the clock changes too`() throws {
        var random = Randomness(seed: 20_261_025)
        func number(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        let around = try #require(Day(iso: "2026-10-20"))
        let subjects = [NormSubject.region, Self.function]
        var asked = 0
        for _ in 0..<400 {
            let rows = (1...(1 + number(9))).map { sequence -> Norm in
                let from = around.adding(days: number(170))
                let to = from.adding(days: 1 + number(60))
                return Norm(
                    code: .dutyFrequency, subject: subjects[number(2)],
                    value: number(5) == 0 ? nil : number(50), status: .practice, source: "",
                    validFrom: number(4) == 0 ? nil : from, validTo: number(3) == 0 ? nil : to,
                    sequence: sequence, recordedAt: .distantPast,
                    withdrawnAt: number(6) == 0 ? .distantPast : nil)
            }
            let set = NormSet(rows.shuffled(using: &random))
            let midnights = rows.flatMap { [$0.validFrom, $0.validTo] }.compactMap(\.self)
                .map { Amsterdam.startOfDay($0).milliseconds }
            let moments =
                midnights.flatMap { [$0 - 1, $0, $0 + 1] }
                + (0..<20).map { _ in
                    Amsterdam.startOfDay(around).milliseconds + Int64(number(200 * 86_400_000))
                }
            for moment in moments.map({ Instant(milliseconds: $0) }) {
                for subject in subjects {
                    asked += 1
                    let answer = set.value(of: .dutyFrequency, for: subject, at: moment)
                    #expect(answer == naive(rows, subject, moment))
                }
            }
        }
        #expect(asked > 20_000)
    }

    /// Days compared as days on the wall clock, rows walked one by one.
    private func naive(_ rows: [Norm], _ subject: NormSubject, _ moment: Instant) -> Int? {
        let day = Amsterdam.day(at: moment)
        var found: [NormSubject: Norm] = [:]
        for row in rows where row.withdrawnAt == nil && (row.validFrom ?? day) <= day {
            if let end = row.validTo, end <= day { continue }
            if let other = found[row.subject], other.sequence > row.sequence { continue }
            found[row.subject] = row
        }
        return (found[subject] ?? found[.region])?.value
    }
}
