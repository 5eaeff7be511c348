import Domain
import Storage
import Web

/// The background work for the functional administrator: what waits, runs or failed, and what to do about
/// it. No payloads and no keys: those can be about people.
enum WorkPages {
    static func overview(_ model: WorkPage) -> Page {
        let none: HTML = "<p>Alles is gedaan. Vannacht om 03.30 uur komt er weer werk.</p>"
        return Page(
            heading: model.standing.sentence,
            body: """
                <ul class="figures">
                <li><strong>\(model.standing.waiting)</strong> wacht</li>
                <li><strong>\(model.standing.running)</strong> loopt</li>
                <li><strong>\(model.standing.failed)</strong> mislukt</li>
                </ul>
                \(model.lines.isEmpty ? none : table(model))
                <p class="muted">Mislukt werk is vijf keer geprobeerd. De code zegt wat er misging; in het logboek van de
                server staat er meer over. U ziet hier niet over wie het werk gaat.</p>
                """)
    }

    private static func table(_ model: WorkPage) -> HTML {
        let shown = model.lines.count
        let all = model.standing.waiting + model.standing.running + model.standing.failed
        var table = Table(
            shown < all ? "De eerste \(shown) van \(all) taken" : "Wat nog niet is gedaan",
            columns: ["Taak", "Staat", "Sinds", "Pogingen", "Laatste fout", "Handelingen"])
        for line in model.lines {
            let night = line.night.map { night -> HTML in
                "<span class=\"muted nowrap\">\(Dutch.shortDate(night))</span>"
            }
            table.add([
                "\(line.word) \(night)", state(line, model.now), "\(Dutch.shortMoment(since(line)))",
                "\(line.attempts)", line.lastError.map { code -> HTML in "<code>\(code)</code>" } ?? "–",
                actions(line, model.csrf),
            ])
        }
        return table.html
    }

    private static func since(_ line: WorkLine) -> Instant {
        // Waiting for a night to come began when it was queued.
        line.standing == .waiting && line.attempts == 0 ? line.createdAt : line.dueAt
    }

    private static func state(_ line: WorkLine, _ now: Instant) -> HTML {
        switch line.standing {
        case .failed: "<span class=\"tag gap\">mislukt</span>"
        case .running(let until):
            "<span class=\"tag covered\">loopt</span> uiterlijk tot \(Dutch.time(until)) uur"
        case .waiting where line.dueAt > now:
            "<span class=\"tag unknown\">wacht</span> tot \(Dutch.shortMoment(line.dueAt))"
        case .waiting: "<span class=\"tag attention\">aan de beurt</span>"
        }
    }

    private static func actions(_ line: WorkLine, _ csrf: String) -> HTML {
        if case .running = line.standing { return "–" }
        return """
            <div class="actions">
            \(form("/werk/\(line.id)/nieuwe-poging", csrf: csrf, """
                <button class="quiet" type="submit">Probeer nu<span class="visually-hidden">: \(line.word)</span></button>
                """))
            <a class="button quiet" href="/werk/\(line.id)/vervallen">Laat vervallen<span class="visually-hidden">:
            \(line.word)</span></a>
            </div>
            """
    }

    static func drop(_ line: WorkLine, _ csrf: String, _ state: FormState) -> Page {
        let reason = Field(
            "reden", "Waarom hoeft dit niet meer?", hint: "Komt in het journaal. Schrijf geen namen op.",
            isRequired: true)
        return Page(
            heading: "Laten vervallen: \(line.word)", breadcrumb: "<a href=\"/werk\">Achtergrondwerk</a>",
            body: """
                <p>Dit werk wordt dan nooit meer gedaan.</p>
                \(state.summary)
                \(form("/werk/\(line.id)/vervallen", csrf: csrf, """
                    \(reason.html(state))
                    <div class="actions"><button type="submit">Laat vervallen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}
