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
        let parts = Routes.navigation.compactMap { part -> Shown? in
            let pages = part.pages.filter { page in page.permissions.contains { visit.signedIn.may($0) } }
            guard let first = pages.first else { return nil }
            return Shown(
                link: NavigationLink(
                    path: first.path, label: pages.count == 1 ? first.label : part.label,
                    isCurrent: pages.contains { $0.holds(path) }),
                pages: pages)
        }
        return Layout(
            regionName: regionName, navigation: parts.map(\.link),
            siblings: parts.first { part in part.pages.count > 1 && part.pages.contains { $0.path == path } }
                .map { part in
                    part.pages.map {
                        NavigationLink(path: $0.path, label: $0.label, isCurrent: $0.path == path)
                    }
                } ?? [],
            account: visit.signedIn.displayName, csrf: visit.signedIn.csrf, notice: notice,
            acting: visit.signedIn.actingFor.map { acting in
                "U neemt waar voor \(acting.name) (\(acting.grant.role.word)) tot \(Dutch.moment(acting.until))."
            })
    }

    private struct Shown {
        let link: NavigationLink
        /// That the visitor may open, at least one.
        let pages: [NavigationPage]
    }
}
