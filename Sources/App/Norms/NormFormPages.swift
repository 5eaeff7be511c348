import Domain
import Web

/// Changing a norm in two steps: what it should become, and what that changes.
enum NormFormPages {
    /// The form's fields, in order.
    private static let fieldNames = ["waarde", "status", "bron", "door", "van", "tot"]

    static func edit(_ model: NormPage, _ state: FormState) -> Page {
        let code = model.key.code
        let statuses = NormStatus.allCases.map { ($0.rawValue, $0.word) }
        let empty = VitalNorm(code) == nil ? " Leeg: niet vastgesteld." : ""
        let fields: [Field] = [
            Field("waarde", "Waarde", hint: code.unit.hint + empty, isRequired: VitalNorm(code) != nil),
            Field("status", "Status", .choice(statuses)),
            Field(
                "bron", "Bron",
                hint: "Waar het staat: het besluit met datum, de wet met artikel, de afspraak.",
                isRequired: true),
            Field(
                "door", "Vastgesteld door",
                hint: "Het orgaan of de functie, bijvoorbeeld: algemeen bestuur. Geen naam van een persoon."),
            Field("van", "Geldt vanaf", .date, isRequired: true),
            Field(
                "tot", "Geldt tot", .date,
                hint: "De eerste dag waarop het niet meer geldt. Leeg: tot er een andere waarde komt."),
        ]
        return Page(
            heading: "Wat wordt de norm “\(model.title)”?", breadcrumb: crumb(model),
            body: """
                <p>Nu: <strong>\(code.phrase(model.present?.value))</strong>. \(model.explanation)
                Er wordt nog niets vastgelegd: eerst zie je wat het verandert.</p>
                \(state.summary)
                <form method="get" action="\(model.path)/wijziging" novalidate>
                <input type="hidden" name="stap" value="gevolg">
                \(fields.map { $0.html(state) })
                <div class="actions"><button type="submit">Bekijk wat dit verandert</button></div>
                </form>
                """, hasErrors: !state.errors.isEmpty)
    }

    static func preview(
        _ model: NormPage, _ proposal: NormProposal, _ impact: NormImpact, _ fields: FormFields
    ) -> Page {
        let hidden = fieldNames.map { name -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(fields[name])\">"
        }
        let query = fieldNames.map { "\($0)=\(queryEncoded(fields[$0]))" }.joined(separator: "&")
        return Page(
            heading: NormImpactWords.heading(impact), breadcrumb: crumb(model),
            body: """
                \(comparison(model, proposal))
                \(NormImpactWords.warnings(model, proposal).map { text -> HTML in
                    "<p class=\"nl-alert nl-alert--warning\">\(text)</p>"
                })
                <h2>Gevolgen</h2>
                \(NormImpactPages.effect(impact))
                \(form("\(model.path)/wijziging", csrf: model.csrf, """
                    \(hidden)<input type="hidden" name="na" value="\(model.norms.norms.last?.sequence ?? 0)">
                    <div class="actions"><button type="submit">Vastleggen</button>
                    <a href="\(model.path)/wijziging?\(query)">Nog aanpassen</a>
                    <a href="\(model.path)">Niet doen</a></div>
                    """))
                """)
    }

    private static func comparison(_ model: NormPage, _ proposal: NormProposal) -> HTML {
        let before = model.norms.norm(
            of: proposal.code, for: proposal.subject, at: Amsterdam.startOfDay(proposal.validFrom))
        let until = proposal.validTo.map { " tot \(Dutch.date($0))" } ?? ""
        let by = proposal.confirmedBy.isEmpty ? "nog door niemand vastgesteld" : proposal.confirmedBy
        return """
            <p class="lead">\(model.title): van <strong>\(proposal.code.phrase(before?.value))</strong>
            (\(before?.status.word ?? "niet vastgesteld")) naar <strong>\(proposal.code.phrase(proposal.value))</strong>
            (\(proposal.status.word)) vanaf \(Dutch.date(proposal.validFrom))\(until).</p>
            <p>Bron: \(proposal.source). Vastgesteld door: \(by). De oude waarde blijft in de geschiedenis staan.</p>
            """
    }

    private static func crumb(_ model: NormPage) -> HTML {
        "<a href=\"/normen\">Normen</a> › <a href=\"\(model.path)\">\(model.title)</a>"
    }
}
