import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct RunDrillTests {
    @Test func `a drill fills every post on virtual time, says how, and leaves the data as it was`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let before = try await region.recordCount()
            let report = try await region.application.runDrill(seed: 1)
            #expect(report.isFilled, "\(report.sentence)")
            #expect(report.sentence.contains("\(report.filled) van \(report.asked)"))
            #expect(report.lines.count > 10)
            #expect(report.lines.allSatisfy { $0.contains("OEFENING") })
            #expect(try await region.recordCount() == before)
            #expect(try await region.application.runDrill(seed: 1).lines == report.lines)
        }
    }
}
