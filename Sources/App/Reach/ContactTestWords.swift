import Domain

extension ContactTest.Result {
    var word: String {
        switch self {
        case .inTime: "op tijd bevestigd"
        case .late: "te laat bevestigd"
        case .silent: "niet bevestigd"
        case .refused: "adres werkt niet"
        case .unsent: "niet verstuurd"
        }
    }
}

extension ContactTestRefusal {
    var sentence: String {
        switch self {
        case .windowOutOfBounds(let min, let max): "Kies een antwoordtijd van \(min) tot \(max) minuten."
        case .underWay: "Er loopt al een test. Wacht tot die klaar is."
        case .nobody: "Niemand heeft nu een crisisfunctie."
        }
    }
}
