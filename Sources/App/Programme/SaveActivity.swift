import Domain
import Storage
import Web

extension Change {
    /// Adds or changes something that the programme offers. Sessions that were held keep what they counted for.
    mutating func saveActivity(_ activity: Activity) throws {
        try actor.require(.editProgramme)
        let before = try tx.activities().first { $0.id == activity.id }
        if before == nil {
            try tx.insert(activity)
        } else if !(try tx.update(activity)) {
            throw WebFailure.changedMeanwhile
        }
        try record(
            JournalEntry(
                before == nil ? "activity.added" : "activity.edited", "activity", activity.id,
                before: before?.journalState, after: activity.journalState))
    }
}

extension Activity {
    fileprivate var journalState: [String: JournalValue] {
        [
            "titel": .text(title), "soort": .text(kind.rawValue),
            "functies": .text(functions.map(\.text).joined(separator: " ")),
            "gezamenlijk": .text(isJoint ? "ja" : "nee"), "uitslag": .text(hasResult ? "ja" : "nee"),
        ]
    }
}
