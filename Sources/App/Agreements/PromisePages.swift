import Domain
import Web

/// Promises: what holds, what breaks first, and how they were kept.
enum PromisePages {
    private static let crumb: HTML = "<a href=\"/afspraken/toezeggingen\">Toezeggingen</a>"

    static func list(_ model: PromisesPage) -> Page {
        let add: HTML? =
            model.mayEdit
            ? "<div class=\"actions\"><a class=\"button\" href=\"/afspraken/toezeggingen/nieuw\">Toezegging toevoegen</a></div>"
            : nil
        return Page(
            heading: heading(model), breadcrumb: AgreementPages.breadcrumb,
            body: """
                \(breaking(model))\(add)\(table(model))\(ended(model))
                <p class="muted">Wie telt: aangewezen, vakbekwaam, niet verhinderd en bereikbaar op \(Dutch.moment(model.report.at)), in dienst
                van een gemeente die de afspraak overnam, en op tijd bij de verste gemeente die het kan vragen.</p>
                """)
    }

    private static func heading(_ model: PromisesPage) -> String {
        if model.report.promises.isEmpty { return "Er zijn nog geen toezeggingen" }
        guard let first = model.report.overPromised.first else {
            return "Alle toezeggingen zijn samen waar te maken"
        }
        return first.promises.count == 1
            ? "Toezegging \(first.promises[0]) is niet waar te maken"
            : "\(Dutch.list(first.promises.map(\.text))) zijn niet samen waar te maken"
    }

    private static func breaking(_ model: PromisesPage) -> HTML? {
        guard !model.report.overPromised.isEmpty else { return nil }
        let items = model.report.overPromised.map { over -> HTML in
            let unsure: HTML? = over.isSmallest ? nil : " Mogelijk breekt een kleinere groep al."
            return """
                <li>\(Dutch.list(over.promises.map(\.text))): nodig \(over.needed), er \(over.available == 1 ? "is" : "zijn")
                \(Dutch.count(over.available, "persoon", "verschillende mensen")).\(unsure)</li>
                """
        }
        return """
            <div class="nl-alert nl-alert--warning"><h2>Wat het eerst breekt als alles tegelijk wordt gevraagd</h2><ol>\(items)</ol></div>
            """
    }

    private static func table(_ model: PromisesPage) -> HTML? {
        guard !model.report.promises.isEmpty else { return nil }
        var table = Table(
            "Toezeggingen die nu gelden",
            columns: [
                "Toezegging", "Mensen", "Wanneer", "Binnen", "Vooraf vragen", "Levert", "Kan vragen",
                "Nu beschikbaar",
                "Nagekomen, \(PromisesPage.days) dagen",
            ])
        for bound in model.report.promises {
            let promise = bound.promise
            let available = model.report.available[promise.code] ?? 0
            let name: HTML =
                model.mayEdit
                ? "<a href=\"/afspraken/toezeggingen/\(promise.code)\">\(title(promise, model))</a>"
                : "\(title(promise, model))"
            let state: HTML =
                available < promise.needed
                ? "<span class=\"tag gap\">\(available) van \(promise.needed)</span>"
                : "<span class=\"tag covered\">\(available)</span> nodig \(promise.needed)"
            table.add([
                name, people(promise), "\(promise.hours.words)",
                promise.responseMinutes.map { "\(Dutch.duration(minutes: $0))" } ?? "niet vastgesteld",
                promise.noticeMinutes == 0 ? "nee" : "\(Dutch.duration(minutes: promise.noticeMinutes))",
                municipalities(bound.suppliers, of: promise.suppliers.count, model),
                municipalities(promise.receivers, of: promise.receivers.count, model), state,
                delivery(model.deliveries[promise.id]),
            ])
        }
        return table.html
    }

    private static func title(_ promise: Promise, _ model: PromisesPage) -> String {
        "\(promise.code) \(model.functions[promise.function] ?? promise.function.text)"
    }

    private static func people(_ promise: Promise) -> HTML {
        promise.callers == 1
            ? "\(promise.people)" : "\(promise.people), voor \(promise.callers) gemeenten tegelijk"
    }

