// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors and every target lists what it truly uses (style.md §6).
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Pure targets are compiled optimised in debug too: the property tests run millions of minutes.
let pure: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "oranje",
    products: [
        .executable(name: "oranje", targets: ["oranje"]),
        .executable(name: "roster-bench", targets: ["roster-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "Domain", swiftSettings: pure),
        .target(name: "Delivery", dependencies: ["CCurl", "Domain"], swiftSettings: strict),
        .target(name: "Simulation", dependencies: ["Domain"], swiftSettings: pure),
        .target(
            name: "Sheets", dependencies: ["CExpat", "CXlsxWriter", "CZip", "Domain"], swiftSettings: strict),
        .target(name: "Solver", dependencies: ["CClp", "Domain"], swiftSettings: pure),
        .target(
            name: "Storage",
            dependencies: [
                "Domain", "CLibPQ",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Domain",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "App",
            dependencies: [
                "Delivery", "Domain", "Sheets", "Simulation", "Solver", "Storage", "Web",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            resources: [
                "Region/Facts/VR07", "Region/Facts/VR17", "Region/Facts/VR17-2019", "Region/Facts/VR18",
                "Region/Facts/functions", "Region/Facts/processes", "Norms/Facts/norms",
                "Alarm/Channels/Facts/gateways", "Deployment/Facts/deployments",
                "Decisions/Facts/bodies", "Inventory/Facts/inventory",
            ].map { .embedInCode("\($0).json") },
            swiftSettings: strict),
        .executableTarget(
            name: "oranje",
            dependencies: [
                "App", "Domain", "Simulation", "Storage", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .executableTarget(
            name: "coverage-bench", dependencies: ["App", "Domain", "Storage"],
            path: "Benchmarks/CoverageBench",
            swiftSettings: strict),
        .executableTarget(
            name: "delivery-bench", dependencies: ["Delivery", "Domain"], path: "Benchmarks/DeliveryBench",
            swiftSettings: strict),
        .executableTarget(
            name: "roster-bench",
            dependencies: ["Solver", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Benchmarks/RosterBench", swiftSettings: strict),
        .executableTarget(
            name: "money-bench", dependencies: ["Domain"], path: "Benchmarks/MoneyBench",
            swiftSettings: strict),
        .executableTarget(
            name: "relief-bench", dependencies: ["Domain", "Solver"], path: "Benchmarks/ReliefBench",
            swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "App", "Domain", "Storage", "Web",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .executableTarget(
            name: "journal-writer", dependencies: ["App", "Storage"], path: "Tests/JournalWriter",
            swiftSettings: strict),
        .testTarget(
            name: "DeliveryTests", dependencies: ["Delivery", "Domain", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: pure),
        .testTarget(name: "SolverTests", dependencies: ["Domain", "Solver"], swiftSettings: pure),
        .testTarget(
            name: "SimulationTests", dependencies: ["Domain", "Simulation"], swiftSettings: pure),
        .testTarget(
            name: "StorageTests", dependencies: ["Domain", "Storage", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "AppTests",
            dependencies: [
                "App", "Delivery", "Domain", "Sheets", "Simulation", "Solver", "Storage", "TestSupport",
                "Web",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FaultSimulation", dependencies: ["App", "Domain", "Storage", "TestSupport"],
            exclude: ["Mutants"],
            swiftSettings: strict),
        .testTarget(
            name: "SheetsTests", dependencies: ["Domain", "Sheets", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: ["Domain", "Web", .product(name: "NIOCore", package: "swift-nio")],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ]
)
