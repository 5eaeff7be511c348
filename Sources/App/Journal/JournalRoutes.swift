import Web

extension Routes {
    static let journal: [Route] = [
        .get("/journaal", needs: .permission(.seeJournal)) { visit, tx in
            .page(JournalPages.journal(try JournalPage(visit, tx)))
        }
    ]
}
