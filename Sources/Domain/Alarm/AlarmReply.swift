/// What somebody says to an alarm, by whatever way it comes in.
package enum AlarmReply: Hashable, Sendable {
    /// `minutes` is nil when they did not say when.
    case coming(minutes: Int?, isRemote: Bool)
    case declined
    /// *Aan het werk*, at the place of work or from elsewhere.
    case atWork(isRemote: Bool)
    /// A named human takes an alarm that found too few people.
    case taken
    /// Cannot be read as one of these: the sender is asked back.
    case unclear

    /// Stable, for storage and programs.
    package var code: String {
        switch self {
        case .coming: "coming"
        case .declined: "declined"
        case .atWork: "atWork"
        case .taken: "taken"
        case .unclear: "unclear"
        }
    }
}

extension AlarmReply {
    /// What was pressed during a call, as the spoken message tells.
    package init(digit text: String) {
        switch text.filter({ $0.isASCII && $0.isNumber }) {
        case "1": self = .coming(minutes: nil, isRemote: false)
        case "2": self = .declined
        case "3": self = .coming(minutes: nil, isRemote: true)
        case "4": self = .atWork(isRemote: false)
        case "5": self = .taken
        default: self = .unclear
        }
    }

    /// Reads the answer at the top of a mail: programs put the message that was answered under it.
    package init(mail text: String) {
        // A carriage return and a line feed are one character.
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        let own = lines.prefix { line in
            let start = line.drop { $0 == " " }
            let isQuoted = start.hasPrefix(">") || start.hasPrefix("-----") || start.hasPrefix("_____")
            let isHead =
                start.hasPrefix("Van:") || start.hasPrefix("From:")
                || (start.hasSuffix(":") && (start.contains("schreef") || start.contains("wrote")))
            return !isQuoted && !isHead
        }
        self.init(text: own.joined(separator: " "))
    }

    /// Longer than this is not an answer to "wanneer?".
    private static let minutesMax = 24 * 60
    /// A text message may be joined from many; what matters stands at the start.
    private static let charactersMax = 300

    /// Reads a text message as people type it at night: `JA 20`, `ja 20 min`, `nee`, `Ja ik kom over een half
    /// uur`, `op afstand`, `aanwezig`.
    ///
    /// When yes and no both stand in it, or nothing does, it is unclear: guessing would fill a post with
    /// nobody, or silence somebody who comes.
    package init(text: String) {
        var words = Self.words(text)
        // "Niet eerder dan 30" says when, not no.
        for phrase in [["niet", "eerder", "dan"], ["niet", "voor"]] {
            words = words.removing(phrase)
        }
        let wait = Self.minutes(&words)
        let isTaken = Self.has(words, Self.takenWords) || words.contains(sequence: ["neem", "over"])
        let isNo = Self.has(words, Self.noWords) || words.first == "n"
        let isFarOff = Self.has(words, Self.remoteWords)
        let isRemote = isFarOff || words.contains("thuis")
        let isThere = Self.isThere(words)
        let isYes = Self.has(words, Self.yesWords) || words.first == "j" || words.first == "y"
        if text.contains("?") || wait == .tooMany {
            self = .unclear
        } else if isTaken {
            self = isNo ? .unclear : .taken
        } else if isNo {
            // "Nee, kan wel op afstand" and "nee 20" say two things; "ik kom niet" and "ben niet thuis" one.
            self = isYes || isThere || isFarOff || wait != .none ? .unclear : .declined
        } else if isThere, wait == .none {
            self = .atWork(isRemote: isRemote)
        } else if isYes || isThere || isRemote || wait != .none || Self.has(words, Self.comingWords) {
            self = .coming(minutes: wait.minutes, isRemote: isRemote)
        } else {
            self = .unclear
        }
    }

    private static let yesWords: Set<String> = [
        "ja", "jaa", "jep", "jawel", "yes", "ok", "oke", "okay", "akkoord", "prima",
    ]
    /// Yes by themselves; beside a no they are what is denied.
    private static let comingWords: Set<String> = [
        "kom", "komt", "onderweg", "rij", "vertrek", "beschikbaar",
    ]
    private static let noWords: Set<String> = [
        "nee", "neen", "no", "nope", "niet", "geen", "helaas", "verhinderd", "ziek", "onmogelijk",
    ]
    private static let remoteWords: Set<String> = ["afstand", "remote", "online", "digitaal"]
    private static let thereWords: Set<String> = [
        "aanwezig", "gearriveerd", "begonnen", "gestart", "aangekomen", "present",
    ]
    private static let takenWords: Set<String> = ["overgenomen", "overneem"]

    private static func has(_ words: [String], _ known: Set<String>) -> Bool {
        words.contains { known.contains($0) }
    }

