import Domain
import Sheets
import Storage
import Web

/// Hours of duty in a year and what they are worth, per municipality (spec D7). The amount is a norm of each
/// municipality; where nobody established it, it is not reckoned.
struct DutyHoursPage: Sendable {
    let year: Int
    let rows: [Hours]
    /// Those whose people the visitor may see.
    let people: [(name: PersonName, municipality: String, minutes: Int)]

    struct Hours: Sendable {
        let municipality: String
        let people: Int
        let firstMinutes: Int
        let backupMinutes: Int
        let allowance: Money?

        var minutes: Int { firstMinutes + backupMinutes }
    }

    private static let weekMinutes = 7 * 1_440

    init(_ visit: Visit, _ tx: Transaction) throws {
        let asked = Int(visit.request.query["jaar"])
        let year = asked.flatMap { (2_000...2_100).contains($0) ? $0 : nil } ?? visit.today.parts.year
        self.year = year
        guard let first = Day(year: year, month: 1, day: 1), let next = Day(year: year + 1, month: 1, day: 1)
        else { throw WebFailure.notFound }
        let interval = Interval(Amsterdam.startOfDay(first), Amsterdam.startOfDay(next))
        let functionaries = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let names = try tx.municipalityNames()
        let norms = try tx.normSet()
        let duties = try tx.duties(during: interval)
        let byPlace = Dictionary(grouping: duties) { functionaries[$0.person]?.municipality }
        rows = byPlace.compactMap { code, own -> Hours? in
            guard let code else { return nil }
            func minutes(_ slot: DutySlot) -> Int {
                own.filter { $0.duty.slot == slot }.reduce(0) {
                    $0 + $1.duty.interval.clamped(to: interval).minutes
                }
            }
            return Hours(
                municipality: names[code] ?? code.text, people: Set(own.map(\.person)).count,
                firstMinutes: minutes(.first), backupMinutes: minutes(.backup),
                allowance: Self.allowance(own, code, interval, norms))
        }.sorted { $0.municipality < $1.municipality }
        let reach = visit.signedIn.reach(of: .seePeople)
        people = Dictionary(grouping: duties, by: \.person).compactMap { id, own in
            guard let person = functionaries[id], reach.includes(person.municipality) else { return nil }
            let minutes = own.reduce(0) { $0 + $1.duty.interval.clamped(to: interval).minutes }
            return (person.name, names[person.municipality] ?? "", minutes)
        }.sorted { ($0.name.listed, $0.minutes) < ($1.name.listed, $1.minutes) }
    }

    /// Each duty by the amount that holds when it begins; nil as soon as one of them has none.
    private static func allowance(
        _ duties: [StoredDuty], _ code: Code<Municipality>, _ year: Interval, _ norms: NormSet
    ) -> Money? {
        var cents: Int64 = 0
        for stored in duties {
            let part = stored.duty.interval.clamped(to: year)
            guard let euros = norms.value(of: .dutyAllowance, for: .municipality(code), at: part.start) else {
                return nil
            }
            cents += Int64(euros) * 100 * Int64(part.minutes) / Int64(weekMinutes)
        }
        return Money(cents: cents)
    }
}

extension SheetTable {
    static func dutyHours(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let page = try DutyHoursPage(visit, tx)
        var table = SheetTable(
            "Piketuren \(page.year)",
            columns: [
                Column("gemeente"), Column("mensen", .number), Column("uren eerste", .number),
                Column("uren achterwacht", .number), Column("vergoeding in euro", .number),
                Column("bijzonderheden"),
            ])
        for row in page.rows {
            table.add([
                .text(row.municipality), .whole(row.people), .number(Double(row.firstMinutes) / 60),
                .number(Double(row.backupMinutes) / 60),
                row.allowance.map { .number(Double($0.cents) / 100) } ?? .empty,
                .text(row.allowance == nil ? "bedrag niet vastgesteld" : ""),
            ])
        }
        return table
    }
}
