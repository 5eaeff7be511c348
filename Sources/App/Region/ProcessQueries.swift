import Domain
import Storage

extension Transaction {
    func save(_ organisation: TaskOrganisation, position: Int) throws {
        try execute(
            """
            INSERT INTO task_organisation (code, position, name, purpose)
            VALUES (\(organisation.code), \(position), \(organisation.name), \(organisation.purpose))
            ON CONFLICT (code)
            DO UPDATE SET position = excluded.position, name = excluded.name, purpose = excluded.purpose
            """)
    }

    /// Fails when something is arranged with it.
    func delete(_ organisation: Code<TaskOrganisation>) throws {
        try execute("DELETE FROM task_organisation WHERE code = \(organisation)")
    }

    func insert(_ process: CareProcess, position: Int) throws {
        try execute(
            """
            INSERT INTO care_process (code, position, name, tasks, called_when, source)
            VALUES (\(process.code), \(position), \(process.name), \(process.tasks), \(process.calledWhen),
                \(process.source))
            """)
        for (position, function) in process.functions.enumerated() {
            try execute(
                """
                INSERT INTO process_function (process, function, position)
                VALUES (\(process.code), \(function), \(position))
                """)
        }
    }

    func insertExplanation(of function: Code<CrisisFunction>, calledWhen: String) throws {
        try execute(
            "INSERT INTO function_explanation (function, called_when) VALUES (\(function), \(calledWhen))")
    }

    /// One that begins on the same day takes the place of the other.
    func save(_ definition: CareDefinition) throws {
        try execute(
            """
            INSERT INTO care_definition (valid_from, definition, status, source)
            VALUES (\(definition.validFrom), \(definition.text), \(definition.status), \(definition.source))
            ON CONFLICT (valid_from)
            DO UPDATE SET definition = excluded.definition, status = excluded.status, source = excluded.source
            """)
    }

    /// One of the same subject that begins on the same day takes the place of the other.
    func save(_ arrangement: Arrangement) throws {
        try execute(
            """
            INSERT INTO arrangement (subject_kind, subject, valid_from, level, task_organisation, reason, responsible,
                executes, status, source)
            VALUES (\(arrangement.subject.kind), \(arrangement.subject.code), \(arrangement.validFrom),
                \(arrangement.level), \(arrangement.taskOrganisation), \(arrangement.reason),
                \(arrangement.responsible), \(arrangement.executes), \(arrangement.status), \(arrangement.source))
            ON CONFLICT (subject_kind, subject, valid_from)
            DO UPDATE SET level = excluded.level, task_organisation = excluded.task_organisation,
                reason = excluded.reason, responsible = excluded.responsible, executes = excluded.executes,
                status = excluded.status, source = excluded.source
            """)
    }
}
