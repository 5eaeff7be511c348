import Domain
import Storage

/// What alarms called of promises, for the feature that keeps those.
extension Transaction {
    func insert(_ promised: AlarmPlan.PromisedPeople, of post: ID<AlarmPost>) throws {
        try execute(
            """
            INSERT INTO alarm_promise (post, promise, promised)
            VALUES (\(post), \(promised.promise), \(promised.promised))
            """)
        for person in promised.people {
            try execute(
                """
                INSERT INTO alarm_promise_person (post, promise, person)
                VALUES (\(post), \(promised.promise), \(person))
                """)
        }
    }

    /// What became of every promise in alarms that ended, exercises left out (spec C8); newest alarm first.
    func promiseDeliveries(raisedDuring interval: Interval, responses: [ID<Promise>: Int]) throws
        -> [ID<Promise>: [PromiseDelivery]]
    {
        let arrivals = try Dictionary(
            grouping: rows(
                """
                SELECT s.post, s.promise, c.at_work_at FROM alarm_promise_person s
                    JOIN alarm_post p ON p.id = s.post JOIN alarm a ON a.id = p.alarm
                    JOIN alarm_callee c ON c.alarm = p.alarm AND c.person = s.person AND c.post = p.position
                WHERE a.raised_at >= \(interval.start) AND a.raised_at < \(interval.end) AND c.state = 'atWork'
                    AND c.at_work_at IS NOT NULL
                """), by: { "\(try $0.text("post")) \(try $0.text("promise"))" })
        return try rows(
            """
            SELECT s.post, s.promise, s.promised, a.raised_at FROM alarm_promise s
                JOIN alarm_post p ON p.id = s.post JOIN alarm a ON a.id = p.alarm
            WHERE a.raised_at >= \(interval.start) AND a.raised_at < \(interval.end) AND a.ended_at IS NOT NULL
                AND a.is_exercise = 0
            ORDER BY a.raised_at DESC, s.post, s.promise
            """
        ).reduce(into: [:]) { deliveries, row in
            let promise: ID<Promise> = try row.id("promise")
            let key = "\(try row.text("post")) \(promise)"
            deliveries[promise, default: []].append(
                PromiseDelivery(
                    raisedAt: try row.instant("raised_at"), promised: try row.integer("promised"),
                    responseMinutes: responses[promise],
                    arrivals: try (arrivals[key] ?? []).map { try $0.instant("at_work_at") }))
        }
    }
}
