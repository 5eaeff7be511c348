import Foundation
import TestSupport
import Testing

/// The command as programs call it: a process of its own, its status, what it writes where.
@Suite struct MoneyCommandTests {
    private struct Ran {
        let status: Int32
        let output: String
        let error: String
    }

    private struct Answer: Decodable {
        let amountCents: Int64
        let key: String
        let region: String
        let referenceDate: String
        let parts: [Part]
        let errors: [Problem]

        struct Part: Decodable {
            let municipality: String
            let name: String
            let basis: Int
            let cents: Int64
        }

        struct Problem: Decodable {
            let code: String
            let message: String
        }
    }

    private func run(
        amount: String = "2500000", key: String = "inhabitants", region: String = "VR17",
        date: String = "2020-01-01", json: Bool = true
    ) throws -> Ran {
        let process = try ChildProcess(
            TestProcess.executable("oranje").path,
            ["money", "distribute", "--amount", amount, "--key", key, "--region", region, "--date", date]
                + (json ? ["--json"] : []), output: .pipe, errors: .pipe)
        let written = try process.output?.readToEnd() ?? Data()
        let explained = try process.errors?.readToEnd() ?? Data()
        return Ran(
            status: process.wait(), output: String(decoding: written, as: UTF8.self),
            error: String(decoding: explained, as: UTF8.self))
    }

    private func answer(_ ran: Ran) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(ran.output.utf8))
    }

    @Test func `€ 25,000 is split without any data, as JSON`() throws {
        let ran = try run()
        let answer = try answer(ran)
        #expect(ran.status == 0)
        #expect(answer.amountCents == 2_500_000 && answer.key == "inhabitants" && answer.region == "VR17")
        #expect(answer.referenceDate == "2020-01-01" && answer.errors.isEmpty)
        #expect(answer.parts.count == 15)
        #expect(answer.parts.map(\.cents).reduce(0, +) == 2_500_000)
        let rotterdam = try #require(answer.parts.first { $0.municipality == "GM0599" })
        #expect(rotterdam.name == "Rotterdam" && rotterdam.basis == 651_157 && rotterdam.cents == 1_230_052)
    }

    @Test func `without --json people read names, inhabitants and euros`() throws {
        let ran = try run(json: false)
        #expect(ran.status == 0)
        #expect(ran.output.contains("€ 25.000,00 over 15 gemeenten van Rotterdam-Rijnmond"))
        #expect(ran.output.contains("651.157") && ran.output.contains("€ 12.300,52"))
        #expect(ran.output.contains("Bron: "))
    }

    @Test func `a day without figures is refused with status 1, in JSON too`() throws {
        let ran = try run(date: "2021-01-01")
        let answer = try answer(ran)
        #expect(ran.status == 1)
        #expect(answer.parts.isEmpty)
        #expect(answer.errors.map(\.code) == ["inwonertal-onbekend"])
        #expect(ran.error.contains("Het aantal inwoners op 01-01-2021 is niet bekend"))
    }

    @Test(arguments: ["-1", "-2500000", "9223372036854775808", "25.000", "12,5", "", "veel", "1e6", "--json"])
    func `an amount that is no whole number of cents is wrong use`(amount: String) throws {
        let ran = try run(amount: amount)
        #expect(ran.status == 2)
        #expect(ran.output.isEmpty)
        #expect(ran.error.hasPrefix("--amount"))
    }

    @Test func `the largest amount there is can be split`() throws {
        let ran = try run(amount: "9223372036854775807")
        #expect(ran.status == 0)
        #expect(try answer(ran).parts.map(\.cents).reduce(0, +) == .max)
    }

    @Test func `an unknown key, region or day is wrong use, told in Dutch`() throws {
        let (key, region, day) = (
            try run(key: "hoofden"), try run(region: "VR99"), try run(date: "2020-02-30")
        )
        #expect([key, region, day].map(\.status) == [2, 2, 2])
        #expect(key.error.contains("Verdeelsleutel ‘hoofden’ is niet bekend. Kies uit: inhabitants, equal."))
        #expect(region.error.contains("Regio ‘VR99’ is niet bekend"))
        #expect(day.error.contains("‘2020-02-30’ is geen dag op de kalender"))
    }
}
