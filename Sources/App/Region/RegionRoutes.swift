import Web

extension Routes {
    static let region: [Route] = [
        .get("/regio", needs: .permission(.seeRegion)) { visit, tx in
            .page(RegionPages.region(try RegionPage(visit, tx)))
        }
    ]
}
