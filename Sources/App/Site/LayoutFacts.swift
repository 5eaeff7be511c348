import Domain
import Storage
import Web

/// What the layout says about the visitor and the region.
struct LayoutFacts: Sendable {
    private let visit: Visit
    private let regionName: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        self.visit = visit
        regionName = try tx.region()?.name ?? ""
    }

    func layout(notice: String?) -> Layout {
        let path = visit.request.path
        let links = Routes.navigation.filter { entry in entry.permissions.contains { visit.signedIn.may($0) }
        }
        return Layout(
            regionName: regionName,
            navigation: links.map { entry in
                NavigationLink(
                    path: entry.path, label: entry.label,
                    isCurrent: entry.path == "/"
                        ? path == "/"
                        : path.hasPrefix(entry.path)
                            || entry.path == "/vakbekwaamheid" && path.hasPrefix("/programma"))
            },
            account: visit.signedIn.displayName, csrf: visit.signedIn.csrf, notice: notice,
            acting: visit.signedIn.actingFor.map { acting in
                "U neemt waar voor \(acting.name) (\(acting.grant.role.word)) tot \(Dutch.moment(acting.until))."
            })
    }
}
