import Domain
import TestSupport
import Testing

@testable import App

@Suite struct ProcessRoutesTests {
    @Test func `every process and function has a plain page, linked from the list`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bestuur")
            let list = try await client.get("/regio/bevolkingszorg")
            let subjects = try await region.read { tx in
                try tx.careProcesses().map { Arrangement.Subject.process($0.code) }
                    + tx.functions().map { .function($0.code) }
            }
            #expect(subjects.count > 40)
            for subject in subjects {
                #expect(list.body.contains("href=\"\(subject.path)\""), "\(subject.path)")
                let page = try await client.get(subject.path)
                #expect(page.status == 200, "\(subject.path)")
                #expect(page.body.contains("Wanneer gebeld"), "\(subject.path)")
                #expect(page.body.contains("Wie is verantwoordelijk"), "\(subject.path)")
            }
            #expect(try await client.get("/regio/processen/BESTAATNIET").status == 404)
            #expect(try await client.get("/regio/functies/BESTAATNIET").status == 404)
        }
    }

    @Test
    func `a function tells who is on duty to who may know, and only whether it is covered to the board`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let name = try await region.read { tx -> String in
                let duty = try tx.duties(
                    during: Interval(TestRegion.now, TestRegion.now.adding(minutes: 1)),
                    line: Code("ACBZ-REGIO"))
                let person = try #require(duty.first).person
                return try #require(try tx.functionary(person)).name.full
            }
            let office = try await region.client("bureau").get("/regio/functies/ACBZ")
            #expect(office.body.contains(name))
            let board = try await region.client("bestuur").get("/regio/functies/ACBZ")
            #expect(!board.body.contains(name))
            #expect(board.body.contains("bezet"))
            #expect(!board.body.contains("/inrichting"))
        }
    }
}
