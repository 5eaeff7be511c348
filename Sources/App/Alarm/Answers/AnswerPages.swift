import Domain
import Web

/// The page behind the link in a message: no signing in, large buttons, one tap.
enum AnswerPages {
    private static let times = ["30", "60", "90"]

    static func page(_ model: AnswerPage, token: String) -> Page {
        let alarm = model.alarm
        let place = alarm.place.isEmpty ? model.municipality : "\(alarm.place), \(model.municipality)"
        let what = alarm.description.isEmpty ? "Wat er is, volgt nog." : alarm.description
        let path = "/a/\(token)"
        return Page(
            heading: model.heading,
            body: """
                \(exercise(alarm))
                <p class="lead">\(what)<br>\(place)</p>
                \(asked(model))
                \(model.mayAnswer ? buttons(model, path) : nil)
                \(exercise(alarm))
                """)
    }

    private static func exercise(_ alarm: Alarm) -> HTML? {
        alarm.isExercise ? "<p class=\"exercise\"><strong>OEFENING</strong></p>" : nil
    }

    private static func asked(_ model: AnswerPage) -> HTML {
        switch model.purpose {
        case .take:
            let missing = model.missing.isEmpty ? "niemand" : Dutch.list(model.missing)
            return
                "<p>Nog nodig: \(missing). Iedereen is gevraagd.</p><p class=\"muted\">Voor \(model.name).</p>"
        case .answer:
            let functions: HTML? =
                model.functions.isEmpty
                ? nil : "<p>Als \(model.functions.joined(separator: " of ")).</p>"
            return
                "\(functions)<p class=\"muted\">Dit antwoord geldt voor \(model.name). Ben je dat niet, doe dan niets.</p>"
        }
    }

    private static func buttons(_ model: AnswerPage, _ path: String) -> HTML {
        guard model.purpose == .answer else {
            return "<div class=\"answers\">\(button(path, "overgenomen", "Ik neem dit over"))</div>"
        }
        return switch model.state {
        case .promised:
            """
            <div class="answers">\(button(path, model.isRemote ? "aanwezig-afstand" : "aanwezig", "Ik ben aan het werk"))</div>
            <h2>Verandert er iets?</h2>
            <div class="answers">\(coming(model, path, "quiet"))\(remote(model, path, "quiet"))
            \(button(path, "nee", "Ik kan toch niet", "quiet"))</div>
            """
        case .atWork:
            """
            <h2>Verandert er iets?</h2>
            <div class="answers">\(button(path, "nee", "Ik kan toch niet", "quiet"))</div>
            """
        case .declined, .reserve:
            """
            <h2>\(model.state == .declined ? "Vergist, of kan het toch?" : "Verandert er iets?")</h2>
            <div class="answers">\(coming(model, path, "quiet"))\(remote(model, path, "quiet"))
            \(model.state == .reserve ? button(path, "nee", "Ik kan toch niet", "quiet") : nil)</div>
            """
        case .called, .planned, .released, nil:
            """
            <h2 class="first">Ik kom</h2>
            <div class="answers">\(coming(model, path, "go"))</div>
            <h2>Of</h2>
            <div class="answers">\(button(path, "afstand", "Ik werk op afstand mee", "quiet"))
            \(button(path, "nee", "Ik kan niet", "quiet"))</div>
            """
        }
    }

    /// Who relieves comes when the shift begins, so nobody asks in how many minutes.
    private static func coming(_ model: AnswerPage, _ path: String, _ kind: String) -> HTML {
        if model.alarm.isCalm { return button(path, "komt", "Ja, ik kom", kind) }
        return
            "\(button(path, "komt", "Ik ga nu", kind))\(times.map { button(path, "komt", "Over \($0) minuten", kind, minutes: $0) })"
    }

    private static func remote(_ model: AnswerPage, _ path: String, _ kind: String) -> HTML? {
        model.isRemote && model.state == .promised
            ? nil : button(path, "afstand", "Ik werk op afstand mee", kind)
    }

    private static func button(
        _ path: String, _ answer: String, _ label: String, _ kind: String = "go", minutes: String = ""
    ) -> HTML {
        """
        <form method="post" action="\(path)"><input type="hidden" name="antwoord" value="\(answer)">
        <input type="hidden" name="minuten" value="\(minutes)">
        <button class="\(kind)" type="submit">\(label)</button></form>
        """
    }

    static func fault(_ fault: LinkFault) -> Page {
        let (heading, advice) = words(fault)
        return Page(
            heading: heading,
            body: """
                <p class="lead">\(advice)</p>
                <p>Er is niets veranderd. Antwoord anders op de sms, of <a href="/aanmelden">meld je aan</a>.</p>
                """)
    }

    private static func words(_ fault: LinkFault) -> (heading: String, advice: String) {
        switch fault {
        case .forged:
            (
                "Deze link klopt niet",
                "Misschien is hij niet heel overgekomen. Open de link opnieuw, rechtstreeks uit het bericht."
            )
        case .expired:
            (
                "Deze link is verlopen",
                "Een link in een bericht werkt niet langer dan nodig is, en waar deze bij hoort is voorbij."
            )
        case .tooOften(let seconds):
            (
                "Te vaak achter elkaar",
                "Wacht \(Dutch.count((seconds + 59) / 60, "minuut", "minuten")) en probeer het dan opnieuw."
            )
        }
    }
}
