import Domain
import Web

/// A form of the programme that cannot be saved.
struct ProgrammeFormRefusal: Error {
    let errors: [FieldError]
}

/// Reads a form of the programme and remembers every fault.
private struct ProgrammeFormReading {
    static let textMax = 120

    let fields: FormFields
    var errors: [FieldError] = []

    init(_ fields: FormFields) {
        self.fields = fields
    }

    mutating func text(_ name: String, _ what: String? = nil, max: Int = textMax) -> String {
        if let what, fields[name].isEmpty { errors.append(FieldError(name, "Vul \(what) in.")) }
        if fields[name].count > max {
            errors.append(FieldError(name, "Dit is te lang; gebruik hoogstens \(max) tekens."))
        }
        return fields[name]
    }

    mutating func day(_ name: String, isRequired: Bool) -> Day? {
        guard !fields[name].isEmpty else {
            if isRequired { errors.append(FieldError(name, "Vul de dag in, zoals 23-11-2026.")) }
            return nil
        }
        let day = Dutch.day(fields[name])
        if day == nil {
            errors.append(FieldError(name, Dutch.dayRefusal(fields[name])))
        }
        return day
    }

    mutating func minutesOfDay(_ name: String) -> Int? {
        let minutes = Dutch.minutesOfDay(fields[name])
        if minutes == nil { errors.append(FieldError(name, "Schrijf de tijd als 09:00.")) }
        return minutes
    }

    mutating func capacity(_ name: String) -> Int? {
        guard !fields[name].isEmpty else { return nil }
        let number = Int(fields[name])
        if number == nil || number.map({ $0 > Self.capacityMax }) == true {
            errors.append(FieldError(name, "Vul een aantal in, hoogstens \(Self.capacityMax)."))
        }
        return number
    }

    /// A hall full; more is a typing error.
    private static let capacityMax = 1000

    /// `1.250`, `1250,50`, `€ 75`; nothing means nothing.
    mutating func money(_ name: String) -> Money {
        guard !fields[name].isEmpty else { return Money(cents: 0) }
        guard let money = Dutch.money(fields[name]) else {
            errors.append(FieldError(name, "Schrijf een bedrag als 1.250,00."))
            return Money(cents: 0)
        }
        return money
    }
}

extension Activity {
    /// - Throws: `ProgrammeFormRefusal` with every fault.
    init(
        _ fields: FormFields, id: ID<Activity>, functions known: [CrisisFunction]
    ) throws(ProgrammeFormRefusal) {
        var form = ProgrammeFormReading(fields)
        let title = form.text("titel", "hoe het heet")
        let explanation = form.text("uitleg", max: 1000)
        let kind = ActivityKind(rawValue: fields["soort"])
        if kind == nil || kind == .deployment {
            form.errors.append(FieldError("soort", "Maak een keuze uit de lijst."))
        }
        let wanted = Set(fields.all("functies"))
        guard form.errors.isEmpty, let kind else { throw ProgrammeFormRefusal(errors: form.errors) }
        self.init(
            id: id, title: title, kind: kind,
            functions: known.map(\.code).filter { wanted.contains($0.text) }.sorted(),
            explanation: explanation,
            isJoint: fields["gezamenlijk"] == "ja", hasResult: fields["uitslag"] == "ja",
            version: Int(fields["versie"]) ?? 1)
    }
}

/// What the form of a session says.
struct SessionDraft: Sendable {
    let session: ActivitySession
    let weeklyThrough: Day?
    /// It was held already.
    let isRecord: Bool

    /// - Throws: `ProgrammeFormRefusal` with every fault of the form; what the rules say comes after.
    init(
        _ fields: FormFields, id: ID<ActivitySession>, activities: [Activity]
    ) throws(ProgrammeFormRefusal) {
        var form = ProgrammeFormReading(fields)
        let activity = activities.first { $0.id.description == fields["activiteit"] }
        if activity == nil {
            form.errors.append(FieldError("activiteit", "Kies een activiteit uit de lijst."))
        }
        let day = form.day("dag", isRequired: true)
        let from = form.minutesOfDay("van")
        let to = form.minutesOfDay("tot")
        let place = form.text("plaats", "de plaats")
        let leader = form.text("leiding")
        let capacity = form.capacity("plaatsen")
        let cost = form.money("kosten")
        let enrolThrough = form.day("inschrijven-tot", isRequired: false)
        weeklyThrough = form.day("herhalen-tot", isRequired: false)
        isRecord = fields["achteraf"] == "ja"
        guard form.errors.isEmpty, let activity, let day, let from, let to else {
            throw ProgrammeFormRefusal(errors: form.errors)
        }
        // An end before the start on the clock is the next day: an exercise through the night.
        let lastDay = to < from ? day.adding(days: 1) : day
        session = ActivitySession(
            id: id, activity: activity.id,
            interval: Interval(
                Amsterdam.instant(day, hour: from / 60, minute: from % 60),
                Amsterdam.instant(lastDay, hour: to / 60, minute: to % 60)),
            place: place, leader: leader, capacity: capacity, cost: cost, enrolThrough: enrolThrough,
            version: Int(fields["versie"]) ?? 1)
    }
}

