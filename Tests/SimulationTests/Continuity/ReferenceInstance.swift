@testable import Simulation

/// The reference instance of the model (docs/continuity-model.md §6): 15 municipalities, 10 functions, 250
/// people, 16 positions, 14 days, made by the generator that defines it.
enum ReferenceInstance {
    static let seed: UInt64 = 20_200_219

    static func make(
        _ scope: ContinuityInstance.Scope = .regional, shift: Int = 12, rest: Int = 11
    ) -> ContinuityInstance {
        ContinuityInstance(
            hours: 336, shiftHours: shift, restHours: rest, weekHoursMax: 60, extensionHoursMax: 2,
            noShow: 128_849_018, dropout: 42_949_672, scope: scope, persons: persons, positions: positions)
    }

    private static let persons: [ContinuityInstance.Person] = {
        // How common each function is as the main competence, per cent.
        let weights = [9, 4, 4, 5, 5, 7, 8, 13, 23, 22]
        var random = Generator()
        return (0..<250).map { index in
            var left = random.below(100)
            var function = 0
            while left >= weights[function] {
                left -= weights[function]
                function += 1
            }
            var functions: UInt64 = 1 << UInt64(function)
            if random.below(100) < 25 { functions |= 1 << UInt64(random.below(10)) }
            if random.below(100) < 5 { functions |= 1 << UInt64(random.below(10)) }
            let percent = 20 + random.below(31)
            let base = 5 + random.below(26)
            return ContinuityInstance.Person(
                municipality: index % 15, functions: functions, available: UInt32((percent << 32) / 100),
                travelBaseMinutes: base, travelSpreadMinutes: 10 + random.below(31))
        }
    }()

    private static let positions: [ContinuityInstance.Position] = {
        let regional = [
            (0, 90), (0, 90), (1, 90), (2, 90), (3, 120), (4, 180), (5, 90), (6, 120), (7, 90), (7, 90),
        ]
        let local = [2, 7, 12].flatMap { municipality in
            [8, 9].map { function in
                ContinuityInstance.Position(
                    function: function, normMinute: 120, municipality: municipality)
            }
        }
        return regional.map {
            ContinuityInstance.Position(function: $0.0, normMinute: $0.1, municipality: nil)
        } + local
    }()

    private struct Generator {
        private var drawn: UInt64 = 0

        mutating func below(_ bound: Int) -> Int {
            drawn += 1
            let mixed = ChanceDraw.mix(0xB2C0_FFEE &+ 0x9E37_79B9_7F4A_7C15 &* drawn)
            return Int(((mixed >> 32) &* UInt64(bound)) >> 32)
        }
    }
}
