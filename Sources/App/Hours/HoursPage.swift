import Domain
import Storage
import Web

/// Writing hours: the form, and what was written this month for the same places.
struct HoursPage: Sendable {
    struct Written: Sendable {
        let entry: HourEntry
        let place: String
        let activity: String
    }

    /// For whom the visitor may write; the region's own support has an empty value.
    let places: [(value: String, label: String)]
    /// Of the newest plan, those that are not done first.
    let activities: [(value: String, label: String)]
    let month: CapacityMonth
    /// What was written this month for `places`, the newest first.
    let written: [Written]
    let seesPlan: Bool
    let today: Day
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        today = visit.today
        csrf = visit.signedIn.csrf
        seesPlan = visit.signedIn.may(.seePlan)
        let all = try tx.municipalities()
        let own = try visit.signedIn.hourMunicipalities(tx)
        let keepsPlan = visit.signedIn.may(.editPlan)
        let mine = all.filter { place in
            place.exists(on: visit.today) && (keepsPlan || own.contains(place.code))
        }
        let office = try tx.region()?.officeName ?? "Regio"
        let region: [(value: String, label: String)] = keepsPlan ? [(value: "", label: office)] : []
        places = region + mine.map { (value: $0.code.text, label: $0.name) }
        let content = try tx.plans().first.flatMap { try tx.planContent($0.id) }
        let parts = content?.subActivities ?? []
        let open = parts.filter { $0.activity?.state == .running || $0.activity?.state == .planned }
        let whole: [(value: String, label: String)] = [(value: "", label: Self.wholePlan)]
        activities = whole + open.map { (value: $0.id.description, label: $0.title) }
        let month = visit.today.monthStart
        self.month = try tx.capacityMonths(from: month, count: 1)[0]
        let titles = Dictionary(parts.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(mine.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        written = try tx.hourEntries(from: month, through: month.adding(months: 1).adding(days: -1))
            .filter { entry in entry.municipality.map { names[$0] != nil } ?? keepsPlan }
            .map { entry in
                Written(
                    entry: entry, place: entry.municipality.flatMap { names[$0] } ?? office,
                    activity: entry.part.flatMap { titles[$0] } ?? Self.wholePlan)
            }
    }

    private static let wholePlan = "Het plan als geheel"

    /// What is so now, as a sentence: of the one municipality of the visitor, or of all together.
    var heading: String {
        let name = Dutch.monthText(month.month)
        let own = places.count == 1 ? month.rows.first { $0.municipality.text == places[0].value } : nil
        if let own, let agreed = own.agreedHours {
            return "\(places[0].label): \(Dutch.hours(minutes: own.minutes)) van \(agreed) uur in \(name)"
        }
        guard let agreed = month.agreedHours else {
            return "\(Dutch.hours(minutes: month.minutes)) uur geschreven in \(name)"
        }
        return "\(Dutch.hours(minutes: month.minutes)) van \(Dutch.number(agreed)) uur geschreven in \(name)"
    }
}

/// Hours of every municipality over a year of months, and what can be asked with them.
struct CapacityPage: Sendable {
    static let monthsShown = 12

    /// The oldest first; the last is the running one, or the last of the year that was asked.
    let months: [CapacityMonth]
    let request: CapacityRequest
    let names: [Code<Municipality>: String]
    let officeName: String
    let regionName: String
    let plan: ActionPlan?
    let mayWrite: Bool
    let today: Day
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        today = visit.today
        now = visit.now
        mayWrite = visit.signedIn.may(.writeHours)
        let region = try tx.region()
        officeName = region?.officeName ?? "Regio"
        regionName = region?.name ?? ""
        names = try tx.municipalityNames()
        let year = Int(visit.request.query["jaar"]).flatMap { Day(year: $0, month: 1, day: 1) }
        let first = year ?? visit.today.monthStart.adding(months: 1 - Self.monthsShown)
        months = try tx.capacityMonths(from: first, count: Self.monthsShown)
        let content = try tx.plans().first.flatMap { try tx.planContent($0.id) }
        plan = content?.plan
        let worked = try content.map { try tx.minutesWorked(for: $0.plan.id) } ?? [:]
        let open =
            content?.subActivities.filter { $0.activity?.state != .done && $0.activity?.state != .stopped }
            ?? []
        let needed = open.map { part in
            part.activity?.hours.map { max(0, $0 - (worked[part.id] ?? 0) / 60) }
        }
        let end = content?.plan.lastDay ?? visit.today
        let left =
            (end.parts.year - visit.today.parts.year) * 12 + end.parts.month - visit.today.parts.month + 1
        let past = months.filter { $0.month < visit.today.monthStart }
        request = CapacityRequest(
            months: past,
            hoursNeeded: needed.isEmpty || needed.contains(nil)
                ? nil : needed.compactMap(\.self).reduce(0, +),
            monthsLeft: max(0, left))
    }

    /// The last month that is over; nil when none of those shown is.
    var lastPast: CapacityMonth? { request.months.last }

    var heading: String {
        guard let month = lastPast else { return "Uren voor het plan" }
        let short = month.rows.count { $0.shortfall > 0 }
        let name = Dutch.monthText(month.month)
        return short == 0
            ? "In \(name) leverde elke gemeente haar uren"
            : "In \(name) kwamen \(Dutch.count(short, "gemeente", "gemeenten")) uren tekort"
    }
}
