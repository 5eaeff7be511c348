import Domain
import Storage

extension Change {
    /// Makes every personal value of this person in the journal unreadable for good. The chain stays whole: it is
    /// made of what is stored, not of what could be read.
    func destroyKey(of person: ID<Functionary>) throws {
        try tx.destroyPersonKey(person, at: now)
    }
}