extension FormFields {
    init(_ activity: Activity) {
        self.init([
            "titel": activity.title, "soort": activity.kind.rawValue, "uitleg": activity.explanation,
            "gezamenlijk": activity.isJoint ? "ja" : "", "uitslag": activity.hasResult ? "ja" : "",
            "versie": "\(activity.version)",
        ])
        for function in activity.functions { add("functies", function.text) }
    }

    init(_ session: ActivitySession) {
        func clock(_ instant: Instant) -> String {
            let clock = Amsterdam.wallClock(at: instant)
            return "\(twoDigits(clock.hour)):\(twoDigits(clock.minute))"
        }
        self.init([
            "activiteit": session.activity.description,
            "dag": Dutch.shortDate(Amsterdam.day(at: session.interval.start)),
            "van": clock(session.interval.start), "tot": clock(session.interval.end),
            "plaats": session.place,
            "leiding": session.leader, "plaatsen": session.capacity.map { "\($0)" } ?? "",
            "kosten": session.cost.cents == 0 ? "" : String(Dutch.money(session.cost).dropFirst(2)),
            "inschrijven-tot": session.enrolThrough.map(Dutch.shortDate) ?? "",
            "versie": "\(session.version)",
        ])
    }
}

/// The text of a longer field, such as a reason or an evaluation.
///
/// - Throws: `ProgrammeFormRefusal`.
func programmeText(
    _ fields: FormFields, _ name: String, _ what: String?, max: Int
) throws(ProgrammeFormRefusal) -> String {
    var form = ProgrammeFormReading(fields)
    let text = form.text(name, what, max: max)
    guard form.errors.isEmpty else { throw ProgrammeFormRefusal(errors: form.errors) }
    return text
}

extension SessionOpinion {
    /// - Throws: `ProgrammeFormRefusal` with every fault.
    init(_ fields: FormFields) throws(ProgrammeFormRefusal) {
        var form = ProgrammeFormReading(fields)
        let usefulness = Int(fields["nut"]) ?? 0
        if !(1...5).contains(usefulness) { form.errors.append(FieldError("nut", "Kies 1 tot en met 5.")) }
        let learned = form.text("geleerd", max: 1000)
        let better = form.text("beter", max: 1000)
        guard form.errors.isEmpty else { throw ProgrammeFormRefusal(errors: form.errors) }
        self.init(usefulness: usefulness, learned: learned, better: better)
    }
}

/// What the attendance list of a session says: fields named after the person.
///
/// - Parameter enrolments: those with a place; fields of others are not looked at.
/// - Throws: `ProgrammeFormRefusal` with every fault.
func attendanceForm(
    _ fields: FormFields, _ enrolments: [Enrolment], of session: ActivitySession
) throws(ProgrammeFormRefusal) -> [ID<Functionary>: Attendance] {
    var errors: [FieldError] = []
    var said: [ID<Functionary>: Attendance] = [:]
    for enrolment in enrolments {
        let field = "aanwezig-\(enrolment.person)"
        guard !fields[field].isEmpty else { continue }
        guard let presence = Attendance.Presence(rawValue: fields[field]) else {
            errors.append(FieldError(field, "Maak een keuze uit de lijst."))
            continue
        }
        let typed = fields["minuten-\(enrolment.person)"]
        let minutes = typed.isEmpty ? session.interval.minutes : Int(typed) ?? -1
        if minutes < 0 {
            errors.append(FieldError("minuten-\(enrolment.person)", "Schrijf de tijd in hele minuten."))
        }
        let result = Attendance.Result(rawValue: fields["uitslag-\(enrolment.person)"])
        said[enrolment.person] = Attendance(
            presence: presence, result: result, minutes: presence == .present ? minutes : 0)
    }
    guard errors.isEmpty else { throw ProgrammeFormRefusal(errors: errors) }
    return said
}
