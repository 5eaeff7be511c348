import Testing

@testable import Domain

@Suite struct AnswerEffectTests {
    private func scene() -> AlarmScene {
        var scene = AlarmScene([(1, [[1, 2], [3]])])
        _ = scene.advance()
        return scene
    }

    @Test func `the same answer again changes nothing`() {
        var scene = scene()
        _ = scene.answer(1, "ja 20")
        let before = scene.progress
        #expect(scene.answer(1, "ja 20") == .repeated)
        #expect(scene.answer(2, "nee") == .declined)
        #expect(scene.answer(2, "nee") == .repeated)
        #expect(scene.progress.callees[AlarmScene.person(1)] == before.callees[AlarmScene.person(1)])
    }

    @Test func `of contradictory answers the last counts`() {
        var scene = scene()
        #expect(scene.answer(1, "nee") == .declined)
        #expect(scene.answer(1, "ja 10") == .promised(post: 0))
        #expect(scene.answer(1, "nee") == .withdrew)
        #expect(scene.progress.openPlaces(of: 0) == 1)
    }

    @Test func `an answer after the end is told so and changes nothing`() {
        var scene = scene()
        scene.progress.state = .stopped
        let before = scene.progress
        #expect(scene.answer(1, "ja 20") == .tooLate)
        #expect(scene.answer(2, "aanwezig") == .tooLate)
        #expect(scene.progress == before)
    }

    @Test func `who was told that they need not come does not come after all, and may be at work`() {
        var scene = scene()
        scene.progress.callees[AlarmScene.person(1)]?.state = .released
        #expect(scene.answer(1, "ja 20") == .tooLate)
        #expect(scene.progress.callees[AlarmScene.person(1)]?.state == .released)
        #expect(scene.answer(1, "aanwezig") == .startedWork(post: 0))
    }

    @Test func `whoever was not called, or is not known, changes nothing`() {
        var scene = scene()
        let before = scene.progress
        #expect(scene.answer(3, "ja 20") == .notCalled)
        #expect(scene.answer(42, "aanwezig") == .notCalled)
        #expect(scene.progress.answer(.declined, by: nil, at: scene.now) == .notCalled)
        #expect(scene.progress == before)
    }

    @Test func `what cannot be read changes nothing`() {
        var scene = scene()
        let before = scene.progress
        #expect(scene.answer(1, "wie is dit?") == .unclear)
        #expect(scene.progress == before)
    }

    @Test func `only somebody who was asked to may take an alarm`() {
        var scene = AlarmScene([(1, [[]])])
        _ = scene.advance()
        #expect(scene.progress.answer(.taken, by: AlarmScene.person(1), at: scene.now) == .notCalled)
        let yes = AlarmReply.coming(minutes: nil, isRemote: false)
        #expect(scene.progress.answer(yes, by: AlarmScene.person(8), mayTake: true, at: scene.now) == .taken)
        #expect(
            scene.progress.answer(.taken, by: AlarmScene.person(9), mayTake: true, at: scene.now) == .repeated
        )
    }

    @Test func `whoever is at work counts, also when their place was given to another`() {
        var scene = scene()
        _ = scene.answer(1, "ja 20")
        #expect(scene.answer(2, "aanwezig") == .startedWork(post: 0))
        #expect(scene.answer(1, "aanwezig") == .startedWorkBesides(post: 0))
        #expect(scene.progress.atWork(on: 0) == 2)
    }
}
