/// One free place in a session for one person, with the time on the roster in which they would newly count.
package struct TrainingPlace: Hashable, Sendable {
    package let person: ID<Functionary>
    /// Identifies the session.
    package let session: String
    package let time: [Code<DutyLine>: IntervalSet]

    package init(person: ID<Functionary>, session: String, time: [Code<DutyLine>: IntervalSet]) {
        self.person = person
        self.session = session
        self.time = time
    }
}

/// What free places are worth to coverage (spec C6): the gain of each, and which so many places together gain
/// most.
///
/// The worth of a set is the number of minutes that become covered plus the number that become covered with one
/// person out. Somebody who counts more raises that sum by at most one a minute, on no line above one person
/// more than is wanted: that is the bound with which the search is cut off.
package struct TrainingAdvice: Sendable {
    /// Minutes of all lines together.
    package struct Gain: Hashable, Sendable {
        package let covered: Int
        package let oneOut: Int

        package var sum: Int { covered + oneOut }
    }

    package struct Choice: Hashable, Sendable {
        /// Indices of `places`, in the order in which greed took them.
        package let places: [Int]
        package let gain: Gain
        /// No choice of so many places gains more than this.
        package let bound: Int
        /// Shown to be the best there is.
        package var isBest: Bool { gain.sum >= bound }
    }

    package let places: [TrainingPlace]
    private let capacity: [String: Int]
    /// Stretches of a line in which nothing changes, and somebody of `places` could count.
    private let stretches: [Stretch]
    /// Per place, the stretches in which its person would count.
    private let reached: [[Int]]

    private struct Stretch {
        let minutes: Int
        let rostered: Int
        let wanted: Int
    }

    /// Choices looked at before the best one found is given with its bound: some tens of milliseconds.
    private static let nodesMax = 200_000

    /// - Parameter capacity: free places per session.
    package init(coverage: Coverage, places: [TrainingPlace], capacity: [String: Int]) {
        self.places = places
        self.capacity = capacity
        var stretches: [Stretch] = []
        var reached = Array(repeating: [Int](), count: places.count)
        let segments = Dictionary(grouping: coverage.segments, by: \.line)
        for line in coverage.lines {
            let concerned = places.indices.compactMap { index in
                places[index].time[line.code].map { (index, $0) }
            }
            guard !concerned.isEmpty else { continue }
            let turns = Set(concerned.flatMap { $0.1.intervals.flatMap { [$0.start, $0.end] } })
            for segment in segments[line.code] ?? [] {
                let inside = turns.filter { segment.interval.start < $0 && $0 < segment.interval.end }
                let moments = ([segment.interval.start, segment.interval.end] + inside).sorted()
                for (start, end) in zip(moments, moments.dropFirst()) {
                    let people = concerned.filter { $0.1.contains(start) }
                    guard !people.isEmpty else { continue }
                    for (index, _) in people { reached[index].append(stretches.count) }
                    let wanted = line.wanted(at: start)
                    stretches.append(
                        Stretch(
                            minutes: Interval(start, end).minutes,
                            rostered: segment.rosteredCount(wanted: wanted), wanted: wanted))
                }
            }
        }
        self.stretches = stretches
        self.reached = reached
    }

    /// What one place gains by itself.
    package func gain(of place: Int) -> Gain {
        var search = Search(self)
        search.take(place)
        return search.gain
    }

    /// Which `count` places gain most together: at most one for each person, no more than a session has.
    package func best(of count: Int) -> Choice {
        var search = Search(self)
        var taken: [Int] = []
        while taken.count < count {
            let open = places.indices.filter { search.isOpen($0) }
            let gains = open.map { ($0, search.worth(of: $0)) }
            guard let next = gains.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), next.1 > 0 else { break }
            search.take(next.0)
            taken.append(next.0)
        }
        let greedy = search.gain
        var fresh = Search(self)
        let bound = fresh.bound(count)
        guard greedy.sum < bound else { return Choice(places: taken, gain: greedy, bound: greedy.sum) }
        var best = (places: taken, sum: greedy.sum)
        var nodes = 0
        let order = places.indices.sorted {
            (fresh.potential(of: $1), $0) < (fresh.potential(of: $0), $1)
        }
        let isWhole = fresh.explore(order[...], count, [], &best, &nodes, Self.nodesMax)
        var final = Search(self)
        for place in best.places { final.take(place) }
        return Choice(places: best.places, gain: final.gain, bound: isWhole ? best.sum : bound)
    }

    /// A set of places under way, with how many people count in each stretch.
    private struct Search {
        let advice: TrainingAdvice
        var added: [Int]
        var people: Set<ID<Functionary>> = []
        var used: [String: Int] = [:]
        var gain = Gain(covered: 0, oneOut: 0)

        init(_ advice: TrainingAdvice) {
            self.advice = advice
            added = Array(repeating: 0, count: advice.stretches.count)
        }

        func isOpen(_ place: Int) -> Bool {
            let place = advice.places[place]
            return !people.contains(place.person)
                && used[place.session, default: 0] < advice.capacity[place.session, default: 0]
        }

        /// Minutes that the place adds to the sum as things stand.
        func worth(of place: Int) -> Int {
            advice.reached[place].reduce(0) { sum, index in
                let stretch = advice.stretches[index]
                let count = stretch.rostered + added[index] + 1
                return sum + (count == stretch.wanted || count == stretch.wanted + 1 ? stretch.minutes : 0)
            }
        }

        /// Minutes that it could ever add from here: where a line does not yet have one more than is wanted.
        func potential(of place: Int) -> Int {
            advice.reached[place].reduce(0) { sum, index in
                let stretch = advice.stretches[index]
                return sum + (stretch.rostered + added[index] <= stretch.wanted ? stretch.minutes : 0)
            }
        }

        /// No set that adds `count` places to this one is worth more.
        func bound(_ count: Int, among open: some Sequence<Int>) -> Int {
            var most: [ID<Functionary>: Int] = [:]
            for place in open where isOpen(place) {
                let person = advice.places[place].person
                most[person] = max(most[person] ?? 0, potential(of: place))
            }
            return gain.sum + most.values.sorted(by: >).prefix(count).reduce(0, +)
        }

        func bound(_ count: Int) -> Int { bound(count, among: advice.places.indices) }

        mutating func take(_ place: Int) {
            change(place, by: 1)
            people.insert(advice.places[place].person)
            used[advice.places[place].session, default: 0] += 1
        }

        private mutating func leave(_ place: Int) {
            change(place, by: -1)
            people.remove(advice.places[place].person)
            used[advice.places[place].session, default: 0] -= 1
        }

        private mutating func change(_ place: Int, by step: Int) {
            var (covered, oneOut) = (gain.covered, gain.oneOut)
            for index in advice.reached[place] {
                let stretch = advice.stretches[index]
                // The larger of the counts before and after decides what is won or lost.
                let count = stretch.rostered + added[index] + (step > 0 ? 1 : 0)
                if count == stretch.wanted { covered += step * stretch.minutes }
                if count == stretch.wanted + 1 { oneOut += step * stretch.minutes }
                added[index] += step
            }
            gain = Gain(covered: covered, oneOut: oneOut)
        }

        /// Every set that could be worth more than the best so far.
        ///
        /// - Returns: false when it was given up.
        mutating func explore(
            _ order: ArraySlice<Int>, _ count: Int, _ taken: [Int], _ best: inout (places: [Int], sum: Int),
            _ nodes: inout Int, _ nodesMax: Int
        ) -> Bool {
            if gain.sum > best.sum { best = (taken, gain.sum) }
            guard count > 0, let place = order.first else { return true }
            nodes += 1
            guard nodes <= nodesMax else { return false }
            guard bound(count, among: order) > best.sum else { return true }
            let rest = order.dropFirst()
            if isOpen(place) {
                take(place)
                let isWhole = explore(rest, count - 1, taken + [place], &best, &nodes, nodesMax)
                leave(place)
                guard isWhole else { return false }
            }
            return explore(rest, count, taken, &best, &nodes, nodesMax)
        }
    }
}

extension Segment {
    /// People on the roster who hold every rule.
    fileprivate func rosteredCount(wanted: Int) -> Int {
        switch state {
        case .covered(let witnesses): witnesses.rostered.count
        case .gap(let shortage): wanted - shortage.missing
        }
    }
}
