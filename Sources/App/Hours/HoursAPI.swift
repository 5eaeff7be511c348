import Domain
import Storage
import Web

extension API {
    static let hours: [APIOperation] = [
        .list(
            "/gewerkte-uren", needs: .permission(.seePlan), scope: .readPlans,
            .init(
                id: "leesGewerkteUren", group: .plan,
                summary: "Wat elke gemeente per maand van een jaar voor het plan werkte en had afgesproken",
                explanation:
                    "Van elke maand de gemeenten die toen bestonden; van het lopende jaar ook wat nog komt."),
            parameters: [APIParameter.hoursYear.described], of: MunicipalHoursResource.schema
        ) { call, tx in
            let year = call[.hoursYear] ?? call.visit.today.parts.year
            guard let first = Day(year: year, month: 1, day: 1) else { throw WebFailure.notFound }
            let months = try tx.capacityMonths(from: first, count: 12)
            return APIPage(
                months.flatMap { month in month.rows.map { MunicipalHoursResource($0, month.month) } })
        }
    ]
}

extension APIParameter where Value == Int {
    static let hoursYear = APIParameter.query(
        "jaar", .integer(2000...2199), "Het kalenderjaar; zonder deze het lopende.")
}

/// What a municipality worked for the plan in a month.
struct MunicipalHoursResource: Hashable, Sendable {
    let month: Day
    let municipality: Code<Municipality>
    let minutes: Int
    let agreedHours: Int?

    static let schema = Schema<MunicipalHoursResource>.object(
        "GewerkteUren", "Wat een gemeente in een maand voor het plan van aanpak werkte.",
        Property("maandDatum", \.month, .day, "Eerste dag van de maand."),
        Property("gemeente", \.municipality, .code(of: Municipality.self, example: "GM0599"), "De gemeente."),
        Property("minuten", \.minutes, .count, "Gewerkt, in minuten."),
        Property(
            "afgesprokenUren", \.agreedHours, Scalar.count.orNull,
            "Per maand afgesproken; null als het niet is vastgesteld."),
        make: MunicipalHoursResource.init)
}

extension MunicipalHoursResource {
    init(_ row: CapacityMonth.Row, _ month: Day) {
        self.init(
            month: month, municipality: row.municipality, minutes: row.minutes, agreedHours: row.agreedHours)
    }
}
