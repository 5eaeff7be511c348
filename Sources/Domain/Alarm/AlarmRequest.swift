/// What somebody asks for when they raise an alarm: posts, not names (spec A2).
package struct AlarmRequest: Hashable, Sendable {
    /// Given by whoever raises it; the same key with the same content is the same alarm.
    package let key: String
    package let posts: [Post]
    package let municipality: Code<Municipality>
    /// Where in the municipality; empty when it is not known yet.
    package let place: String
    /// What happens; a better text may follow (Bvr 2.2.4).
    package let description: String
    /// Within how many minutes people must be at work; nil takes the norm of each function.
    package let withinMinutes: Int?
    package let isExercise: Bool
    /// Outside GRIP, at a mayor's request: the own organisation is called first (spec I2).
    package let isFlexible: Bool
    /// The chair of the region has taken over (Wvr 39): the chair and every mayor are informed.
    package let isRegional: Bool

    /// So many people in one function.
    package struct Post: Hashable, Sendable {
        package let function: Code<CrisisFunction>
        package let wanted: Int

        package init(function: Code<CrisisFunction>, wanted: Int) {
            self.function = function
            self.wanted = wanted
        }
    }

    package init(
        key: String, posts: [Post], municipality: Code<Municipality>, place: String = "",
        description: String = "", withinMinutes: Int? = nil, isExercise: Bool = false,
        isFlexible: Bool = false, isRegional: Bool = false
    ) {
        self.key = key
        self.posts = posts
        self.municipality = municipality
        self.place = place
        self.description = description
        self.withinMinutes = withinMinutes
        self.isExercise = isExercise
        self.isFlexible = isFlexible
        self.isRegional = isRegional
    }

    /// Everything but the key, each part preceded by its length, so that no two requests share a text.
    package var content: String {
        let flags = "\(isExercise) \(isFlexible) \(isRegional)"
        let wanted = posts.map { "\($0.function)=\($0.wanted)" }.joined(separator: ",")
        let parts = [
            wanted, municipality.text, place, description, withinMinutes.map(String.init) ?? "-", flags,
        ]
        return parts.map { "\($0.utf8.count):\($0)" }.joined()
    }

    package static let wantedMax = 200
    package static let postsMax = 20
    package static let withinMinutesMax = 24 * 60

    /// Everything that is wrong with it; empty when it can be raised.
    package func faults(
        knownFunctions: Set<Code<CrisisFunction>>, knownMunicipalities: Set<Code<Municipality>>
    ) -> [AlarmFault] {
        var faults: [AlarmFault] = []
        if key.isEmpty || key.utf8.count > 200 { faults.append(.badKey) }
        if posts.isEmpty || posts.count > Self.postsMax { faults.append(.badPostCount(posts.count)) }
        for post in posts where !knownFunctions.contains(post.function) {
            faults.append(.unknownFunction(post.function))
        }
        for post in posts where !(1...Self.wantedMax).contains(post.wanted) {
            faults.append(.badNumber(post.function, post.wanted))
        }
        let functions = posts.map(\.function)
        for function in Set(functions).sorted() where functions.count(where: { $0 == function }) > 1 {
            faults.append(.functionTwice(function))
        }
        if !knownMunicipalities.contains(municipality) { faults.append(.unknownMunicipality(municipality)) }
        if let withinMinutes, !(1...Self.withinMinutesMax).contains(withinMinutes) {
            faults.append(.badWithin(withinMinutes))
        }
        return faults
    }
}

/// What is wrong with a request. It is about the text of the request, never about people or rules: an alarm is
/// not refused for those.
package enum AlarmFault: Error, Hashable, Sendable {
    case badKey
    case badPostCount(Int)
    case unknownFunction(Code<CrisisFunction>)
    case badNumber(Code<CrisisFunction>, Int)
    case functionTwice(Code<CrisisFunction>)
    case unknownMunicipality(Code<Municipality>)
    case badWithin(Int)
}
