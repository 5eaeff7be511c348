import Domain
import Web

/// When each sub-activity runs, as bars over months. What has no dates runs through the whole plan, dotted:
/// nobody established it.
struct PlanPicture {
    private static let left = 250
    private static let width = 960
    private static let rowHeight = 34
    private static let top = 34
    /// Of a title that fits beside its bar.
    private static let titleMax = 34
    /// Names of months that fit beside each other.
    private static let monthsMax = 8

    private let activities: [PlanPart]
    private let first: Day
    private let last: Day
    private let today: Day

    init(_ content: PlanContent, today: Day) {
        activities = content.subActivities
        let days = activities.compactMap(\.activity).flatMap { [$0.firstDay, $0.lastDay].compactMap(\.self) }
        first = ([content.plan.firstDay] + days).min() ?? content.plan.firstDay
        last = ([content.plan.lastDay] + days).max() ?? content.plan.lastDay
        self.today = today
    }

    /// The picture in words.
    var summary: String {
        activities.map { part in
            "\(part.title): \(part.activity?.periodText ?? ""), \(part.activity?.state.word ?? "")"
        }.joined(separator: "; ")
    }

    var html: HTML {
        """
        <div class="year-frame" tabindex="0" role="region" aria-label="Tijdbalk van de deelactiviteiten">
        <svg class="holding planning" viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(summary)">\(drawing)</svg></div>
        """
    }

    /// By itself, with its own colours, for a paper.
    var file: HTML {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(summary)">
        <style>\(Self.fileStyle)</style>\(drawing)</svg>
        """
    }

    /// The light colours of the style sheet; a file cannot refer to it.
    private static let fileStyle: HTML = """
        text{font:13px sans-serif;fill:#1B1F23}.grid{stroke:#D8D4CC;fill:none}.bar{fill:#0B6E69;stroke:#0B6E69;stroke-width:2}
        .bar-planned{fill:#fff}.bar-stopped{fill:#fff;stroke:#5F6368;stroke-dasharray:6 3}
        .bar-unknown{fill:#fff;stroke:#5F6368;stroke-dasharray:1 5}.now{stroke:#B3261E;stroke-width:2}
        """

    private var height: Int { Self.top + activities.count * Self.rowHeight + 8 }

    private var drawing: HTML {
        let rows = activities.enumerated().map { row($0, $1) }
        let now: HTML =
            first <= today && today <= last
            ? "<path class=\"now\" d=\"M\(x(today)) \(Self.top - 6)V\(height)\"/>" : ""
        return "\(months)\(rows)\(now)"
    }

    private var months: [HTML] {
        let (year, month, _) = first.parts
        let (lastYear, lastMonth, _) = last.parts
        let count = (lastYear - year) * 12 + lastMonth - month + 1
        let step = max(1, (count + Self.monthsMax - 1) / Self.monthsMax)
        return stride(from: 0, to: count, by: step).compactMap { index -> HTML? in
            let number = month - 1 + index
            guard let day = Day(year: year + number / 12, month: number % 12 + 1, day: 1) else { return nil }
            let begin = x(max(day, first))
            return """
                <path class="grid" d="M\(begin) \(Self.top - 8)V\(height)"/>
                <text x="\(begin + 4)" y="14">\(Dutch.month(number % 12 + 1)) \(year + number / 12)</text>
                """
        }
    }

    private func row(_ index: Int, _ part: PlanPart) -> HTML {
        let activity = part.activity
        let y = Self.top + index * Self.rowHeight
        let isKnown = activity?.firstDay != nil || activity?.lastDay != nil
        let kind: HTML = isKnown ? bar(activity?.state ?? .planned) : "bar-unknown"
        let begin = x(activity?.firstDay ?? first)
        let end = max(begin + 6, x((activity?.lastDay ?? last).adding(days: 1)))
        let title = part.title.count > Self.titleMax ? "\(part.title.prefix(Self.titleMax - 1))…" : part.title
        return """
            <text x="0" y="\(y + 18)">\(title)</text>
            <rect class="bar \(kind)" x="\(begin)" y="\(y + 4)" width="\(end - begin)" height="20" rx="3"/>
            """
    }

    private func bar(_ state: SubActivity.State) -> HTML {
        switch state {
        case .planned: "bar-planned"
        case .running, .done: "bar-known"
        case .stopped: "bar-stopped"
        }
    }

    private func x(_ day: Day) -> Int {
        let days = max(1, last.daysSince1970 - first.daysSince1970 + 1)
        let room = Self.width - Self.left - 10
        return Self.left + min(max(0, (day.daysSince1970 - first.daysSince1970) * room / days), room)
    }
}
