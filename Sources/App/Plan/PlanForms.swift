import Domain
import Web

/// A form about a plan, hours or money that cannot be saved.
struct PlanFormRefusal: Error {
    let errors: [FieldError]
}

/// Reads fields and remembers every fault.
struct PlanFormReading {
    static let titleMax = 160
    static let textMax = 4000
    /// More than any region spends; above it is a typing error.
    static let eurosMax: Int64 = 1_000_000_000

    let fields: FormFields
    private(set) var errors: [FieldError] = []

    init(_ fields: FormFields) {
        self.fields = fields
    }

    mutating func fault(_ name: String, _ sentence: String) {
        errors.append(FieldError(name, sentence))
    }

    /// - Throws: `PlanFormRefusal` when anything was wrong so far.
    func check() throws(PlanFormRefusal) {
        if !errors.isEmpty { throw PlanFormRefusal(errors: errors) }
    }

    mutating func text(_ name: String, _ what: String? = nil, max: Int = titleMax) -> String {
        if let what, fields[name].isEmpty { fault(name, "Vul \(what) in.") }
        if fields[name].count > max {
            fault(name, "Dit is te lang; gebruik hoogstens \(Dutch.number(max)) tekens.")
        }
        return fields[name]
    }

    mutating func day(_ name: String, isRequired: Bool = false) -> Day? {
        guard !fields[name].isEmpty else {
            if isRequired { fault(name, "Vul de dag in, zoals 23-11-2026.") }
            return nil
        }
        let day = Dutch.day(fields[name])
        if day == nil { fault(name, Dutch.dayRefusal(fields[name])) }
        return day
    }

    mutating func number(_ name: String, max: Int) -> Int? {
        guard !fields[name].isEmpty else { return nil }
        guard let number = Int(fields[name].filter { $0 != "." }) else {
            fault(name, "Schrijf een heel getal, zoals 40.")
            return nil
        }
        if number < 0 { fault(name, "Dit kan niet negatief zijn.") }
        if number > max { fault(name, "Dit is meer dan \(Dutch.number(max)); kijk het getal na.") }
        return number
    }

    /// `25000`, `25.000,00`, `€ 25.000`; nothing means that nobody established it.
    mutating func money(_ name: String) -> Money? {
        let text = fields[name].filter { !$0.isWhitespace && $0 != "€" }
        guard !text.isEmpty else { return nil }
        guard let match = text.wholeMatch(of: /([-−]?)(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{2}))?/),
            let euros = Int64(match.output.2.filter { $0 != "." })
        else {
            fault(name, "Schrijf een bedrag als 25.000,00.")
            return nil
        }
        guard match.output.1.isEmpty else {
            fault(name, "Een bedrag kan hier niet negatief zijn.")
            return nil
        }
        guard euros <= Self.eurosMax else {
            fault(name, "Dit bedrag is te groot; kijk het na.")
            return nil
        }
        return Money(cents: euros * 100 + (match.output.3.flatMap { Int64($0) } ?? 0))
    }
}

extension ActionPlan {
    /// - Throws: `PlanFormRefusal` with every fault.
    init(_ fields: FormFields, id: ID<ActionPlan>) throws(PlanFormRefusal) {
        var form = PlanFormReading(fields)
        let title = form.text("titel", "hoe het plan heet")
        let principal = form.text("opdrachtgever", "het ambt van de opdrachtgever")
        let objective = form.text("doel", "het doel", max: PlanFormReading.textMax)
        let occasion = form.text("aanleiding", max: PlanFormReading.textMax)
        let process = form.text("totstandkoming", max: PlanFormReading.textMax)
        let first = form.day("van", isRequired: true)
        let last = form.day("tot", isRequired: true)
        let amount = form.money("budget")
        let purpose = form.text("budget-doel")
        let key = form.text("sleutel")
        let request = form.day("aanvraag")
        if let first, let last, last < first { form.fault("tot", "De laatste dag ligt voor de eerste.") }
        try form.check()
        guard let first, let last else { throw PlanFormRefusal(errors: form.errors) }
        self.init(
            id: id, title: title, principal: principal, occasion: occasion, objective: objective,
            process: process,
            firstDay: first, lastDay: last,
            budget: Budget(amount: amount, purpose: purpose, keyName: key, nextRequestBy: request),
            version: Int(fields["versie"]) ?? 1)
    }
}

extension PlanPart {
    /// Far more than anything in a plan asks.
    static let hoursMax = 100_000

    /// - Throws: `PlanFormRefusal` with every fault.
    init(_ fields: FormFields, id: ID<PlanPart>, kind: Kind, number: Int) throws(PlanFormRefusal) {
        var form = PlanFormReading(fields)
        let title = form.text("titel", "een korte titel")
        let text = form.text("tekst", max: PlanFormReading.textMax)
        let source = form.text("bron")
        var activity: SubActivity?
        if kind == .subActivity {
            let state = SubActivity.State(rawValue: fields["stand"])
            if state == nil { form.fault("stand", "Maak een keuze uit de lijst.") }
            activity = SubActivity(
                lead: form.text("trekker"), hours: form.number("uren", max: Self.hoursMax),
                budget: form.money("budget"), firstDay: form.day("van"), lastDay: form.day("tot"),
                state: state ?? .planned, after: Set(fields.all("na").compactMap { ID($0) }))
        }
        try form.check()
        self.init(
            id: id, kind: kind, number: number, title: title, text: text, source: source,
            leadsTo: Set(fields.all("leidt-tot").compactMap { ID($0) }), activity: activity)
    }
}

extension FormFields {
    init(_ plan: ActionPlan) {
        self.init([
            "titel": plan.title, "opdrachtgever": plan.principal, "doel": plan.objective,
            "aanleiding": plan.occasion, "totstandkoming": plan.process,
            "van": Dutch.shortDate(plan.firstDay),
            "tot": Dutch.shortDate(plan.lastDay), "budget": plan.budget.amount.map(Self.plain) ?? "",
            "budget-doel": plan.budget.purpose, "sleutel": plan.budget.keyName,
            "aanvraag": plan.budget.nextRequestBy.map(Dutch.shortDate) ?? "", "versie": "\(plan.version)",
        ])
    }

    init(_ part: PlanPart) {
        self.init(["titel": part.title, "tekst": part.text, "bron": part.source])
        for later in part.leadsTo.sorted() { add("leidt-tot", later.description) }
        guard let activity = part.activity else { return }
        add("trekker", activity.lead)
        add("uren", activity.hours.map { "\($0)" } ?? "")
        add("budget", activity.budget.map(Self.plain) ?? "")
        add("van", activity.firstDay.map(Dutch.shortDate) ?? "")
        add("tot", activity.lastDay.map(Dutch.shortDate) ?? "")
        add("stand", activity.state.rawValue)
        for earlier in activity.after.sorted() { add("na", earlier.description) }
    }

    /// Without the sign of the euro.
    private static func plain(_ money: Money) -> String { String(Dutch.money(money).dropFirst(2)) }
}
