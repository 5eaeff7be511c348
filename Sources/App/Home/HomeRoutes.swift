import Web

extension Routes {
    static let home: [Route] = [
        .get("/", needs: .signedIn) { visit, tx in
            if visit.signedIn.mustChangePassword {
                return .redirect("/wachtwoord", notice: "Kies eerst een eigen wachtwoord.")
            }
            return .page(HomePages.home(try HomePage(visit, tx)))
        }
    ]
}
