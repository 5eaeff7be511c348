/// One handover through all its entries: the one that stands, whatever number somebody knew it by, and who wrote
/// down which side.
package struct HandoverCourse: Sendable {
    /// The entry that stands.
    package let entry: DeploymentEntry
    package let value: Handover
    /// Who wrote down that whoever leaves handed over; nil while nobody did.
    package let gaveBy: EntryAuthor?
    /// Who wrote down that whoever comes has it.
    package let tookBy: EntryAuthor?
    private let numbers: Set<Int>

    private init(_ entry: DeploymentEntry, _ value: Handover, _ entries: [DeploymentEntry]) {
        self.entry = entry
        self.value = value
        func author(_ moment: (Handover) -> Instant?) -> EntryAuthor? {
            entries.first { entry in
                if case .handover(let value) = entry.content { moment(value) != nil } else { false }
            }?.author
        }
        gaveBy = author(\.givenAt)
        tookBy = author(\.takenAt)
        numbers = Set(entries.map(\.number))
    }

    /// Those that stand, in the order in which they were last written.
    ///
    /// - Parameter entries: every handover of a deployment, what was replaced too, in any order.
    package static func all(_ entries: [DeploymentEntry]) -> [HandoverCourse] {
        let entries = entries.sorted { $0.number < $1.number }
        return entries.compactMap { entry in
            guard entry.supersededBy == nil, case .handover(let value) = entry.content else { return nil }
            return HandoverCourse(
                entry, value, entries.filter { $0 == entry || ($0.thing != nil && $0.thing == entry.thing) })
        }
    }

    /// A confirmation takes the place of what it confirms: an older number still means this handover.
    package func isKnown(as number: Int) -> Bool { numbers.contains(number) }

    /// Whether this account may write down the side that is still open. Two sides by one account are one person's
    /// word: the work only goes over when somebody else says so too.
    package func mayConfirm(_ account: String) -> Bool {
        guard !value.isConfirmed else { return false }
        return (gaveBy ?? tookBy).map { !$0.isOfSame(as: account) } ?? true
    }
}
