/// A piece of the work of crisis care (*proces*), told for an administrator who does not know it.
package struct CareProcess: Hashable, Sendable {
    package let code: Code<CareProcess>
    package let name: String
    /// What is done, in plain Dutch.
    package let tasks: String
    package let calledWhen: String
    package let source: String
    /// Who does the work, the leading function first.
    package let functions: [Code<CrisisFunction>]

    package init(
        code: Code<CareProcess>, name: String, tasks: String, calledWhen: String, source: String,
        functions: [Code<CrisisFunction>]
    ) {
        self.code = code
        self.name = name
        self.tasks = tasks
        self.calledWhen = calledWhen
        self.source = source
        self.functions = functions
    }
}

/// A part of the municipal column that does a kind of work (*taakorganisatie*), as the region divides it.
package struct TaskOrganisation: Hashable, Sendable {
    package let code: Code<TaskOrganisation>
    package let name: String
    package let purpose: String

    package init(code: Code<TaskOrganisation>, name: String, purpose: String) {
        self.code = code
        self.name = name
        self.purpose = purpose
    }
}
