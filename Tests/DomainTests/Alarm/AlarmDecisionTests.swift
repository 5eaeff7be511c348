import Testing

@testable import Domain

@Suite struct AlarmDecisionTests {
    @Test func `who is on duty is called first, the others when their time is up`() {
        var scene = AlarmScene([(1, [[1, 2], [3, 4], [5]])])
        _ = scene.advance()
        #expect(scene.called == [1, 2])
        _ = scene.advance(minutes: 4)
        #expect(scene.called == [1, 2])
        _ = scene.advance(minutes: 1)
        #expect(scene.called == [1, 2, 3, 4])
    }

    @Test func `it widens at once when those still to answer are fewer than the open places`() {
        var scene = AlarmScene([(2, [[1, 2], [3]])])
        _ = scene.advance()
        #expect(scene.answer(1, "nee") == .declined)
        _ = scene.advance()
        #expect(scene.called == [1, 2, 3])
    }

    @Test func `somebody whose every channel failed is no longer waited for`() {
        var scene = AlarmScene([(1, [[1], [2]])])
        _ = scene.advance()
        scene.lose(1)
        _ = scene.advance()
        #expect(scene.called == [1, 2])
    }

    @Test func `an empty wave is left at once`() {
        var scene = AlarmScene([(1, [[], [], [7]])])
        _ = scene.advance()
        #expect(scene.called == [7])
    }

    @Test func `one person in two posts is counted for one of them`() {
        var scene = AlarmScene([(1, [[1], [2]]), (1, [[1], [3]])])
        _ = scene.advance()
        #expect(scene.called == [1, 3])
        #expect(scene.answer(1, "ja 10") == .promised(post: 0))
        #expect(scene.progress.openPlaces(of: 1) == 1)
    }

    @Test func `a plan that is used up ends at a named human, at once when nobody can answer`() {
        var scene = AlarmScene([(1, [[1], []])])
        _ = scene.advance()
        #expect(scene.answer(1, "nee") == .declined)
        #expect(scene.advance().last == .exhaust(posts: [0]))
        #expect(scene.progress.state == .exhausted)
        #expect(
            scene.progress.answer(.taken, by: AlarmScene.person(9), mayTake: true, at: scene.now) == .taken)
    }

    @Test func `with nobody at all it is exhausted in the first step`() {
        var scene = AlarmScene([(3, [[], [], [], []])])
        #expect(scene.advance().last == .exhaust(posts: [0]))
    }

    @Test func `a promise stops the calling and only work fills`() {
        var scene = AlarmScene([(1, [[1], [2]])])
        _ = scene.advance()
        #expect(scene.answer(1, "ja 20") == .promised(post: 0))
        #expect(scene.advance(minutes: 15).isEmpty)
        #expect(!scene.progress.isFilled)
        #expect(scene.answer(1, "aanwezig") == .startedWork(post: 0))
        #expect(scene.advance() == [.finish])
        #expect(scene.progress.state == .filled)
    }

    @Test func `somebody overdue is asked first, and another is called only when they stay silent`() {
        var scene = AlarmScene([(1, [[1], [2]])])
        _ = scene.advance()
        _ = scene.answer(1, "ja 20")
        #expect(scene.advance(minutes: 29).isEmpty)
        #expect(scene.advance(minutes: 1) == [.askOverdue(AlarmScene.person(1))])
        #expect(scene.called == [1])
        let later = scene.advance(minutes: 5)
        #expect(later.first == .countSilent(AlarmScene.person(1)))
        #expect(scene.called == [1, 2])
        #expect(scene.progress.promised(to: 0) == 1, "nobody is un-accepted")
        #expect(scene.answer(1, "aanwezig") == .startedWork(post: 0))
        #expect(scene.advance() == [.finish])
    }

    @Test func `an answer to the question gives a new time`() {
        var scene = AlarmScene([(1, [[1], [2]])])
        _ = scene.advance()
        _ = scene.answer(1, "ja 20")
        _ = scene.advance(minutes: 30)
        #expect(scene.answer(1, "ja 20") == .newTime)
        #expect(scene.advance(minutes: 10).isEmpty)
        #expect(scene.called == [1])
    }

    @Test func `who offered when enough had promised is used when a place comes free`() {
        var scene = AlarmScene([(1, [[1, 2], [3]])])
        _ = scene.advance()
        _ = scene.answer(1, "ja 20")
        #expect(scene.answer(2, "ja 30") == .reserve)
        #expect(scene.answer(1, "toch niet") == .withdrew)
        #expect(scene.advance() == [.useReserve(AlarmScene.person(2), post: 0)])
        #expect(scene.called == [1, 2])
    }

    @Test func `there is always a next moment until the end or a named human`() {
        var scene = AlarmScene([(2, [[1], [2, 3], [4]])])
        for minute in 0..<60 {
            scene.now = AlarmScene.start.adding(minutes: minute)
            let due = scene.progress.advance(at: scene.now).dueAt
            if scene.progress.state == .open { #expect(due.map { $0 > scene.now } == true) }
        }
        #expect(scene.progress.state == .exhausted)
    }
}
