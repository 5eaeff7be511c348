import Domain
import Web

/// What the auditor found, whom it told, and where it reports that all is well.
enum AuditPages {
    static func overview(_ model: AuditPage, _ state: FormState? = nil) -> Page {
        let state = state ?? FormState(fields(model))
        return Page(
            heading: heading(model),
            body: """
                <p>Elke minuut leest het toezicht alle lopende alarmen, berichten en kanalen opnieuw, los van de alarmering
                zelf. Het waarschuwt bij ernstige bevindingen meteen een mens, en elk uur opnieuw zolang ze er zijn.</p>
                \(model.hasChannel ? nil : "<p><a class=\"button\" href=\"/kanalen\">Stel een kanaal in</a></p>" as HTML?)
                \(model.open.isEmpty ? nil : open(model))
                \(standing(model))
                \(model.past.isEmpty ? nil : past(model))
                \(settings(model, state))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func heading(_ model: AuditPage) -> String {
        if model.isSilent { return "Het toezicht op de alarmering loopt niet" }
        let grave = model.open.count { $0.finding.kind.isGrave }
        if grave > 0 {
            return "\(Dutch.count(grave, "ernstige bevinding", "ernstige bevindingen")) in de alarmering"
        }
        guard model.hasChannel else { return "Een alarm bereikt niemand: er is nog geen kanaal" }
        return model.open.isEmpty
            ? "De alarmering is in orde"
            : "De alarmering werkt, met \(Dutch.count(model.open.count, "aandachtspunt", "aandachtspunten"))"
    }

    private static func open(_ model: AuditPage) -> HTML {
        var table = Table("Wat nu niet in orde is", columns: ["Ernst", "Bevinding", "Sinds", "Gewaarschuwd"])
        for stored in model.open {
            table.add([
                grade(stored.finding), sentence(stored.finding),
                "\(Dutch.shortMoment(stored.finding.since))", "\(told(stored))",
            ])
        }
        return table.html
    }

    private static func past(_ model: AuditPage) -> HTML {
        var table = Table("Wat voorbij is", columns: ["Bevinding", "Gevonden", "Voorbij", "Gewaarschuwd"])
        for stored in model.past {
            table.add([
                sentence(stored.finding), "\(Dutch.shortMoment(stored.foundAt))",
                stored.endedAt.map { "\(Dutch.shortMoment($0))" } ?? "–", "\(told(stored))",
            ])
        }
        return table.html
    }

    private static func grade(_ finding: AuditFinding) -> HTML {
        finding.kind.isGrave
            ? "<span class=\"tag gap\">ernstig</span>" : "<span class=\"tag attention\">aandacht</span>"
    }

    private static func sentence(_ finding: AuditFinding) -> HTML {
        switch finding.kind {
        case .forgotten, .overdue, .postponed, .untold, .uncalled:
            "\(finding.sentence) Kenmerk van het alarm: <code>\(finding.object)</code>"
        case .backlog, .stuck, .unknownMessage, .mailBacklog, .laneDown, .channelDown, .noChannel,
            .engineStill:
            "\(finding.sentence)"
        }
    }

    private static func told(_ stored: StoredFinding) -> String {
        if let at = stored.toldAt { return "\(stored.toldName), \(Dutch.shortMoment(at))" }
        return stored.finding.kind.isGrave ? "nog niemand bereikt" : "niet nodig"
    }

    private static func standing(_ model: AuditPage) -> HTML {
        let status = model.status
        let round =
            status.ranAt.map {
                "Laatste ronde: \(Dutch.moment($0)), in \(Dutch.number(status.milliseconds)) ms."
            }
            ?? "Er is nog geen ronde geweest: start de server."
        let listeners = model.listeners.map(\.name)
        let human =
            listeners.isEmpty
            ? "Niemand is te waarschuwen: leg hieronder iemand vast."
            : "Eerst te waarschuwen: \(Dutch.list(Array(listeners.prefix(3))))."
        return "<p>\(round) \(human) \(heartbeat(status))</p>"
    }

    private static func heartbeat(_ status: AuditStatus) -> String {
        guard !status.heartbeatHost.isEmpty else {
            return "Er luistert geen bewaker van buiten: valt deze server uit, dan merkt niemand dat vanzelf."
        }
        if let fault = status.heartbeatFault {
            return "De bewaker op \(status.heartbeatHost) nam het laatste teken niet aan: \(fault)."
        }
        return status.heartbeatAt.map {
            "De bewaker op \(status.heartbeatHost) kreeg een teken op \(Dutch.moment($0))."
        }
            ?? "De bewaker op \(status.heartbeatHost) kreeg nog geen teken."
    }

    private static func fields(_ model: AuditPage) -> FormFields {
        var fields = FormFields()
        fields.add("naam", model.status.contact.name)
        fields.add("nummer", model.status.contact.phone)
        fields.add("e-mail", model.status.contact.mail)
        fields.add("versie", "\(model.status.version)")
        return fields
    }

    private static func settings(_ model: AuditPage, _ state: FormState) -> HTML {
        let inputs = [
            Field("naam", "Wie wordt gewaarschuwd", hint: "Bijvoorbeeld de beheerder van dienst."),
            Field("nummer", "Mobiel nummer", .telephone),
            Field("e-mail", "E-mailadres", .email),
            Field(
                "hartslag", "Adres van de bewaker van buiten",
                hint: model.status.heartbeatHost.isEmpty
                    ? "Een dienst die alarm slaat als hij te lang niets hoort. Elke minuut vraagt Oranje dit adres op, zolang alles in orde is."
                    : "Leeg laten houdt het adres bij \(model.status.heartbeatHost). Het adres wordt versleuteld bewaard."
            ),
        ]
        let remove: Field? =
            model.status.heartbeatHost.isEmpty
            ? nil : Field("hartslag-weg", "Geen bewaker van buiten meer", .checkbox)
        return """
            <h2>Wie hoort het</h2>
            \(state.summary)
            \(form("/toezicht", csrf: model.csrf, """
                <input type="hidden" name="versie" value="\(state.fields["versie"])">
                \(inputs.map { $0.html(state) })\(remove.map { $0.html(state) })
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
            """
    }
}
