import Domain
import Storage
import Web

extension Routes {
    static let handovers: [Route] = [
        .get("/inzetten/:id/overdracht", needs: .signedIn) { visit, tx in
            .page(HandoverPages.list(try HandoversPage(visit, tx)))
        },
        .post("/inzetten/:id/overdracht", needs: .signedIn) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            let form = DeploymentForm(fields, at: visit.now)
            let from = fields["van"].split(separator: " ").map(String.init)
            guard from.count == 2, let leaving = ID<Functionary>(from[0]),
                let coming = ID<Functionary>(fields["aan"])
            else {
                return .redirect("/inzetten/\(id)/overdracht", notice: "Kies wie overdraagt en aan wie.")
            }
            do {
                try change.giveHandover(
                    HandoverDraft(
                        function: Code(from[1]), from: leaving, to: coming,
                        promises: form.text("toegezegd", max: EntryDraft.textMax),
                        worries: form.text("zorgen", max: EntryDraft.textMax), key: fields["sleutel"]),
                    in: id)
                return .redirect(
                    "/inzetten/\(id)/overdracht", notice: "Overgedragen. Nu moet de ander het bevestigen.")
            } catch let refusal as ReliefRefusal {
                return .redirect("/inzetten/\(id)/overdracht", notice: refusal.sentence)
            }
        },
        .get("/inzetten/:id/overdracht/:number", needs: .signedIn) { visit, tx in
            .page(HandoverPages.one(try HandoverPage(visit, tx)))
        },
        confirm("genomen", isTaken: true),
        confirm("gegeven", isTaken: false),
        .get("/inzetten/:id/uren", needs: .signedIn) { visit, tx in
            .page(ReliefHoursPages.hours(try ReliefHoursPage(visit, tx)))
        },
    ]

    private static func confirm(_ step: String, isTaken: Bool) -> Route {
        .post("/inzetten/:id/overdracht/:number/\(step)", needs: .signedIn) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            guard let number = Int(visit.request.parameters["number"] ?? "") else {
                throw WebFailure.notFound
            }
            try change.confirmHandover(number, isTaken: isTaken, in: id, key: fields["sleutel"])
            return .redirect("/inzetten/\(id)/overdracht", notice: "Bevestigd.")
        }
    }
}
