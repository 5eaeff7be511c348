import Web

/// One field of a form to mend; the rest of what was typed waits in it.
enum GivenBackPages {
    static func page(_ path: String, _ state: FormState, _ field: String) -> Page {
        let others = state.fields.names.filter { $0 != field }.flatMap { name in
            state.fields.all(name).map { value -> HTML in
                "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
            }
        }
        return Page(
            heading: "Nog niet vastgelegd",
            body: """
                \(state.summary)
                <form method="post" action="\(path)" novalidate>\(others)
                \(Field(field, field.capitalisedFirst, .longText(rows: 3), isRequired: true).html(state))
                <div class="actions"><button type="submit">Leg het nu vast</button></div></form>
                <p>De rest van wat je typte gaat mee.</p>
                """, hasErrors: true)
    }
}
