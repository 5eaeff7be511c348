import Domain
import Web

extension Agreement {
    /// Nil when the form says what is wrong.
    init?(_ form: inout FormReading, id: ID<Agreement>) {
        let theme = form.choice("thema", of: Theme.self)
        let title = form.text("titel", "de titel")
        guard let theme else { return nil }
        self.init(id: id, theme: theme, title: title, versions: [])
    }
}

extension Agreement.Version {
    /// The number is given when it is saved. Nil when the form says what is wrong.
    init?(_ form: inout FormReading) {
        let day = form.day("dag")
        let text = form.text("tekst", "wat er is afgesproken", max: 8000)
        let source = form.text("besluit", "waar dit is besloten")
        guard let day else { return nil }
        self.init(number: 1, day: day, text: text, source: source)
    }
}

extension Adoption {
    init(
        _ fields: FormFields, id: ID<Adoption>, agreement: ID<Agreement>, version: Int,
        municipality: Code<Municipality>
    ) throws(FormRefusal) {
        var form = FormReading(fields)
        let kind = form.choice("keuze", of: AdoptionKind.self)
        let deviation = form.text(
            "afwijking", kind == .deviates ? "waarin de gemeente afwijkt" : nil, max: 2000)
        let day = form.day("dag")
        guard form.errors.isEmpty, let kind, let day else { throw FormRefusal(form.errors) }
        self.init(
            id: id, agreement: agreement, version: version, municipality: municipality,
            choice: Choice(kind, deviation: deviation, harm: .notJudged), day: day)
    }

    /// The same deviation, judged.
    init(_ fields: FormFields, id: ID<Adoption>, judging adoption: Adoption, on day: Day) throws(FormRefusal)
    {
        var form = FormReading(fields)
        let harm = form.choice("oordeel", of: HarmKind.self)
        let ground = form.text("grond", harm == .notJudged ? nil : "de grond van het oordeel", max: 1000)
        guard form.errors.isEmpty, let harm else { throw FormRefusal(form.errors) }
        self.init(
            id: id, agreement: adoption.agreement, version: adoption.version,
            municipality: adoption.municipality,
            choice: .deviates(adoption.choice.deviation, harm: Harm(harm, ground: ground)),
            day: max(day, adoption.day))
    }
}

extension Promise {
    private static let peopleMax = 200
    private static let minutesMax = 7 * 24 * 60

    init(
        _ fields: FormFields, id: ID<Promise>, code: Code<Promise>, _ model: PromiseFormPage
    ) throws(FormRefusal) {
        var form = FormReading(fields)
        let function = form.choice("functie", among: model.functions) { $0.code.text }
        let agreement =
            fields["afspraak"].isEmpty ? nil : form.choice("afspraak", among: model.agreements) { "\($0.id)" }
        let people = form.number("mensen", "mensen", in: 1...Self.peopleMax)
        let callers = form.number("tegelijk", "gemeenten", in: 1...100)
        let response = form.number("binnen", "minuten", in: 1...Self.minutesMax, isRequired: false)
        let notice = form.number("vooraf", "minuten", in: 0...Self.minutesMax)
        let hours = Self.hours(&form)
        let from = form.day("vanaf")
        let through = form.day("totenmet", isRequired: false)
        if let from, let through, through < from {
            form.refuse("totenmet", "De laatste dag ligt voor de eerste.")
        }
        func chosen(_ name: String, _ sentence: String) -> Set<Code<Municipality>> {
            let wanted = Set(fields.all(name))
            let codes = Set(model.municipalities.map(\.code).filter { wanted.contains($0.text) })
            if codes.isEmpty { form.refuse(name, sentence) }
            return codes
        }
        let suppliers = chosen("levert", "Kies ten minste één gemeente die mensen levert.")
        let receivers = chosen("ontvangt", "Kies ten minste één gemeente die dit kan vragen.")
        guard form.errors.isEmpty, let function, let people, let callers, let notice, let hours, let from
        else {
            throw FormRefusal(form.errors)
        }
        self.init(
            id: id, code: code, agreement: agreement?.id, function: function.code, people: people,
            callers: callers, responseMinutes: response, noticeMinutes: notice, hours: hours, validFrom: from,
            validThrough: through, suppliers: suppliers, receivers: receivers,
            version: Int(fields["stand"]) ?? 1)
    }

    private static func hours(_ form: inout FormReading) -> PromiseHours? {
        let wanted = Set(form.fields.all("dagen"))
        let days = Set(Weekday.allCases.filter { wanted.contains("\($0.rawValue)") })
        if days.isEmpty { form.refuse("dagen", "Kies ten minste één dag.") }
        func clock(_ name: String) -> Int? {
            // 24:00 is how people write the end of a day.
            let text = form.fields[name]
            let minutes =
                ["24:00", "24.00"].contains(text) ? PromiseHours.minutesPerDay : Dutch.minutesOfDay(text)
            if minutes == nil { form.refuse(name, "Schrijf de tijd als 08:00.") }
            return minutes
        }
        let (from, to) = (clock("van"), clock("tot"))
        guard let from, let to, !days.isEmpty else { return nil }
        return PromiseHours(weekdays: days, fromMinute: from, toMinute: to)
    }
}

extension FormFields {
    init(_ promise: Promise) {
        self.init([
            "functie": promise.function.text, "afspraak": promise.agreement.map { "\($0)" } ?? "",
            "mensen": "\(promise.people)", "tegelijk": "\(promise.callers)",
            "binnen": promise.responseMinutes.map(String.init) ?? "", "vooraf": "\(promise.noticeMinutes)",
            "van": PromiseHours.clock(promise.hours.fromMinute),
            "tot": PromiseHours.clock(promise.hours.toMinute),
            "vanaf": Dutch.shortDate(promise.validFrom),
            "totenmet": promise.validThrough.map(Dutch.shortDate) ?? "", "stand": "\(promise.version)",
        ])
        for day in promise.hours.weekdays { add("dagen", "\(day.rawValue)") }
        for code in promise.suppliers.sorted() { add("levert", code.text) }
        for code in promise.receivers.sorted() { add("ontvangt", code.text) }
    }

    /// Day and night, all municipalities, one at a time.
    init(newPromiseFrom today: Day, _ municipalities: [Municipality]) {
        self.init([
            "mensen": "1", "tegelijk": "1", "vooraf": "0", "van": "00:00", "tot": "24:00",
            "vanaf": Dutch.shortDate(today), "stand": "1",
        ])
        for day in Weekday.allCases { add("dagen", "\(day.rawValue)") }
        for municipality in municipalities {
            add("levert", municipality.code.text)
            add("ontvangt", municipality.code.text)
        }
    }
}
