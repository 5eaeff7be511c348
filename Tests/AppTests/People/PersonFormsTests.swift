import Domain
import Testing
import Web

@testable import App

@Suite struct PersonFormsTests {
    private func interval(_ fields: KeyValuePairs<String, String>) throws -> Interval {
        try absenceInterval(FormFields(fields))
    }

    private func faults(_ fields: KeyValuePairs<String, String>) -> [PersonFault] {
        do {
            _ = try absenceInterval(FormFields(fields))
            return []
        } catch {
            return error.faults
        }
    }

    private func moment(_ iso: String, _ hour: Int, _ minute: Int = 0) throws -> Instant {
        Amsterdam.instant(try #require(Day(iso: iso)), hour: hour, minute: minute)
    }

    @Test func `a day without times is the whole day`() throws {
        #expect(
            try interval(["van": "1-12-2026"])
                == Interval(try moment("2026-12-01", 0), try moment("2026-12-02", 0)))
    }

    @Test func `times are those of the first and the last day`() throws {
        let absence = try interval([
            "van": "1-12-2026", "van-tijd": "18:00", "tot": "2026-12-02", "tot-tijd": "6.30",
        ])
        #expect(absence == Interval(try moment("2026-12-01", 18), try moment("2026-12-02", 6, 30)))
    }

    @Test(arguments: [("2027-03-28", 23), ("2027-10-31", 25)])
    func `the day on which the clock changes is as long as it is`(day: String, hours: Int) throws {
        #expect(try interval(["van": day]).minutes == hours * 60)
    }

    @Test func `everything that is wrong is told, by field`() {
        #expect(faults([:]) == [.missing(field: "van", what: "de eerste dag")])
        #expect(
            faults(["van": "31-02-2026", "van-tijd": "25:00", "tot": "ooit", "tot-tijd": "laat"]) == [
                .badDay(field: "van", text: "31-02-2026"), .badTime(field: "van-tijd", text: "25:00"),
                .badDay(field: "tot", text: "ooit"), .badTime(field: "tot-tijd", text: "laat"),
            ])
    }

    @Test func `an end that is not after the start is refused`() {
        #expect(faults(["van": "2-12-2026", "tot": "1-12-2026"]) == [.endBeforeStart(field: "tot")])
        let empty = faults(["van": "2-12-2026", "van-tijd": "12:00", "tot-tijd": "12:00"])
        #expect(empty == [.endBeforeStart(field: "tot")])
    }

    @Test func `a certificate that is held needs its day, a requested one does not`() throws {
        let id = try #require(ID<Certificate>("01a13951-6cc0-7bc6-846c-9661bc721227"))
        let person = try #require(ID<Functionary>("01a13951-6cc0-7bc6-846c-9661bc721228"))
        func certificate(_ fields: KeyValuePairs<String, String>) throws(PersonRefusal) -> Certificate {
            try Certificate(FormFields(fields), id: id, person: person, functions: [.analyst])
        }
        #expect(try certificate(["functie": "OGA", "staat": "requested"]).issued == nil)
        #expect(throws: PersonRefusal.self) { try certificate(["functie": "OGA", "staat": "held"]) }
        #expect(throws: PersonRefusal.self) { try certificate(["functie": "XYZ", "staat": "exempt"]) }
        #expect(throws: PersonRefusal.self) {
            try certificate(["functie": "OGA", "staat": "held", "behaald": "2-1-2026", "geldig": "1-1-2026"])
        }
        let oneDay = try certificate([
            "functie": "OGA", "staat": "held", "behaald": "1-1-2026", "geldig": "1-1-2026",
        ])
        #expect(oneDay.interval?.minutes == 24 * 60)
    }
}

extension CrisisFunction {
    fileprivate static let analyst = CrisisFunction(
        code: Code("OGA"), name: "Omgevingsanalist", abbreviation: "OGA", team: nil, taskOrganisation: nil,
        level: .region, rostering: .hard, workplace: .remote, tasks: "")
}
