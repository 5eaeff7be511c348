import Domain
import Web

extension Routes {
    static let deploymentRules: [Route] = [
        .get("/inzetten/afspraken", needs: .signedIn) { visit, tx in
            .page(DeploymentRulesPages.rules(try DeploymentRulesPage(visit, tx)))
        },
        .post("/inzetten/afspraken/niveaus/:number", needs: .permission(.editRegion)) {
            visit, fields, change in
            guard let level = Int(visit.request.parameters["number"] ?? "").flatMap(GRIPLevel.init) else {
                throw WebFailure.notFound
            }
            try change.setDeclarers(Set(Declarer.allCases.filter { fields[$0.rawValue] == "ja" }), of: level)
            return .redirect("/inzetten/afspraken", notice: "Opgeslagen voor \(level.name).")
        },
        .post("/inzetten/afspraken/mandaten", needs: .permission(.editRegion)) { _, fields, change in
            guard let kind = MessageKind(rawValue: fields["soort"]),
                let phase = MandatePhase(rawValue: fields["fase"]),
                let speaker = Speaker(rawValue: fields["wie"])
            else { throw WebFailure.malformed }
            try change.setMandate(
                MandateRule(
                    kind: kind, phase: phase, speaker: speaker, needsApproval: fields["goedkeuren"] == "ja"))
            return .redirect("/inzetten/afspraken", notice: "De mandaatmatrix is gewijzigd.")
        },
        .get("/taakkaarten", needs: .signedIn) { _, _ in .page(DeploymentRulesPages.cards()) },
        .get("/taakkaarten/:card", needs: .signedIn) { visit, tx in
            .page(DeploymentRulesPages.card(try TaskCardPage(visit, tx)))
        },
        .post("/taakkaarten/:card", needs: .permission(.editCards)) { visit, fields, change in
            let model = try TaskCardPage(visit, change.tx)
            let text = String(fields["tekst"].prefix(EntryDraft.textMax))
            try change.writeCardAnnex(text, to: model.card, of: Code(fields["gemeente"]))
            return .redirect("/taakkaarten/\(model.card.code)", notice: "De lokale aanvulling is opgeslagen.")
        },
        .get("/offline", needs: .signedIn) { visit, tx in
            let model = try OfflinePage(visit, tx)
            if visit.request.wantsJSON { return try .json(OfflineResource(paginas: model.pages.map(\.path))) }
            return .page(DeploymentRulesPages.offline(model))
        },
    ]
}
