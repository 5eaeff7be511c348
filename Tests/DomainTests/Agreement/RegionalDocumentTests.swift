import Foundation
import Testing

@testable import Domain

@Suite struct RegionalDocumentTests {
    private let day = Day(daysSince1970: 20_000)

    @Test func `the last version that has begun holds`() {
        func version(_ number: Int, _ days: Int) -> DocumentVersion {
            DocumentVersion(number: number, day: day.adding(days: days), text: "een\n\ntwee\n", note: "")
        }
        let document = RegionalDocument(
            id: ID(uuid: UUID()), kind: .instruction, title: "", readers: [],
            versions: [version(1, 0), version(2, 9)])
        #expect(document.version(on: day.adding(days: -1)) == nil)
        #expect(document.version(on: day.adding(days: 8))?.number == 1)
        #expect(document.version(on: day.adding(days: 9))?.number == 2)
        #expect(version(1, 0).lines == ["een", "twee"])
    }

    @Test func `what was read of an earlier version is not this one`() {
        func read(_ version: Int) -> ReadConfirmation {
            ReadConfirmation(version: version, at: Instant(milliseconds: Int64(version)))
        }
        #expect(ReadingStanding([], version: 1) == .notRead)
        #expect(ReadingStanding([read(1), read(2)], version: 3) == .readEarlier(read(2)))
        #expect(ReadingStanding([read(1), read(2)], version: 1) == .read(read(1)))
        #expect(ReadingStanding([read(2)], version: 1) == .notRead)
        #expect(!ReadingStanding([read(1)], version: 2).isRead)
    }
}
