import Domain
import Storage

extension Transaction {
    func insert(_ activity: PerformedActivity, at now: Instant) throws {
        try execute(
            """
            INSERT INTO performed_activity (id, person, kind, function, performed_on, minutes, title, source, source_key,
                recorded_at)
            VALUES (\(activity.id), \(activity.person), \(activity.kind), \(activity.function), \(activity.day),
                \(activity.minutes), \(activity.title), \(activity.source.kind), \(activity.source.key), \(now))
            """)
    }

    func deletePerformedActivities(from source: PerformedActivity.Source, of person: ID<Functionary>) throws {
        try execute(
            """
            DELETE FROM performed_activity
            WHERE source = \(source.kind) AND source_key = \(source.key) AND person = \(person)
            """)
    }
}
