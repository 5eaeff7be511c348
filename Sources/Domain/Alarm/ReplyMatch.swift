/// Which of somebody's alarms an answer is about.
///
/// Every message names its alarm by four characters; whoever repeats them says which one is meant. Without
/// them there is only one that can be meant, or the sender is asked: guessing could fill a post in the wrong
/// place.
package enum ReplyMatch: Equatable, Sendable {
    /// `text` is the answer without the reference, whose digits are no minutes.
    case one(Int, text: String)
    case several([Int])
    case none

    package struct Choice: Equatable, Sendable {
        package let reference: String
        package let isRunning: Bool

        package init(reference: String, isRunning: Bool) {
            self.reference = reference
            self.isRunning = isRunning
        }
    }

    /// - Parameter choices: alarms for which the sender was called, newest first; those that are over too, so that
    ///   an answer to one of them does not count for another.
    package init(_ text: String, among choices: [Choice]) {
        if let named = Self.named(text, choices) {
            self = named
            return
        }
        let running = choices.indices.filter { choices[$0].isRunning }
        switch running.count {
        case 0: self = choices.isEmpty ? .none : .one(0, text: text)
        case 1: self = .one(running[0], text: text)
        default: self = .several(running)
        }
    }

    private static func named(_ text: String, _ choices: [Choice]) -> ReplyMatch? {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        for word in words {
            let reference = word.uppercased()
            if let index = choices.firstIndex(where: { $0.reference == reference }) {
                let rest = String(text[..<word.startIndex]) + " " + String(text[word.endIndex...])
                return .one(index, text: rest)
            }
        }
        return nil
    }
}
