import Domain
import Web

/// A time of the clock as people type it: `23.30`, `23:30 uur`, `21-11-2026 23.30`.
struct TypedMoment {
    /// Nil: not said.
    let day: Day?
    private let minutes: Int

    init?(_ text: String) {
        var words = text.split { $0.isWhitespace || $0 == "," }
        if words.last?.lowercased() == "uur" { words.removeLast() }
        guard let last = words.popLast(), let minutes = Dutch.minutesOfDay(String(last)) else { return nil }
        self.minutes = minutes
        guard !words.isEmpty else {
            day = nil
            return
        }
        guard let day = Dutch.day(words.joined(separator: " ")) else { return nil }
        self.day = day
    }

    /// - Parameter otherwise: its day where none was typed.
    func instant(on otherwise: Day) -> Instant {
        Amsterdam.instant(day ?? otherwise, hour: minutes / 60, minute: minutes % 60)
    }
}
