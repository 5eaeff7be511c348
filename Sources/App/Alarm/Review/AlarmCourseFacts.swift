import Domain
import Storage

/// What other features may read of how an alarm went.
extension Transaction {
    /// Of the alarms of one deployment, as they were raised.
    func alarmCourses(of ids: [ID<Alarm>]) throws -> [DeploymentMoments.AlarmCourse] {
        let names = Dictionary(
            try functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        return try ids.compactMap { try alarm($0) }.sorted { $0.raisedAt < $1.raisedAt }.map { alarm in
            let arrivals = try arrivals(of: alarm.id)
            let posts = try posts(of: alarm).enumerated().map { index, post in
                (
                    function: names[post.function] ?? post.function.text,
                    turnout: Turnout(
                        wanted: post.wanted, withinMinutes: post.by.map { $0.minutes(since: alarm.raisedAt) },
                        raisedAt: alarm.raisedAt, arrivals: arrivals[index] ?? [])
                )
            }
            let sent = try firstSent(of: alarm.id)
            let offices = try contacts(of: alarm.id).filter { AlarmContact.Role.offices.contains($0.role) }
            return DeploymentMoments.AlarmCourse(
                raisedAt: alarm.raisedAt,
                describedAt: alarm.description.isEmpty ? alarm.describedAt : sent ?? alarm.describedAt,
                informed: offices.map {
                    (office: $0.role == .mayor ? "burgemeester" : "voorzitter", at: $0.toldAt)
                },
                posts: posts)
        }
    }
}