    private static func isThere(_ words: [String]) -> Bool {
        has(words, thereWords) || words.contains(sequence: ["aan", "het", "werk"])
            || words.contains(sequence: ["aan", "t", "werk"]) || words.contains(sequence: ["ter", "plaatse"])
            || words.contains(sequence: ["ben", "er"])
    }

    /// Lower case, letters without accents, digits apart from letters (`20min` is two words); everything else
    /// separates.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in String(text.prefix(charactersMax)).folded {
            let isNumber = character.isASCII && character.isNumber
            let isPart = isNumber || (character.isASCII && character.isLetter)
            if let last = word.last, !isPart || (last.isNumber != isNumber) {
                words.append(word)
                word = ""
            }
            if isPart { word.append(character) }
            // "1,5 uur" is a time to wait, "14.30" and "14:30" are times on the clock.
            if [",", ".", ":"].contains(character), let number = words.last, number.allSatisfy(\.isNumber) {
                words.append(",")
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

/// How long somebody says it takes, read out of the words of a message.
private enum Wait: Equatable {
    case none, tooMany
    case minutes(Int)

    var minutes: Int? {
        if case .minutes(let minutes) = self { return minutes }
        return nil
    }
}

extension AlarmReply {
    private static let numberWords: [String: Int] = [
        "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "tien": 10, "twaalf": 12,
        "vijftien": 15, "twintig": 20, "vijfentwintig": 25, "dertig": 30, "vijfendertig": 35, "veertig": 40,
        "vijfenveertig": 45, "vijftig": 50, "zestig": 60, "negentig": 90,
    ]
    private static let hourWords: Set<String> = ["uur", "u", "h", "uurtje", "uren"]
    private static let minuteWords: Set<String> = ["min", "m", "mins", "minuut", "minuten", "minuutjes"]

    /// Takes the words of a waiting time out of `words`: they must not count as yes or no.
    private static func minutes(_ words: inout [String]) -> Wait {
        var total: Int?
        var rest: [String] = []
        var index = 0
        while index < words.count {
            guard let (minutes, length) = span(words[index...]) else {
                rest.append(words[index])
                index += 1
                continue
            }
            // Two times in one message: "20 of 30" is a range, and its end is the safe one.
            total = max(total ?? 0, minutes)
            index += length
        }
        words = rest
        guard let total else { return .none }
        return total <= minutesMax ? .minutes(total) : .tooMany
    }

    /// A waiting time at the start of `words`: minutes, and how many words it takes.
    private static func span(_ words: ArraySlice<String>) -> (minutes: Int, length: Int)? {
        let word = Array(words.prefix(5)) + ["", "", "", "", ""]
        switch (word[0], word[1]) {
        case ("half", let unit) where hourWords.contains(unit): return (30, 2)
        case ("halfuur", _), ("halfuurtje", _): return (30, 1)
        case ("kwartier", _), ("kwartiertje", _): return (15, 1)
        case ("anderhalf", let unit) where hourWords.contains(unit): return (90, 2)
        case ("een", "half"), ("een", "kwartier"), ("een", "kwartiertje"), ("een", "anderhalf"): return nil
        case ("drie", "kwartier"): return (45, 2)
        default: break
        }
        guard let number = Int(word[0]) ?? numberWords[word[0]] else { return nil }
        let isDigits = Int(word[0]) != nil
        guard number <= minutesMax else { return isDigits ? (minutesMax + 1, 1) : nil }
        if word[1] == "," {
            guard let fraction = Int(word[2]) else { return (number, 2) }
            guard fraction < 10, hourWords.contains(word[3]) else { return (minutesMax + 1, 3) }
            return (number * 60 + fraction * 6, 4)
        }
        if hourWords.contains(word[1]) {
            if let minutes = Int(word[2]), minutes < 60 { return (number * 60 + minutes, 3) }
            return (number * 60, 2)
        }
        if minuteWords.contains(word[1]) { return (number, 2) }
        // "een" alone is an article; a bare number is minutes.
        return isDigits ? (number, 1) : (number >= 5 ? (number, 1) : nil)
    }
}

extension [String] {
    fileprivate func contains(sequence: [String]) -> Bool {
        index(of: sequence) != nil
    }

    fileprivate func removing(_ sequence: [String]) -> [String] {
        guard let start = index(of: sequence) else { return self }
        return Array(self[..<start] + self[(start + sequence.count)...])
    }

    private func index(of sequence: [String]) -> Int? {
        guard count >= sequence.count else { return nil }
        return (0...(count - sequence.count)).first { start in
            self[start..<(start + sequence.count)].elementsEqual(sequence)
        }
    }
}
