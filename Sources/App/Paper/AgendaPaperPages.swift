import Domain
import Web

/// The agenda paper in the form that boards know: requested decision, explanation, what it costs, whom it
/// asks, annexes.
enum AgendaPaperPages {
    static func page(_ paper: AgendaPaper) -> Page {
        let path: HTML = "/plan/\(paper.content.plan.id)"
        let later: HTML? =
            paper.isChangedSince
            ? """
            <div class="nl-alert nl-alert--warning"><p>Het plan is gewijzigd na \(versionText(paper)). Deze agendapost geeft de
            tekst van die versie; de gewijzigde tekst ligt pas voor als er een nieuwe versie van is gemaakt.</p></div>
            """ : nil
        return Page(
            heading: "Agendapost: \(paper.subject)",
            breadcrumb: "\(PlanPages.crumb) › <a href=\"\(path)\">\(paper.content.plan.title)</a>",
            body: """
                <p class="actions"><a class="button quiet" href="\(path)/agendapost.pdf">Als toegankelijke pdf</a></p>
                \(later)\(body(paper, isPaper: false))
                """)
    }

    static func body(_ paper: AgendaPaper, isPaper: Bool) -> HTML {
        """
        \(head(paper))
        <h2>Gevraagde beslissing</h2><ol><li>\(question(paper))</li></ol>
        <h2>Toelichting</h2>\(explanation(paper))
        <h2>Financiële consequenties</h2>\(finance(paper))
        <h2>Personeel en organisatie consequenties</h2>\(staff(paper))
        <h2>Deelactiviteiten</h2>\(activities(paper, isPaper: isPaper))
        <h2>Bijlagen</h2><ul><li>\(paper.subject) (\(versionText(paper)))</li></ul>
        """
    }

    private static func head(_ paper: AgendaPaper) -> HTML {
        """
        <dl class="facts"><dt>Vergadering</dt><dd>\(paper.bodyName.isEmpty ? "nog niet bepaald" : paper.bodyName)</dd>
        <dt>Onderwerp</dt><dd>\(paper.subject)</dd>
        <dt>Agendapunt</dt><dd>\(paper.agendaPoint.isEmpty ? "volgt" : paper.agendaPoint)</dd>
        <dt>Datum</dt><dd>\(paper.day.map(Dutch.date) ?? "nog niet bepaald")</dd></dl>
        """
    }

    private static func versionText(_ paper: AgendaPaper) -> String {
        paper.version.map { "versie \($0.number)" } ?? "nog geen versie"
    }

    private static func question(_ paper: AgendaPaper) -> HTML {
        "Vaststellen van het \(paper.subject), \(versionText(paper)), inclusief financiële en personele consequenties."
    }

    private static func explanation(_ paper: AgendaPaper) -> HTML {
        let plan = paper.content.plan
        let texts = [plan.occasion, plan.objective, plan.process].filter { !$0.isEmpty }
        let counts = PlanPart.Kind.allCases.compactMap { kind -> String? in
            let number = paper.content.parts(of: kind).count
            return number == 0 ? nil : Dutch.count(number, kind.word, kind.words)
        }
        let said = paper.said.map { one -> HTML in
            let scope =
                switch one.outcome.scope {
                case .whole: ""
                case .outlines: " op hoofdlijnen"
                case .part(let part): " voor het deel ‘\(part)’"
                }
            return """
                <li>\(one.body): \(one.outcome.verdict.word)\(scope) met versie \(one.label),
                \(Dutch.date(one.outcome.day)).</li>
                """
        }
        let advice: HTML =
            said.isEmpty ? "<p>Er is nog geen advies over het plan.</p>" : "<p>Adviezen:</p><ul>\(said)</ul>"
        return """
            \(texts.map { text -> HTML in "<p>\(text)</p>" })
            <p>Het plan bevat \(Dutch.list(counts)). Elke aanbeveling leidt tot een of meer deelactiviteiten. Opdrachtgever is de
            \(plan.principal).</p>\(advice)
            """
    }

    /// The key by its name: its shares are not in the paper, because nobody established them in it.
    private static func finance(_ paper: AgendaPaper) -> HTML {
        let plan = paper.content.plan
        let year = plan.firstDay.parts.year
        let budget = plan.budget
        let purpose = budget.purpose.isEmpty ? "" : ", voor \(budget.purpose)"
        let amount: HTML =
            budget.amount.map { amount -> HTML in
                "Voor \(year) is budget nodig voor eventuele projectkosten: \(amountText(amount))\(purpose)."
            } ?? "Het budget voor \(year) is niet vastgesteld."
        let key: HTML =
            budget.keyName.isEmpty
            ? "De verdeelsleutel is niet vastgesteld."
            : "Voorstel is hiervoor aan te houden: \(budget.keyName)."
        let request: HTML =
            budget.nextRequestBy.map { day -> HTML in
                "Uiterlijk \(Dutch.monthText(day)) wordt een budgetaanvraag voor \(year + 1) aan alle gemeenten voorgelegd."
            } ?? "Wanneer het budget voor \(year + 1) wordt aangevraagd, is niet vastgesteld."
        return "<p>\(amount)</p><p>\(key)</p><p>\(request)</p>"
    }

    /// `€ 25.000 (€25k)` for whole thousands: boards speak of it so.
    private static func amountText(_ amount: Money) -> String {
        guard amount.cents > 0, amount.cents % 100_000 == 0 else { return Dutch.money(amount) }
        return "€ \(Dutch.number(Int(amount.cents / 100))) (€\(amount.cents / 100_000)k)"
    }

    private static func staff(_ paper: AgendaPaper) -> HTML {
        let year = paper.content.plan.firstDay.parts.year
        let asked = paper.agreements.map { agreement -> HTML in
            let places = Dutch.count(agreement.municipalities, "gemeente", "gemeenten")
            guard let hours = agreement.hours else {
                return "<li>Van \(places) is niet vastgesteld hoeveel uur wordt gevraagd.</li>"
            }
            return "<li>Aan \(places) wordt tenminste \(hours) uur per maand gevraagd.</li>"
        }
        let together: HTML =
            paper.hoursTogether.map { hours -> HTML in
                "Samen is dat \(Dutch.number(hours)) uur per maand om te werken aan de deelactiviteiten."
            } ?? "Hoeveel uur dat samen is, is niet te zeggen."
        return """
            <p>Voor de deelactiviteiten is in \(year) capaciteit nodig vanuit iedere gemeente.</p><ul>\(asked)</ul>
            <p>\(together) De veiligheidsregio ondersteunt binnen de fte die er nu voor Bevolkingszorg is.</p>
            <p>Blijkt dat niet voldoende, dan wordt via het CAGEM meer capaciteit gevraagd.</p>
            """
    }

    private static func activities(_ paper: AgendaPaper, isPaper: Bool) -> HTML {
        guard !paper.content.subActivities.isEmpty else { return "<p>Die zijn nog niet vastgesteld.</p>" }
        var table = Table(
            "Wie doet wat wanneer", columns: ["Deelactiviteit", "Trekker", "Wanneer", "Uren", "Budget"])
        for part in paper.content.subActivities {
            guard let activity = part.activity else { continue }
            table.add([
                "\(part.title)", "\(activity.leadText)", "\(activity.periodText)", "\(activity.hoursText)",
                "\(activity.budgetText)",
            ])
        }
        let picture = PlanPicture(paper.content, today: Amsterdam.day(at: paper.now))
        return isPaper
            ? "\(HTML.picture(picture.file, alternative: picture.summary))\(table.paper)"
            : "\(picture.html)\(table.html)"
    }
}
