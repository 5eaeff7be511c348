import Domain
import Web

/// How many people were in shelter over time: a step for each count.
enum OccupancyPicture {
    private static let width = 640
    private static let height = 200
    private static let left = 44
    private static let bottom = 28

    /// Nil while there is nothing to draw: fewer than two counts.
    static func svg(_ places: [ShelterStanding.Place], until now: Instant) -> HTML? {
        let all = places.flatMap(\.counts)
        guard all.count > 1, let start = all.map(\.at).min() else { return nil }
        let end = max(now, start.adding(minutes: 60))
        let minutes = max(1, end.minutes(since: start))
        let most = max(10, places.map(\.most).max() ?? 0)
        func x(_ at: Instant) -> Int {
            left + (width - left - 8) * max(0, min(at, end).minutes(since: start)) / minutes
        }
        func y(_ people: Int) -> Int { height - bottom - (height - bottom - 12) * people / most }
        let lines = places.enumerated().filter { !$0.element.counts.isEmpty }.map { index, place -> HTML in
            var points: [String] = []
            var level = 0
            for (number, count) in place.counts.enumerated() {
                if number > 0 { points.append("\(x(count.at)),\(y(level))") }
                points.append("\(x(count.at)),\(y(count.people))")
                level = count.people
            }
            points.append("\(x(place.shelter.closedAt ?? end)),\(y(level))")
            return
                "<polyline class=\"series series-\(index % 8)\" points=\"\(points.joined(separator: " "))\"/>"
        }
        let label = "Mensen in opvang, van \(Dutch.moment(start)) tot \(Dutch.moment(end))"
        return """
            <div class="year-frame" tabindex="0" role="region" aria-label="Grafiek: mensen in opvang"><svg class="holding" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(label)">
            <path class="grid" d="M\(left) \(y(0))H\(width - 8)M\(left) \(y(most))H\(width - 8)"/>
            <text x="4" y="\(y(0) + 4)">0</text><text x="4" y="\(y(most) + 4)">\(most)</text>
            <text x="\(left)" y="\(height - 8)">\(Dutch.shortMoment(start))</text>
            <text x="\(width - 8)" y="\(height - 8)" text-anchor="end">\(Dutch.shortMoment(end))</text>\(lines)</svg></div>
            """
    }
}
