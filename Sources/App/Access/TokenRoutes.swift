import Domain
import Web

extension Routes {
    static let tokens: [Route] = [
        .get("/api-sleutels", needs: .signedIn) { visit, tx in
            .page(TokenPages.tokens(try TokensPage(visit, tx)))
        },
        .get("/api-sleutels/nieuw", needs: .signedIn) { visit, tx in
            let last = Dutch.shortDate(visit.today.adding(days: APIToken.daysUsual))
            return .page(TokenPages.new(try TokensPage(visit, tx), FormState(FormFields(["tot": last]))))
        },
        .post("/api-sleutels", needs: .signedIn) { visit, fields, change in
            do {
                guard let last = Dutch.day(fields["tot"]) else { throw TokenRefusal.endMissing }
                let scopes = TokenScope.allCases.filter { !fields["scope-\($0.rawValue)"].isEmpty }
                let holder: ID<Account> = ID(fields["account"]) ?? visit.signedIn.account
                let (_, secret) = try change.addToken(
                    for: holder, name: fields["naam"], scopes: scopes, through: last)
                return .page(TokenPages.once(fields["naam"], secret))
            } catch let refusal as TokenRefusal {
                let model = try TokensPage(visit, change.tx)
                let state = FormState(fields, errors: [FieldError(refusal.field, refusal.sentence)])
                return .refused(TokenPages.new(model, state))
            }
        },
        .post("/api-sleutels/:id/intrekking", needs: .signedIn) { visit, _, change in
            try change.revokeToken(try visit.id("id"))
            return .redirect("/api-sleutels", notice: "De API-sleutel is ingetrokken en werkt niet meer.")
        },
    ]
}
