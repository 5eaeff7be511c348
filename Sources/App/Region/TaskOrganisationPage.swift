import Domain
import Storage
import Web

/// What the form of one task organisation shows.
struct TaskOrganisationPage: Sendable {
    /// Nil for a new one.
    let organisation: TaskOrganisation?
    /// All of the region, in their order.
    let present: [TaskOrganisation]
    /// Processes and functions that were ever arranged with it.
    let arranged: [Arrangement.Subject]
    let csrf: String

    /// - Parameter code: nil for a new one.
    /// - Throws: `WebFailure.notFound` for one that the region does not have.
    init(_ code: Code<TaskOrganisation>?, _ visit: Visit, _ tx: Transaction) throws {
        present = try tx.taskOrganisations()
        organisation = present.first { $0.code == code }
        if code != nil, organisation == nil { throw WebFailure.notFound }
        let subjects = try tx.arrangements().filter { $0.taskOrganisation == code && code != nil }.map(
            \.subject)
        arranged = subjects.enumerated().filter { index, subject in
            subjects.firstIndex(of: subject) == index
        }.map(\.element)
        csrf = visit.signedIn.csrf
    }

    var path: String { organisation?.path ?? "/regio/taakorganisaties/nieuw" }
}

extension TaskOrganisation {
    /// The address of its form.
    var path: String { "/regio/taakorganisaties/\(code)" }
}
