import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct JournalAPITests {
    @Test(arguments: TestEngine.allCases)
    func `an auditor reads the whole chain in parts, without a value of a person`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("auditor")
            let total = try await region.recordCount()
            var records: [RecordResource] = []
            var path: String? = "/journaalregels?limiet=200"
            while let current = path, records.count <= total {
                let answer = try await client.get(current)
                records += try answer.decodedList(RecordResource.schema)
                #expect(PrivacyReading(page: answer.body).numbers.isEmpty)
                path = try answer.next
            }
            #expect(records.map(\.sequence) == Array(1...total))
            for (earlier, later) in zip(records, records.dropFirst()) {
                #expect(later.previousHash == earlier.hash)
            }
        }
    }
}
