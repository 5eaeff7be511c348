import Domain
import Web

/// A coordinator approves for whom a deployment counts.
enum CountDeploymentPages {
    static func form(_ page: DeploymentCountPage, _ state: FormState) -> Page {
        let model = page.model
        let kind = model.deployment.isExercise ? "oefening" : "inzet"
        return Page(
            heading: page.isApproved
                ? "Deze \(kind) telt al mee voor vakbekwaamheid"
                : "Telt deze \(kind) mee voor vakbekwaamheid?",
            breadcrumb: "<a href=\"\(model.path)/mensen\">\(model.deployment.title)</a>",
            body: page.lines.isEmpty
                ? """
                <p>Er is niemand ingezet. Zet eerst mensen in bij <a href="\(model.path)/mensen">Mensen en teams</a>.</p>
                """
                : """
                \(state.summary)
                <p>Een inzet telt als oefening na een korte evaluatie. Wie niet meetelt haal je weg.</p>
                \(DeploymentPages.plainForm("\(model.path)/meetellen", model, "meetellen", """
                    \(page.lines.map { line($0, state) })
                    \(Field("evaluatie", "Wat ging goed, wat leren we", .longText(rows: 3), isRequired: true).html(state))
                    <div class="actions"><button type="submit">Goedkeuren</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty,
            isExercise: model.deployment.isExercise)
    }

    private static func line(_ line: DeploymentCountPage.Line, _ state: FormState) -> HTML {
        let isAsked = !state.fields.names.isEmpty
        var fields = FormFields()
        let counts = isAsked ? state.fields["telt-\(line.person)"] == "ja" : line.isCounted
        fields.add("telt-\(line.person)", counts ? "ja" : "")
        fields.add(
            "minuten-\(line.person)", isAsked ? state.fields["minuten-\(line.person)"] : "\(line.minutes)")
        let own = FormState(fields)
        return """
            <div class="card"><p>\(line.name), \(line.functions)</p><div class="row">
            \(Field("telt-\(line.person)", "Telt mee voor \(line.name)", .checkbox).html(own))
            \(Field("minuten-\(line.person)", "Minuten van \(line.name)").html(own))</div></div>
            """
    }
}
