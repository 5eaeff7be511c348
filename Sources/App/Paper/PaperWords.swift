extension PDFFault {
    /// What the reader can do instead stands in it.
    package var sentence: String {
        switch self {
        case .missing:
            "Op deze server staat geen programma dat een pdf maakt. Druk deze pagina af, of bewaar haar als pdf met uw browser."
        case .tooOld(let version):
            "Het programma voor pdf op deze server is te oud (\(version)). Druk deze pagina af, of bewaar haar als pdf met uw browser."
        case .busy:
            "De server maakt al veel pdf's tegelijk. Probeer het over een minuut opnieuw, of druk deze pagina af."
        case .failed:
            "De pdf is niet gelukt. Druk deze pagina af, of bewaar haar als pdf met uw browser."
        }
    }
}
