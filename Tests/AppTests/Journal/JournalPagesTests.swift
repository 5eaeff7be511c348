import Domain
import Foundation
import TestSupport
import Testing

@testable import App

@Suite struct JournalPagesTests {
    @Test(arguments: TestEngine.allCases)
    func `an auditor reads what was done to what, and no name, number or address`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let planner = try await region.client("bureau")
            let person = try await region.person { !$0.name.prefix.isEmpty }
            let answer = try await planner.post(
                "/mensen/\(person.id)",
                [
                    "versie": "\(person.version)", "gemeente": person.municipality.text,
                    "personeelsnummer": person.personnelNumber, "voornaam": "Nieuwenaam",
                    "achternaam": "Wilgenkatje", "mobiel": "06 000 99999", "email": "w@duin.example",
                ])
            #expect(answer.status == 303)
            let page = try await region.client("auditor").get("/journaal").body
            #expect(page.contains("person.changed"))
            #expect(page.contains("\(person.id)"))
            #expect(page.contains("Regionaal bureau"))
            for name in ["gemeente", "naam", "kanaal 1"] { #expect(page.contains(name), "\(name)") }
            let reading = PrivacyReading(page: page)
            #expect(reading.numbers.isEmpty)
            #expect(reading.addresses.isEmpty)
            let surnames = Set(try await region.people().map(\.name.surname))
            #expect(reading.words.isDisjoint(with: surnames.union(["Nieuwenaam", "Wilgenkatje"])))
            let number = person.personnelNumber
            #expect(!page.components(separatedBy: .alphanumerics.inverted).contains(number))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the journal is read back to its beginning, a hundred records at a time`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("auditor")
            let total = try await region.recordCount()
            var expected = total
            var path: String? = "/journaal"
            var pages = 0
            while let current = path, pages < 5 {
                let page = try await client.get(current).body
                let numbers = page.matches(of: /data-label="Nr.">(\d+)</).compactMap { Int($0.output.1) }
                #expect(numbers == Array(((expected - 99)...expected).reversed()))
                expected -= 100
                pages += 1
                path = page.firstMatch(of: /href="(\/journaal\?voor=\d+)"/).map { String($0.output.1) }
            }
            #expect(pages == 5)
            let last = try await client.get("/journaal?voor=3").body
            #expect(last.matches(of: /data-label="Nr.">/).count == 2)
            #expect(!last.contains(">Ouder<"))
        }
    }

    @Test(arguments: ["x", "-1", "0", "99999999999999999999", ""])
    func `an address with nonsense in it is a page all the same`(before: String) async throws {
        try await TestRegion.with(.sqlite) { region in
            let answer = try await region.client("auditor").get("/journaal?voor=\(before)")
            #expect(answer.status == 200)
        }
    }
}
