import Web

extension Routes {
    static let home: [Route] = [
        .get("/", needs: .signedIn) { visit, tx in
            .page(HomePages.home(try HomePage(visit, tx)))
        }
    ]
}
