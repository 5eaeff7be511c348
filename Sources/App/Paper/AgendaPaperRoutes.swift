import Domain
import Storage
import Web

extension Routes {
    static let agendaPapers: [Route] = [
        .get("/plan/:plan/agendapost", needs: .permission(.seePlan)) { visit, tx in
            .page(AgendaPaperPages.page(try visit.agendaPaper(tx)))
        },
        .get("/plan/:plan/agendapost.pdf", needs: .permission(.seePlan)) { visit, tx in
            let paper = try visit.agendaPaper(tx)
            return .pdf(paper.paper, page: "/plan/\(paper.content.plan.id)/agendapost")
        },
    ]
}

extension Visit {
    fileprivate func agendaPaper(_ tx: Transaction) throws -> AgendaPaper {
        guard let paper = try AgendaPaper(try id("plan"), tx, at: now) else { throw WebFailure.notFound }
        return paper
    }
}
