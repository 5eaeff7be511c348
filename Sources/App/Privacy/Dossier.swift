import Domain

/// What is known of one person, table by table, as the person gets it along. A test compares this with the tables
/// that refer to people.
struct Dossier: Sendable {
    /// A part, with the table that it comes from.
    struct Section: Sendable {
        let table: String
        let title: String
        /// Names in the file, and as the page calls them.
        let columns: [String]
        var rows: [[DossierValue]] = []
    }

    let person: Functionary
    let sections: [Section]
}

/// One value, in the form that its reader expects: a moment is ISO in the file and Dutch on the page.
enum DossierValue: Equatable, Sendable {
    case text(String)
    case number(Int)
    case moment(Instant)
    case none
}
