// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same language rules. Warnings become errors only where `CI` is set, so that a newer
/// compiler's new warning never breaks a service that merely depends on Bylaw.
let strictness: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]
let settings: [SwiftSetting] =
    strictness + [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A store is built only where its trait is on, so that an embedder without it needs nothing of it.
func store(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: ["Bylaw"] + dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["BylawTestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "bylaw",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Bylaw", targets: ["Bylaw"]),
        .library(name: "BylawTesting", targets: ["BylawTesting"]),
        .library(name: "BylawAuthoring", targets: ["BylawAuthoring"]),
        .library(name: "BylawService", targets: ["BylawService"]),
        .library(name: "BylawSQLite", targets: ["BylawSQLite"]),
        .library(name: "BylawPostgres", targets: ["BylawPostgres"]),
        .executable(name: "bylaw", targets: ["BylawCommand"]),
    ],
    traits: [
        .trait(name: "SQLite", description: "The ledger in an SQLite file: BylawSQLite, by GRDB and libsqlite3."),
        .trait(name: "PostgreSQL", description: "The ledger in PostgreSQL: BylawPostgres, by libpq."),
        .default(enabledTraits: ["SQLite"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.7.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),

        library("BylawSource", []),
        library("BylawYAML", ["BylawSource", "CLibYAML"]),
        library("BylawJSON", ["BylawSource"]),
        library("BylawPattern", ["BylawSource"]),
        library("BylawCEL", ["BylawSource", "BylawPattern"]),
        library("BylawText", ["BylawSource", "BylawPattern"]),

        library(
            "Bylaw",
            [
                "BylawSource", "BylawYAML", "BylawJSON", "BylawPattern", "BylawCEL", "BylawText",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),

        store("BylawSQLite", [.product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"]))]),
        store("BylawPostgres", [.target(name: "CLibPQ", condition: .when(traits: ["PostgreSQL"]))]),

        library("BylawTesting", ["Bylaw", "BylawCEL", "BylawSource", "BylawYAML", "BylawJSON"]),
        library(
            "BylawAuthoring",
            ["Bylaw", "BylawTesting", "BylawCEL", "BylawPattern", "BylawText", "BylawSource", "BylawYAML", "BylawJSON"]),
        library(
            "BylawService",
            [
                "Bylaw", "BylawSource", "BylawJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]),
        .executableTarget(
            name: "BylawCommand",
            dependencies: [
                "Bylaw", "BylawTesting", "BylawAuthoring", "BylawService", "BylawCEL", "BylawJSON", "BylawSource",
                .target(name: "BylawSQLite", condition: .when(traits: ["SQLite"])),
                .target(name: "BylawPostgres", condition: .when(traits: ["PostgreSQL"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .target(name: "BylawTestSupport", path: "Tests/Support", swiftSettings: settings),
        .target(name: "BylawCELOracle", dependencies: ["BylawCEL"], path: "Tests/Oracle", swiftSettings: settings),
        .target(
            name: "BylawLedgerTestSupport", dependencies: ["Bylaw"], path: "Tests/LedgerSupport",
            swiftSettings: settings),
        .executableTarget(
            name: "ledger-worker", dependencies: ["Bylaw", "BylawPostgres", "BylawSQLite", "BylawLedgerTestSupport"],
            path: "Tests/LedgerWorker", swiftSettings: settings),
        // Here rather than in the package Benchmarks, as it measures what no product shows.
        .executableTarget(
            name: "bylaw-scan", dependencies: ["BylawText"], path: "Benchmarks/Sources/bylaw-scan",
            swiftSettings: settings),
        // Here rather than in the package Benchmarks, as it is no measure, but must hold.
        .executableTarget(
            name: "bylaw-soak", dependencies: ["Bylaw", "BylawService"], path: "Benchmarks/Sources/bylaw-soak",
            swiftSettings: settings),
        tests("BylawSourceTests", ["BylawSource"]),
        tests("BylawYAMLTests", ["BylawYAML", "BylawJSON", "BylawSource"]),
        tests("BylawJSONTests", ["BylawJSON", "BylawSource"]),
        tests("BylawPatternTests", ["BylawPattern", "BylawJSON", "BylawSource"]),
        tests("BylawCELTests", ["BylawCEL", "BylawCELOracle", "BylawJSON", "BylawSource"]),
        tests("BylawTestingTests", ["BylawTesting", "Bylaw", "BylawCEL", "BylawSource"]),
        tests(
            "BylawAuthoringTests",
            [
                "BylawAuthoring", "BylawTesting", "Bylaw", "BylawCEL", "BylawText", "BylawSource", "BylawYAML",
                "BylawJSON",
            ], exclude: ["Publishing/Snapshots"]),
        tests(
            "BylawServiceTests",
            [
                "BylawService", "Bylaw", "BylawJSON", "BylawSource",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
            ]),
        tests(
            "BylawSQLiteTests",
            [
                "BylawSQLite", "Bylaw", "BylawLedgerTestSupport", "ledger-worker",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ]),
        tests("BylawPostgresTests", ["BylawPostgres", "Bylaw", "BylawLedgerTestSupport", "ledger-worker"]),
        tests(
            "BylawCommandTests",
            [
                "BylawCommand", "Bylaw", "BylawTesting", "BylawSQLite", "BylawService",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests("PolicyTests", ["BylawAuthoring", "BylawTesting", "Bylaw", "BylawCEL", "BylawCELOracle", "BylawSource"]),
        tests("BylawTests", ["Bylaw", "BylawLedgerTestSupport", "BylawSource", "BylawJSON"]),
        tests("BylawTextTests", ["BylawText", "BylawPattern", "BylawJSON", "BylawSource"]),
    ]
)

// The fuzzers, for `Scripts/fuzz` alone: they link only with libFuzzer.
if Context.environment["BYLAW_FUZZ"] != nil {
    package.targets += [
        .executableTarget(
            name: "bylaw-fuzz",
            dependencies: [
                "Bylaw", "BylawTesting", "BylawCEL", "BylawCELOracle", "BylawPattern", "BylawText",
                "BylawSource", "BylawYAML", "BylawJSON", "BylawTestSupport",
            ], path: "Tests/Fuzzing", swiftSettings: settings)
    ]
}