    private static func municipalities(
        _ codes: Set<Code<Municipality>>, of promised: Int, _ model: PromisesPage
    ) -> HTML {
        let names = codes.compactMap { model.names[$0] }.sorted()
        let missing: HTML? =
            codes.count < promised
            ? " <span class=\"muted\">(\(promised - codes.count) niet gebonden)</span>" : nil
        guard names.count > 3 else {
            return names.isEmpty ? "niemand\(missing)" : "\(Dutch.list(names))\(missing)"
        }
        return "<details><summary>\(names.count) gemeenten</summary>\(Dutch.list(names))</details>\(missing)"
    }

    private static func delivery(_ figures: DeliveryFigures?) -> HTML {
        guard let figures, figures.calls > 0 else { return "niet gevraagd" }
        return """
            \(figures.kept) van \(Dutch.count(figures.calls, "keer", "keer")); \(figures.inTime) van \(figures.promised) mensen op tijd
            """
    }

    private static func ended(_ model: PromisesPage) -> HTML? {
        guard !model.ended.isEmpty else { return nil }
        let items = model.ended.map { promise -> HTML in
            let through = promise.validThrough.map { " tot en met \(Dutch.shortDate($0))" } ?? ""
            let name: HTML =
                model.mayEdit
                ? "<a href=\"/afspraken/toezeggingen/\(promise.code)\">\(title(promise, model))</a>"
                : "\(title(promise, model))"
            return "<li>\(name), vanaf \(Dutch.shortDate(promise.validFrom))\(through)</li>"
        }
        return "<h2>Gelden nu niet</h2><ul>\(items)</ul>"
    }

    // MARK: - The form

    static func form(_ model: PromiseFormPage, _ state: FormState) -> Page {
        let before: [Field] = [
            Field("functie", "Functie", .choice(model.functions.map { ($0.code.text, $0.name) })),
            Field(
                "afspraak", "Hoort bij afspraak",
                .choice([("", "geen")] + model.agreements.map { ("\($0.id)", $0.title) }),
                hint: "Mensen tellen alleen van gemeenten die deze afspraak overnamen."),
            Field("mensen", "Hoeveel mensen", hint: "Voor elke gemeente die het vraagt.", isRequired: true),
            Field("tegelijk", "Hoeveel gemeenten kunnen dit tegelijk vragen", isRequired: true),
            Field("binnen", "Binnen hoeveel minuten aan het werk"),
            Field("vooraf", "Hoeveel minuten vooraf vragen", hint: "0 als het meteen kan.", isRequired: true),
        ]
        let after: [Field] = [
            Field("van", "Van", .time, isRequired: true),
            Field(
                "tot", "Tot", .time, hint: "Niet later dan van: tot die tijd de volgende dag.",
                isRequired: true),
            Field("vanaf", "Geldt vanaf", .date, isRequired: true),
            Field("totenmet", "Geldt tot en met", .date),
        ]
        let days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        let path = model.promise.map { "/afspraken/toezeggingen/\($0.code)" } ?? "/afspraken/toezeggingen"
        return AgreementFormPages.page(
            model.promise.map { "Toezegging \($0.code)" } ?? "Toezegging toevoegen", crumb, state,
            Web.form(
                path, csrf: model.csrf,
                """
                <input type="hidden" name="stand" value="\(state.fields["stand"])">\(before.map { $0.html(state) })
                \(boxes("dagen", "Op welke dagen", days.enumerated().map { ("\($0.offset)", $0.element) }, state))
                \(after.map { $0.html(state) })
                \(boxes("levert", "Wie levert mensen", model.municipalities.map { ($0.code.text, $0.name) }, state))
                \(boxes("ontvangt", "Wie kan het vragen", model.municipalities.map { ($0.code.text, $0.name) }, state))
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
    }

    private static func boxes(
        _ name: String, _ legend: String, _ options: [(value: String, label: String)], _ state: FormState
    ) -> HTML {
        let chosen = Set(state.fields.all(name))
        let boxes = options.map { option -> HTML in
            let id = "\(name)-\(option.value)"
            return """
                <div class="nl-form-field"><input type="checkbox" id="\(id)" name="\(name)" value="\(option.value)"\
                \(chosen.contains(option.value) ? " checked" : "")><label for="\(id)">\(option.label)</label></div>
                """
        }
        return FieldGroup(name, legend).html(state, HTML(boxes))
    }
}
