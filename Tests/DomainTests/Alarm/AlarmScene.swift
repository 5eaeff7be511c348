@testable import Domain

/// A small alarm told in a line: posts with the people of their waves by number.
struct AlarmScene {
    static let start = Amsterdam.instant(Day(daysSince1970: 20_780), hour: 3)

    var progress: AlarmProgress
    var now = AlarmScene.start

    /// - Parameter posts: wanted, and per wave the numbers of its people.
    init(_ posts: [(wanted: Int, waves: [[Int]])], norms: AlarmNorms = AlarmNorms(.empty, at: start)) {
        let kinds: [WaveKind] = [.duty, .function, .neighbours, .warned]
        let people = Set(posts.flatMap { $0.waves.flatMap { $0 } })
        progress = AlarmProgress(
            state: .open, norms: norms,
            posts: posts.map { post in
                AlarmProgress.Post(
                    wanted: post.wanted,
                    waves: zip(kinds, post.waves).map { kind, numbers in
                        AlarmProgress.Wave(kind: kind, people: numbers.map(Self.person))
                    })
            },
            callees: Dictionary(
                uniqueKeysWithValues: people.map {
                    (Self.person($0), Callee(person: Self.person($0), state: .planned))
                }))
    }

    static func person(_ number: Int) -> ID<Functionary> {
        var random = Randomness(seed: UInt64(number))
        return random.id(at: start.adding(minutes: number))
    }

    mutating func advance(minutes: Int = 0) -> [AlarmAction] {
        now = now.adding(minutes: minutes)
        return progress.advance(at: now).actions
    }

    mutating func answer(_ number: Int, _ text: String) -> AnswerEffect {
        progress.answer(AlarmReply(text: text), by: Self.person(number), at: now)
    }

    /// The numbers of everybody who was called, in order of number.
    var called: [Int] {
        (0...99).filter { progress.callees[Self.person($0)].map { $0.state != .planned } ?? false }
    }

    mutating func lose(_ number: Int) {
        let old = progress.callees[Self.person(number)]
        progress.callees[Self.person(number)] = Callee(
            person: Self.person(number), state: old?.state ?? .called, isReachable: false)
    }
}
