/// What a form says: the fields as typed, and per field what is wrong. A refused form keeps everything that
/// was typed.
package struct FormState: Sendable {
    package var fields: FormFields
    /// In the order in which the fields stand on the page.
    package var errors: [FieldError]

    package init(_ fields: FormFields = FormFields(), errors: [FieldError] = []) {
        self.fields = fields
        self.errors = errors
    }

    package func error(of name: String) -> String? {
        errors.first { $0.field == name }?.sentence
    }

    /// The summary at the top, with links to the fields.
    package var summary: HTML? {
        guard !errors.isEmpty else { return nil }
        let links = errors.map { error -> HTML in
            "<li><a href=\"#\(error.field)\">\(error.sentence)</a></li>"
        }
        return """
            <div class="nl-alert nl-alert--error" role="alert" id="fouten">
            <h2>Niet opgeslagen: verbeter eerst dit</h2><ul>\(links)</ul></div>
            """
    }
}

package struct FieldError: Equatable, Sendable {
    package let field: String
    package let sentence: String

    package init(_ field: String, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}

/// A labelled form control with its hint and its error.
package struct Field: Sendable {
    package enum Control: Sendable {
        case text
        /// A whole number.
        case number
        case email
        case telephone
        case date
        case time
        case password(autocomplete: StaticString)
        case choice([(value: String, label: String)])
        case longText(rows: Int)
        case file(accept: StaticString)
        case search
        case checkbox
    }

    package let name: String
    package let label: String
    package let control: Control
    package var hint: String?
    package var isRequired: Bool

    package init(
        _ name: String, _ label: String, _ control: Control = .text, hint: String? = nil,
        isRequired: Bool = false
    ) {
        self.name = name
        self.label = label
        self.control = control
        self.hint = hint
        self.isRequired = isRequired
    }

    /// - Parameter scope: which of several forms of one page it stands in, so that no two fields share an id.
    package func html(_ state: FormState, in scope: String = "") -> HTML {
        let id = scope.isEmpty ? name : "\(scope)-\(name)"
        let label: HTML = "<label for=\"\(id)\">\(self.label)\(isRequired ? "" : optionalMark)</label>"
        let error = state.error(of: name)
        let input = input(attributes(id, error: error), state.fields)
        let invalid: HTML = error == nil ? "" : " nl-form-field--invalid"
        let isCheckbox = if case .checkbox = control { true } else { false }
        return """
            <div class="nl-form-field\(invalid)">
            \(isCheckbox ? "" : label)
            \(hint.map { text -> HTML in "<p class=\"hint\" id=\"\(id)-hint\">\(text)</p>" })
            \(message(id, error))
            \(input)\(isCheckbox ? label : "")
            </div>
            """
    }

    /// In a cell of a table, whose header says what it is; the label is for whoever does not see that.
    package func cell(_ state: FormState, isDisabled: Bool = false) -> HTML {
        let error = state.error(of: name)
        let disabled: HTML = isDisabled ? " disabled" : ""
        let input = input(
            "\(attributes(name, error: error)) aria-label=\"\(label)\"\(disabled)", state.fields)
        let invalid: HTML = error == nil ? "" : " nl-form-field--invalid"
        return "<span class=\"nl-form-field\(invalid)\">\(message(name, error))\(input)</span>"
    }

    private func attributes(_ id: String, error: String?) -> HTML {
        let described = [hint == nil ? nil : "\(id)-hint", error == nil ? nil : "\(id)-fout"].compactMap(
            \.self)
        var attributes: HTML = "id=\"\(id)\" name=\"\(name)\""
        if !described.isEmpty { attributes += " aria-describedby=\"\(described.joined(separator: " "))\"" }
        if error != nil { attributes += " aria-invalid=\"true\"" }
        if isRequired { attributes += " required" }
        return attributes
    }

    private func message(_ id: String, _ error: String?) -> HTML? {
        error.map { text -> HTML in
            "<span class=\"nl-form-field-error-message\" id=\"\(id)-fout\">\(text)</span>"
        }
    }

    private var optionalMark: HTML {
        switch control {
        case .checkbox, .search, .choice: ""
        default: " <span class=\"muted\">(niet verplicht)</span>"
        }
    }

    private func input(_ attributes: HTML, _ fields: FormFields) -> HTML {
        let value = fields[name]
        return switch control {
        case .text: "<input type=\"text\" \(attributes) value=\"\(value)\">"
        case .number:
            "<input type=\"text\" inputmode=\"numeric\" class=\"short\" \(attributes) value=\"\(value)\">"
        case .email:
            "<input type=\"email\" inputmode=\"email\" autocomplete=\"off\" \(attributes) value=\"\(value)\">"
        case .telephone: "<input type=\"tel\" autocomplete=\"off\" \(attributes) value=\"\(value)\">"
        case .date:
            """
            <input type="text" inputmode="numeric" class="short" placeholder="dd-mm-jjjj" \(attributes) value="\(value)">
            """
        case .time:
            """
            <input type="text" inputmode="numeric" class="short" placeholder="uu:mm" \(attributes) value="\(value)">
            """
        case .search: "<input type=\"search\" \(attributes) value=\"\(value)\">"
        case .password(let autocomplete):
            "<input type=\"password\" \(attributes) autocomplete=\"\(HTML(stringLiteral: autocomplete))\">"
        case .file(let accept):
            "<input type=\"file\" \(attributes) accept=\"\(HTML(stringLiteral: accept))\">"
        case .longText(let rows): "<textarea rows=\"\(rows)\" \(attributes)>\n\(fields.raw(name))</textarea>"
        case .checkbox:
            "<input type=\"checkbox\" value=\"ja\" \(attributes)\(value == "ja" ? " checked" : "")>"
        case .choice(let options):
            "<select \(attributes)>\(options.map { option($0.value, $0.label, value) })</select>"
        }
    }

    private func option(_ value: String, _ label: String, _ chosen: String) -> HTML {
        "<option value=\"\(value)\"\(value == chosen ? " selected" : "")>\(label)</option>"
    }
}

/// Fields that belong together, with what is wrong with them together.
package struct FieldGroup {
    package let name: String
    package let legend: String

    package init(_ name: String, _ legend: String) {
        self.name = name
        self.legend = legend
    }

    package func html(_ state: FormState, _ fields: HTML) -> HTML {
        guard let error = state.error(of: name) else {
            return "<fieldset id=\"\(name)\"><legend>\(legend)</legend>\(fields)</fieldset>"
        }
        return """
            <fieldset id="\(name)" class="nl-form-field--invalid" aria-describedby="\(name)-fout"><legend>\(legend)</legend>
            <p class="nl-form-field-error-message" id="\(name)-fout">\(error)</p>\(fields)</fieldset>
            """
    }
}

/// A form that writes: always POST, always with the token of the session.
package func form(_ action: String, csrf: String, _ body: HTML) -> HTML {
    """
    <form method="post" action="\(action)" novalidate>
    <input type="hidden" name="csrf" value="\(csrf)">\(body)</form>
    """
}
