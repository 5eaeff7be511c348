import Testing

@testable import Simulation

@Suite struct ReplicationTallyTests {
    struct Reference: Sendable {
        let scope: ContinuityInstance.Scope
        let shift: Int
        let rest: Int
        /// Of the first 1, 100 and 2,000 replications, docs/continuity-model.md §6.
        let checksums: [String]

        init(
            _ scope: ContinuityInstance.Scope, shift: Int, rest: Int, _ one: String, _ hundred: String,
            _ thousands: String
        ) {
            self.scope = scope
            self.shift = shift
            self.rest = rest
            checksums = [one, hundred, thousands]
        }
    }

    private static let references = [
        Reference(.regional, shift: 12, rest: 11, "cf9b7564d13a61b8", "d7ed88e06c965253", "e2939cb8679d0a70"),
        Reference(.regional, shift: 12, rest: 8, "6f8bf20f9ec29986", "ee339a99452494cd", "16cfa15a471717d9"),
        Reference(.regional, shift: 8, rest: 11, "f927ae4de75eb630", "4657d174896d6fa2", "0288e2ffb5c8af79"),
        Reference(.regional, shift: 8, rest: 8, "3ab13a41ba6d9ed3", "8329c03184c0551b", "56b023a93c6e4877"),
        Reference(.cluster, shift: 12, rest: 11, "b5386545699ce4ef", "1f70597036d31f47", "3bd60efaff29ffc1"),
        Reference(.cluster, shift: 12, rest: 8, "5f720981d4c5b0ea", "125f2b55fb8192d1", "897864d7374585aa"),
    ]

    private func tally(_ instance: ContinuityInstance, _ replications: Range<Int>) -> ReplicationTally {
        ReplicationTally(instance.staffing, seed: ReferenceInstance.seed, replications: replications)
    }

    @Test(arguments: references)
    func `every variant of the reference has the checksums of the other implementations`(
        reference: Reference
    ) {
        let instance = ReferenceInstance.make(
            reference.scope, shift: reference.shift, rest: reference.rest)
        for (count, expected) in zip([1, 100, 2000], reference.checksums) {
            let digits = String(tally(instance, 0..<count).checksum, radix: 16)
            #expect(String(repeating: "0", count: 16 - digits.count) + digits == expected)
        }
    }

    @Test func `stretches in any order add up to the whole`() {
        let instance = ReferenceInstance.make()
        let whole = tally(instance, 0..<300)
        var sum = ReplicationTally(instance.staffing)
        for stretch in [200..<300, 0..<7, 7..<200] { sum.add(tally(instance, stretch)) }
        #expect(sum.checksum == whole.checksum)
        #expect(sum.survival == whole.survival)
        #expect(sum.gapMinutesByPost == whole.gapMinutesByPost)
        #expect(sum.firstBreaks == whole.firstBreaks)
        #expect(sum.firstGapHoursInOrder == whole.firstGapHoursInOrder)
    }

    @Test func `the reference variant has the published distribution`() {
        let result = tally(ReferenceInstance.make(), 0..<2000)
        // Figures of 200,000 replications; four standard errors at 2,000.
        let published = [2: 0.90309, 24: 0.85689, 72: 0.77124, 168: 0.60263, 336: 0.38250]
        for (hour, share) in published { #expect(abs(result.survival[hour] - share) < 0.044) }
        #expect(abs(result.meanFirstGapHours - 207.78) < 11)
        #expect(abs(Double(result.counts.assigned) / 2000 - 447.17) < 1)
        #expect(abs(Double(result.counts.extensionHours) / 2000 - 14.899) < 0.7)
        #expect(abs(Double(result.counts.dropouts) / 2000 - 4.316) < 0.2)
        #expect(abs(Double(result.counts.noShows) / 2000 - 13.841) < 0.4)
        #expect(result.survival[0] == 1)
    }

    @Test func `the share of a post in the gaps is the published one`() {
        let result = tally(ReferenceInstance.make(), 0..<2000)
        #expect(abs(Double(result.gapMinutesByPost[4]) / Double(result.counts.gapMinutes) - 0.4461) < 0.03)
        #expect(abs(Double(result.gapMinutesByPost[3]) / Double(result.counts.gapMinutes) - 0.3145) < 0.03)
        #expect(result.gapMinutesByPost.reduce(0, +) == result.counts.gapMinutes)
        #expect(result.firstBreaks.reduce(0, +) + (result.firstGapsByHour.last ?? 0) == 2000)
    }
}
