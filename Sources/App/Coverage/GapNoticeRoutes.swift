import Domain
import Storage
import Web

extension Routes {
    static let gapNotices: [Route] = [
        .get("/bezetting/meldingen", needs: .permission(.seeCoverage)) { visit, tx in
            .page(GapNoticePages.list(try GapNoticePage(visit, tx), visit.signedIn.csrf))
        },
        .get("/bezetting/meldingen/:id/risico", needs: .permission(.editRoster)) { visit, tx in
            .page(GapNoticePages.risk(try RiskFormPage(visit, tx), visit.signedIn.csrf, FormState()))
        },
        .post("/bezetting/meldingen/:id/risico", needs: .permission(.editRoster), askRisk),
        .post("/bezetting/risico/:id/antwoord", needs: .permission(.acceptRisks)) { visit, fields, change in
            let accepts = fields["antwoord"] == "ja"
            return try tellingRisk(accepts ? "Het risico is aanvaard." : "Het risico is niet aanvaard.") {
                try change.answerRisk(
                    try visit.id("id"), for: Code(fields["gemeente"]), accepts: accepts)
            }
        },
        .post("/bezetting/risico/:id/intrekking", needs: .permission(.editRoster)) { visit, _, change in
            try tellingRisk("De vraag is ingetrokken; het gat telt weer als open.") {
                try change.withdrawRisk(try visit.id("id"))
            }
        },
    ]

    private static let reasonMax = 500

    @Sendable private static func askRisk(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let model = try RiskFormPage(visit, change.tx)
        func refused(_ field: String, _ sentence: String) -> Answer {
            .refused(
                GapNoticePages.risk(
                    model, visit.signedIn.csrf, FormState(fields, errors: [FieldError(field, sentence)])))
        }
        let last = Dutch.day(fields["tot"])
        if last == nil, !fields["tot"].isEmpty {
            return refused("tot", "Schrijf de datum als 23-11-2026.")
        }
        do {
            try change.askRisk(
                model.notice.id, reason: String(fields["reden"].prefix(reasonMax)), through: last)
            return .redirect(
                "/bezetting/meldingen", notice: "De secretarissen is gevraagd dit te aanvaarden.")
        } catch let refusal as RiskRefusal {
            return refused(refusal == .badDay ? "tot" : "reden", refusal.sentence)
        }
    }

    private static func tellingRisk(_ notice: String, _ body: () throws -> Void) throws -> Answer {
        do {
            try body()
            return .redirect("/bezetting/meldingen", notice: notice)
        } catch let refusal as RiskRefusal {
            return .redirect("/bezetting/meldingen", notice: refusal.sentence)
        }
    }
}
