package import Domain

/// A past alarm through another design (spec M2). Who came is sure; who was never asked may have come or not, and
/// nobody knows. So the answer is a range, and no assumption is hidden in it.
package struct AlarmReplay: Hashable, Sendable {
    /// In the order of the alarm.
    package let posts: [Post]

    package struct Post: Hashable, Sendable {
        package let function: Code<CrisisFunction>
        package let wanted: Int
        /// Places filled within the norm, as it went.
        package let real: Int
        /// The same through the design, when nobody else comes and when everybody who may does.
        package let least: Int
        package let most: Int
        /// Who came and would not have been asked.
        package let lost: [ID<Functionary>]
        /// Who was not asked and could have come in time.
        package let gained: [ID<Functionary>]
    }

    package init(_ alarm: PastAlarm, _ sharing: StaffingDesign.Sharing) {
        posts = alarm.posts.map { post in
            let partners = sharing.partners(of: alarm.municipality, in: post.function)
            func counts(_ minutes: Int?) -> Bool {
                guard let within = post.withinMinutes else { return true }
                return minutes.map { $0 <= within } ?? false
            }
            func isPartner(_ person: PastAlarm.Person) -> Bool {
                partners?.contains(person.municipality) ?? true
            }
            let came = post.people.filter {
                if case .came(let minutes) = $0.course { counts(minutes) } else { false }
            }
            let sure = came.filter(isPartner)
            let possible = post.people.filter {
                if case .available(let minutes) = $0.course {
                    counts(minutes) && isPartner($0)
                } else {
                    false
                }
            }
            return Post(
                function: post.function, wanted: post.wanted, real: min(post.wanted, came.count),
                least: min(post.wanted, sure.count), most: min(post.wanted, sure.count + possible.count),
                lost: came.filter { !isPartner($0) }.map(\.id), gained: possible.map(\.id))
        }
    }

    package var wanted: Int { posts.map(\.wanted).reduce(0, +) }
    package var real: Int { posts.map(\.real).reduce(0, +) }
    package var least: Int { posts.map(\.least).reduce(0, +) }
    package var most: Int { posts.map(\.most).reduce(0, +) }
}

extension StaffingDesign.Sharing {
    /// Whose people may work for a municipality in a function; nil for everybody's.
    package func partners(
        of municipality: Code<Municipality>, in function: Code<CrisisFunction>
    ) -> Set<Code<Municipality>>? {
        let parts: [[Code<Municipality>]]
        switch self {
        case .regional: return nil
        case .local: parts = []
        case .intermunicipal(let groups): parts = groups
        case .byFunction(let all): parts = all.filter { $0.function == function }.flatMap(\.parts)
        }
        return parts.filter { $0.contains(municipality) }.reduce([municipality]) { $0.union($1) }
    }
}
