import Domain
import Storage

/// What crisis care is, in one wording for all municipalities, from a day on.
struct CareDefinition: Equatable, Sendable {
    let text: String
    let validFrom: Day
    let status: FactStatus
    let source: String
}

/// What other features may read of the processes of crisis care.
extension Transaction {
    func taskOrganisations() throws -> [TaskOrganisation] {
        try rows("SELECT code, name, purpose FROM task_organisation ORDER BY position, code").map { row in
            TaskOrganisation(
                code: Code(try row.text("code")), name: try row.text("name"), purpose: try row.text("purpose")
            )
        }
    }

    /// In the region's own order, each with its functions, the leading one first.
    func careProcesses() throws -> [CareProcess] {
        let links = try rows("SELECT process, function FROM process_function ORDER BY process, position")
        let functions = Dictionary(
            grouping: try links.map {
                (try $0.text("process"), Code<CrisisFunction>(try $0.text("function")))
            },
            by: \.0)
        return try rows(
            "SELECT code, name, tasks, called_when, source FROM care_process ORDER BY position, code"
        ).map {
            row in
            let code = try row.text("code")
            return CareProcess(
                code: Code(code), name: try row.text("name"), tasks: try row.text("tasks"),
                calledWhen: try row.text("called_when"), source: try row.text("source"),
                functions: (functions[code] ?? []).map(\.1))
        }
    }

    /// When a function is called, in plain Dutch; nil when nobody wrote it down.
    func calledWhen(_ function: Code<CrisisFunction>) throws -> String? {
        try row("SELECT called_when FROM function_explanation WHERE function = \(function)")?.text(
            "called_when")
    }

    /// Every definition, newest first.
    func careDefinitions() throws -> [CareDefinition] {
        try rows(
            "SELECT valid_from, definition, status, source FROM care_definition ORDER BY valid_from DESC"
        ).map {
            row in
            CareDefinition(
                text: try row.text("definition"), validFrom: try row.day("valid_from"),
                status: try row.kind("status"), source: try row.text("source"))
        }
    }

    /// Every arrangement of every subject, oldest first.
    func arrangements() throws -> [Arrangement] {
        try rows(
            """
            SELECT subject_kind, subject, valid_from, level, task_organisation, reason, responsible, executes, status,
                source
            FROM arrangement ORDER BY valid_from, subject_kind, subject
            """
        ).map(Arrangement.init)
    }

    /// How everything is organised on `day`.
    func arrangements(on day: Day) throws -> [Arrangement.Subject: Arrangement] {
        Arrangement.inForce(try arrangements(), on: day)
    }
}

/// How a subject is stored: its kind and its code.
enum ArrangementSubjectKind: String, Sendable {
    case process, function
}

extension Arrangement.Subject {
    var kind: ArrangementSubjectKind {
        switch self {
        case .process: .process
        case .function: .function
        }
    }

    var code: String {
        switch self {
        case .process(let code): code.text
        case .function(let code): code.text
        }
    }
}

extension Arrangement {
    fileprivate init(_ row: Row) throws {
        let code = try row.text("subject")
        let subject: Subject =
            switch try row.kind("subject_kind", of: ArrangementSubjectKind.self) {
            case .process: .process(Code(code))
            case .function: .function(Code(code))
            }
        self.init(
            subject: subject, level: try row.kind("level"),
            taskOrganisation: try row.optionalText("task_organisation").map { Code($0) },
            reason: try row.text("reason"), responsible: try row.text("responsible"),
            executes: try row.text("executes"), validFrom: try row.day("valid_from"),
            status: try row.kind("status"), source: try row.text("source"))
    }
}
