import Domain
import Testing

@testable import App

@Suite struct NormFileTests {
    @Test func `every norm stands in the catalogue once, with a name and an explanation`() throws {
        let entries = try NormFile.shipped().sections.flatMap(\.norms)
        #expect(entries.count == NormCode.allCases.count)
        #expect(Set(entries.map(\.code)) == Set(NormCode.allCases))
        #expect(Set(entries.map(\.name)).count == entries.count)
        for entry in entries {
            #expect(entry.explanation.hasSuffix("."), "\(entry.code)")
            #expect(try NormFile.shipped().entry(entry.code)?.name == entry.name)
        }
    }

    @Test(arguments: ["VR07", "VR17", "VR18"])
    func `every value that ships can be meant, has a source and a subject that fits`(region: String) throws {
        for row in try ShippedNorms.rows(for: Code(region)) {
            #expect(row.code.unit.range.contains(row.value), "\(row.code)")
            #expect(row.code.subjects.contains(row.subject.kind), "\(row.code)")
            #expect(!row.source.isEmpty, "\(row.code)")
        }
    }

    @Test func `what the product cannot go on without ships with the same number, for all time`() throws {
        for vital in VitalNorm.allCases {
            let values = try #require(try NormFile.shipped().entry(vital.code)).values
            #expect(values.map(\.value) == [vital.lastResort], "\(vital.code)")
            #expect(values.allSatisfy { $0.validFrom == nil && $0.validTo == nil && $0.regions == nil })
        }
    }

    /// domain.md §0: what was looked for and not found stays empty.
    @Test(arguments: [
        NormCode.certificateValidity, .refresherEvery, .trainingHours, .competenceGrace, .dutyAllowance,
        .channelTestEvery, .channelTestWindow,
    ])
    func `a number that nobody found is not invented`(code: NormCode) throws {
        #expect(try #require(try NormFile.shipped().entry(code)).values.isEmpty)
    }

    @Test func `the numbers of the law are those of the decree`() throws {
        let law: [(NormCode, Int)] = [
            (.alarmStart, 2), (.alarmDescription, 5), (.responseIncidentTeam, 30),
            (.responseOperationalLeaders, 45), (.responseOperationalInformationLeader, 30),
            (.responseOperationalCommunication, 30), (.responseOperationalInformation, 40),
            (.responseOperationalOthers, 60), (.responseCareTeam, 90), (.responseCareCommunication, 30),
            (.responsePolicyTeam, 60), (.pictureProcess, 10), (.standbyFreeDays, 14),
            (.standbyFreeBlocks, 2), (.restDaily, 11), (.weekMost, 60), (.handoverExtension, 15),
        ]
        for (code, number) in law {
            let values = try #require(try NormFile.shipped().entry(code)).values
            #expect(values.map(\.value) == [number], "\(code)")
            #expect(values.allSatisfy { $0.status == .statutory }, "\(code)")
        }
    }
}
