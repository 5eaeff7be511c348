@testable import Simulation

extension ContinuityInstance {
    /// A small instance of any shape: horizons that are no multiple of a day, shifts longer than the horizon,
    /// nobody at all, chances of none and of as good as one.
    static func random(seed: UInt64) -> ContinuityInstance {
        var random = Draws(seed: seed)
        func threshold() -> UInt32 {
            switch random.below(6) {
            case 0: 0
            case 1: .max
            case 2: UInt32(random.below(1 << 30))
            default: UInt32(random.below(1 << 32))
            }
        }
        let municipalities = 1 + random.below(12)
        let functions = 1 + random.below(random.below(8) == 0 ? 64 : 5)
        // Now and then more people than fit in the low bits of the calling order.
        let personCount = random.below(12) == 0 ? 4000 + random.below(700) : random.below(150)
        let positionCount = random.below(10) == 0 ? 60 + random.below(12) : random.below(9)
        return ContinuityInstance(
            hours: 1 + random.below(random.below(4) == 0 ? 700 : 120), shiftHours: 1 + random.below(30),
            restHours: random.below(40), weekHoursMax: random.below(90),
            extensionHoursMax: random.below(4), noShow: random.below(2) == 0 ? threshold() / 8 : threshold(),
            dropout: random.below(2) == 0 ? threshold() / 16 : threshold(),
            scope: Scope.allCases[random.below(3)],
            persons: (0..<personCount).map { _ in
                var mask: UInt64 = 1 << UInt64(random.below(functions))
                while random.below(3) == 0 { mask |= 1 << UInt64(random.below(functions)) }
                if random.below(40) == 0 { mask = functions == 64 ? .max : (1 << UInt64(functions)) - 1 }
                return Person(
                    municipality: random.below(municipalities), functions: mask, available: threshold(),
                    travelBaseMinutes: random.below(random.below(20) == 0 ? 3000 : 90),
                    travelSpreadMinutes: random.below(60))
            },
            positions: (0..<positionCount).map { _ in
                Position(
                    function: random.below(functions), normMinute: random.below(400),
                    municipality: random.below(2) == 0 ? nil : random.below(municipalities))
            })
    }

    private struct Draws {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func below(_ bound: Int) -> Int {
            state &+= 1
            return Int(ChanceDraw.mix(state &* 0x9E37_79B9_7F4A_7C15) % UInt64(bound))
        }
    }
}
