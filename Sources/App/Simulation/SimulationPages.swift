import Domain
import Simulation
import Web

/// The list of simulations and the form that asks for one.
enum SimulationPages {
    static func list(_ model: SimulationListPage, _ state: FormState? = nil) -> Page {
        Page(
            heading: "Wat levert samenwerken op? Reken het door",
            body: """
                \(state?.summary)
                <p class="lead">Oranje speelt een langdurige inzet duizenden keren na met de mensen van nu, en telt hoe vaak alle
                posten gevuld blijven.</p>
                <p><a href="/simulatie/alarmen">Kijk terug: de alarmen van een jaar met andere groepen</a></p>
                \(runs(model))
                \(model.form.map { form -> HTML in
                    newRun(form, model, state ?? FormState(form.fields))
                })
                """,
            hasErrors: state?.errors.isEmpty == false)
    }

    private static func runs(_ model: SimulationListPage) -> HTML {
        guard !model.runs.isEmpty else {
            return "<p>Er is nog niets doorgerekend.</p>"
        }
        var table = Table("Doorgerekend", columns: ["Vraag", "Gevraagd", "Stand"])
        for run in model.runs {
            table.add([
                "<a href=\"/simulatie/\(run.id)\">\(run.request.name)</a>",
                "\(Dutch.shortMoment(run.requestedAt))", "\(SimulationWords.state(run))",
            ])
        }
        return table.html
    }

    private static func newRun(
        _ form: SimulationForm, _ model: SimulationListPage, _ state: FormState
    ) -> HTML {
        let places = form.pool.municipalities.map { (value: $0.text, label: form.names[$0] ?? $0.text) }
            .sorted { $0.label < $1.label }
        let functions = form.pool.functions.map {
            (value: $0.code.text, label: model.functionNames[$0.code] ?? $0.code.text)
        }
        let none = [(value: "", label: "geen")]
        func fields(_ fields: [Field]) -> HTML { HTML(fields.map { $0.html(state) }) }
        return """
            <h2>Nieuwe berekening</h2>
            \(Web.form("/simulatie", csrf: model.csrf, """
            <fieldset><legend>Wat er gebeurt</legend>
            \(fields(happening(places, none)))</fieldset>
            <fieldset><legend>Welke keuzes naast elkaar</legend>
            <p>Lokaal, intergemeentelijk en regionaal worden altijd vergeleken.</p>
            \(fields(choices(form, none + functions)))</fieldset>
            <details><summary>Aannames over mensen</summary><fieldset><legend>Aannames</legend>
            <p>Niemand heeft deze getallen gemeten. Zij staan bij het resultaat.</p>
            \(fields(assumptions))</fieldset></details>
            <details><summary>Activiteiten en wat zij kosten</summary><fieldset><legend>Activiteiten</legend>
            <p>Wat u overweegt, met de uren en het geld die het vraagt. Oranje zet ernaast wat het oplevert, zonder rangorde.</p>
            \((1...SimulationForm.activityRows).map { row -> HTML in fields(activity(row, none + functions)) })
            </fieldset></details>
            <p class="actions"><button type="submit">Reken door</button></p>
            """))
            """
    }

    private static func happening(
        _ places: [(value: String, label: String)], _ none: [(value: String, label: String)]
    ) -> [Field] {
        [
            Field("naam", "Naam van de berekening", isRequired: true),
            Field("gemeente", "Inzet in gemeente", .choice(places)),
            Field("tweede", "Tegelijk een tweede inzet in", .choice(none + places)),
            Field("tweede-na", "De tweede begint na zoveel uur", isRequired: true),
            Field("datum", "Begin", .date, isRequired: true),
            Field("uur", "Begin, heel uur (0 tot 23)", isRequired: true),
            Field("dagen", "Hoeveel dagen (1 tot \(SimulationForm.daysMax))", isRequired: true),
            Field("griep", "Griep: zoveel procent van alle mensen is ziek", isRequired: true),
        ]
    }

    private static func choices(
        _ form: SimulationForm, _ functions: [(value: String, label: String)]
    ) -> [Field] {
        let year2019 = Field(
            SimulationForm.Extra.year2019.rawValue, "Vergelijk met hoe de regio in 2019 was ingedeeld",
            .checkbox)
        return (form.offered.contains(.year2019) ? [year2019] : []) + pools(functions)
    }

    private static func pools(_ functions: [(value: String, label: String)]) -> [Field] {
        [
            Field(
                "groepen", "Groepen voor intergemeentelijk", .longText(rows: 4),
                hint: "Eén groep per regel, gemeenten gescheiden door komma's. Wie ontbreekt, staat alleen."),
            Field("dienst", "Lengte van een dienst in uren", isRequired: true),
            Field(
                SimulationForm.Extra.otherShift.rawValue, "Vergelijk ook met 8 of juist 12 uur", .checkbox),
            Field(
                SimulationForm.Extra.oneDistrict.rawValue, "Vergelijk ook met één piketregio", .checkbox),
            Field(
                SimulationForm.Extra.training.rawValue,
                "Vergelijk ook met opleiden: iedereen die is aangewezen is vakbekwaam", .checkbox),
            Field("extra-functie", "Vergelijk ook met meer mensen voor", .choice(functions)),
            Field("extra-aantal", "Hoeveel mensen meer", isRequired: true),
        ]
    }

    private static var assumptions: [Field] {
        [
            Field("overdag", "Kan komen bij een oproep: overdag (procent)", isRequired: true),
            Field("nacht", "Kan komen: 's nachts, 23.00 tot 07.00 uur (procent)", isRequired: true),
            Field("weekend", "Kan komen: in het weekend (procent)", isRequired: true),
            Field("feestdag", "Kan komen: op een feestdag (procent)", isRequired: true),
            Field("wegblijven", "Zegt ja en komt niet (procent)", isRequired: true),
            Field("uitval", "Valt na een dienst uit (procent)", isRequired: true),
            Field("rust", "Rust na een dienst (uren)", isRequired: true),
            Field("zekerheid", "Gewenste zekerheid per functie (procent)", isRequired: true),
            Field(
                "herhalingen", "Zo vaak naspelen",
                hint: "10.000 keer is nauwkeurig op 1 procentpunt. Vaker duurt langer.", isRequired: true),
        ]
    }

    private static func activity(
        _ row: Int, _ functions: [(value: String, label: String)]
    ) -> [Field] {
        [
            Field("activiteit-\(row)", "Activiteit \(row)"),
            Field(
                "soort-\(row)", "Levert op",
                .choice(
                    SimulationRequest.Activity.Kind.allCases.map { (value: $0.rawValue, label: $0.words) })),
            Field("aantal-\(row)", "Hoeveel"),
            Field("functie-\(row)", "Voor functie", .choice(functions)),
            Field("uren-\(row)", "Kost aan uren"),
            Field("euro-\(row)", "Kost aan geld, in hele euro's"),
        ]
    }
}
