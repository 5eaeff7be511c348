import Domain
import Web

/// The forms of a plan, its parts and its versions.
enum PlanFormPages {
    static func new(_ model: PlansPage, _ state: FormState) -> Page {
        Page(
            heading: "Nieuw plan van aanpak", breadcrumb: PlanPages.crumb,
            body: "\(state.summary)\(form("/plan", csrf: model.csrf, planFields(state)))",
            hasErrors: !state.errors.isEmpty)
    }

    static func edit(_ model: PlanPage, _ state: FormState) -> Page {
        // Whoever saves later must not undo what somebody else wrote meanwhile: what the form was made from goes
        // along, so that a field which nobody touched in it is not taken for a change.
        let present = FormFields(model.content.plan)
        let originals = ["versie"] + inputs.map(\.name)
        let hidden = originals.map { name -> HTML in
            let field = name == "versie" ? name : PlanMerge.original(name)
            return "<input type=\"hidden\" name=\"\(field)\" value=\"\(present.raw(name))\">"
        }
        let fields: HTML = "\(hidden)\(planFields(state))"
        return Page(
            heading: "Wijzig \(model.content.plan.title)", breadcrumb: crumb(model),
            body: "\(state.summary)\(form("\(model.path)/wijzigen", csrf: model.csrf, fields))",
            hasErrors: !state.errors.isEmpty)
    }

    private static func crumb(_ model: PlanPage) -> HTML {
        "\(PlanPages.crumb) › <a href=\"\(model.path)\">\(model.content.plan.title)</a>"
    }

    /// What a plan says about itself.
    static let inputs = [
        Field("titel", "Naam van het plan", isRequired: true),
        Field(
            "opdrachtgever", "Opdrachtgever",
            hint: "Het ambt, geen naam: bestuurlijk portefeuillehouder.",
            isRequired: true),
        Field("doel", "Doel", .longText(rows: 4), isRequired: true),
        Field("aanleiding", "Aanleiding", .longText(rows: 3)),
        Field("totstandkoming", "Met wie is het gemaakt", .longText(rows: 3)),
        Field("van", "Eerste dag", .date, isRequired: true),
        Field("tot", "Laatste dag", .date, isRequired: true),
        Field("budget", "Budget in euro", hint: "Leeg: niet vastgesteld."),
        Field("budget-doel", "Waarvoor is het budget"),
        Field(
            "sleutel", "Verdeelsleutel, bij naam", hint: "Zoals: die voor de coördinerend functionaris."),
        Field("aanvraag", "Budgetaanvraag voor het volgende jaar uiterlijk op", .date),
    ]

    private static func planFields(_ state: FormState) -> HTML {
        "\(inputs.map { $0.html(state) })<p class=\"actions\"><button type=\"submit\">Bewaar</button></p>"
    }

    /// - Parameter id: nil for a new part.
    static func part(_ model: PlanPage, _ kind: PlanPart.Kind, _ id: ID<PlanPart>?, _ state: FormState)
        -> Page
    {
        let action = id.map { "\(model.path)/onderdelen/\($0)" } ?? "\(model.path)/nieuw/\(kind.word)"
        let remove = id.map { id -> HTML in
            form(
                "\(model.path)/onderdelen/\(id)/verwijdering", csrf: model.csrf,
                "<p><button class=\"quiet\" type=\"submit\">Haal uit het plan</button></p>")
        }
        return Page(
            heading: id == nil ? "Nog een \(kind.word)" : "Wijzig \(kind.word)", breadcrumb: crumb(model),
            body:
                "\(state.summary)\(form(action, csrf: model.csrf, partFields(model, kind, id, state)))\(remove)",
            hasErrors: !state.errors.isEmpty)
    }

    private static func partFields(
        _ model: PlanPage, _ kind: PlanPart.Kind, _ id: ID<PlanPart>?, _ state: FormState
    ) -> HTML {
        var fields = [
            Field("titel", "Titel", isRequired: true), Field("tekst", "Tekst", .longText(rows: 4)),
            Field("bron", "Bron", hint: "Het overleg of stuk waar dit vandaan komt."),
        ]
        if kind == .subActivity {
            fields += [
                Field("trekker", "Trekker", hint: "Het ambt of de groep."),
                Field("uren", "Uren", hint: "Leeg: niet vastgesteld."),
                Field("budget", "Budget in euro", hint: "Leeg: niet vastgesteld."),
                Field("van", "Eerste dag", .date), Field("tot", "Laatste dag", .date),
                Field("stand", "Stand", .choice(SubActivity.State.allCases.map { ($0.rawValue, $0.word) })),
            ]
        }
        let later = model.content.parts.filter { part in
            guard let from = kind.stage, let to = part.kind.stage else { return false }
            return from < to
        }
        let earlier = kind == .subActivity ? model.content.subActivities.filter { $0.id != id } : []
        return """
            \(fields.map { $0.html(state) })
            \(boxes("leidt-tot", "Dit leidt tot", later, state))\(boxes("na", "Eerst moet klaar zijn", earlier, state))
            <p class="actions"><button type="submit">Bewaar</button></p>
            """
    }

    private static func boxes(_ name: String, _ legend: String, _ parts: [PlanPart], _ state: FormState)
        -> HTML?
    {
        guard !parts.isEmpty else { return nil }
        let chosen = Set(state.fields.all(name))
        let boxes = parts.map { part -> HTML in
            let id: HTML = "\(name)-\(part.id)"
            let checked: HTML = chosen.contains(part.id.description) ? " checked" : ""
            return """
                <div class="nl-form-field"><input type="checkbox" id="\(id)" name="\(name)" value="\(part.id)"\(checked)>
                <label for="\(id)">\(part.kind.word.capitalisedFirst): \(part.title)</label></div>
                """
        }
        return FieldGroup(name, legend).html(state, HTML(boxes))
    }

    static func version(_ model: PlanPage, _ state: FormState) -> Page {
        let fields = [
            Field("nummer", "Nummer", hint: "Zoals 0.3 of 1.0.", isRequired: true),
            Field("dag", "Datum van het document", .date, isRequired: true),
            Field("toelichting", "Wat is er veranderd"),
        ]
        let inputs: HTML = """
            \(fields.map { $0.html(state) })<p class="actions"><button type="submit">Maak de versie</button></p>
            """
        return Page(
            heading: "Maak een versie van \(model.content.plan.title)", breadcrumb: crumb(model),
            body: """
                \(state.summary)<p>Een versie verandert niet meer: wat een gremium erover zegt, geldt voor die tekst.</p>
                \(form("\(model.path)/versie", csrf: model.csrf, inputs))
                """,
            hasErrors: !state.errors.isEmpty)
    }
}
