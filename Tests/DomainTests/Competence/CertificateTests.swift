import Testing

@testable import Domain

@Suite struct CertificateTests {
    private func certificate(
        _ state: Certificate.State = .held, issued: String? = "2024-01-01",
        validThrough: String? = "2026-06-05"
    ) -> Certificate {
        CoverageScene.certificate(
            CoverageScene.person(1).id, state, issued: issued, validThrough: validThrough)
    }

    @Test(arguments: [Certificate.State.held, .exempt])
    func `a certificate that is held, or an exemption, counts from its first day through its last`(
        state: Certificate.State
    ) throws {
        let interval = try #require(certificate(state).interval)
        #expect(!interval.contains(.wall("2023-12-31 23:59")))
        #expect(interval.contains(.wall("2024-01-01 00:00")))
        #expect(interval.contains(.wall("2026-06-05 23:59")))
        #expect(!interval.contains(.wall("2026-06-06 00:00")))
    }

    @Test(arguments: [Certificate.State.requested, .withdrawn])
    func `one that is requested or withdrawn never counts`(state: Certificate.State) {
        #expect(certificate(state).interval == nil)
    }

    @Test func `without a last day it counts until somebody sets one`() {
        #expect(
            certificate(validThrough: nil).interval == Interval(.wall("2024-01-01 00:00"), .distantFuture))
        #expect(certificate(issued: nil, validThrough: nil).interval == .always)
    }

    @Test(arguments: [("2026-03-28", 23), ("2026-10-24", 25)])
    func `one more day of validity may be an hour shorter or longer`(last: String, hours: Int) throws {
        let end = try #require(certificate(validThrough: last).interval?.end)
        let dayLater = try #require(certificate(validThrough: Day.on(last).adding(days: 1).iso).interval?.end)
        #expect(dayLater.minutes(since: end) == hours * 60)
    }
}
