import Domain
import Storage
import Web

/// Why a review is not closed: everything that it still needs.
struct ReviewRefusal: Error, Hashable, Sendable {
    let missing: [ScalingReview.Missing]
}

extension Change {
    /// Writes what the review says now; the office prepares it. A closed one may be written again, as another entry.
    ///
    /// - Throws: `ReviewRefusal` when it should be closed and something is missing.
    mutating func reviewScaling(_ review: ScalingReview, of id: ID<Deployment>, key: String) throws {
        let (deployment, _) = try tx.deployment(id, for: actor)
        try actor.require(.reviewScaling)
        let state = try tx.deploymentState(id)
        guard state.review != nil || state.flexible != nil else { throw WebFailure.notFound }
        if review.isClosed, !review.missing.isEmpty { throw ReviewRefusal(missing: review.missing) }
        var draft = EntryDraft(.review(review), review.sentence, key: key)
        draft.replaces = state.standing.filter { $0.content.kind == .review }.map(\.number)
        _ = try append(draft, to: deployment, .full)
        if review.isClosed {
            let domain = state.flexible?.domain ?? .other
            let words = [
                deployment.title, domain.word, state.flexible?.reason ?? "", review.lesson,
                review.wise?.grounds ?? "", review.legitimate?.grounds ?? "",
            ]
            try tx.saveClosedReview(
                of: id, domain: domain, closedAt: now, text: words.joined(separator: " ").folded)
        }
        try record(
            JournalEntry(
                review.isClosed ? "review.closed" : "review.prepared", "deployment", id,
                after: [
                    "verstandig": review.wise.map { .text($0.verdict.rawValue) } ?? .none,
                    "legitiem": review.legitimate.map { .text($0.verdict.rawValue) } ?? .none,
                    "stand": .text(review.stage.rawValue),
                ]))
    }
}
